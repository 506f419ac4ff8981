"""Shapes of this room's API."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from docservice.akun.models import Pengguna, Penugasan, SurelPertama
from docservice.akun.peran import Peran
from docservice.audit.models import Jejak
from docservice.pegawai.models import UnitKerja
from docservice.pegawai.serializers import PegawaiRingkasSerializer
from docservice.pengelola.models import ButirPeninjauan, Pembekuan, Pengangkatan, Peninjauan
from docservice.pengelola.orang import jejak_peran, sesi_aktif
from docservice.pengelola.status import StatusPembekuan, StatusPengangkatan
from docservice.umum.api import Nomor


class PemegangSerializer(serializers.ModelSerializer[Penugasan]):
    """A role and who holds it."""

    nip = serializers.CharField(source="pengguna.nip", read_only=True)
    nama = serializers.CharField(source="pengguna.nama", read_only=True)
    sebutan = serializers.CharField(source="label", read_only=True)

    class Meta:
        model = Penugasan
        fields = (
            *("id", "nip", "nama", "peran", "sebutan", "unit", "berlaku_dari", "berlaku_sampai"),
            *("dibekukan", "sk_nomor", "sk_tanggal"),
        )


class SaringPemegangSerializer(serializers.Serializer[dict[str, Any]]):
    peran = serializers.ChoiceField(choices=Peran.choices, required=False)
    unit = Nomor(required=False)


class SaringPengangkatanSerializer(serializers.Serializer[dict[str, Any]]):
    q = serializers.CharField(required=False, max_length=100, help_text="Bagian nama, awal NIP, atau unit.")
    status = serializers.ChoiceField(choices=StatusPengangkatan.choices, required=False)
    peran = serializers.ChoiceField(choices=Peran.choices, required=False)


class SaringPembekuanSerializer(serializers.Serializer[dict[str, Any]]):
    q = serializers.CharField(required=False, max_length=100, help_text="Bagian nama, awal NIP, atau unit.")
    status = serializers.ChoiceField(choices=StatusPembekuan.choices, required=False)


class PilihPengangkatanSerializer(serializers.Serializer[dict[str, Any]]):
    pilih = serializers.ListField(child=Nomor(), required=False, help_text="Kosong: semua yang sudah ditinjau.")


class PengangkatanSerializer(serializers.ModelSerializer[Pengangkatan]):
    pegawai = PegawaiRingkasSerializer()
    sebutan = serializers.CharField(read_only=True)
    sk_nomor = serializers.CharField(source="surat.nomor", default="", read_only=True)

    class Meta:
        model = Pengangkatan
        fields = (
            *("id", "pegawai", "peran", "sebutan", "unit", "status", "usul_nomor", "usul_tanggal", "sk_nomor"),
            *("berlaku_dari", "berlaku_sampai", "penugasan", "catatan", "dibuat_pada"),
        )


class NipUnitSerializer(serializers.Serializer[dict[str, Any]]):
    """A person by NIP and a unit by number; whom one may not name does not exist."""

    nip = serializers.CharField(max_length=18)
    unit: Any = serializers.PrimaryKeyRelatedField(queryset=UnitKerja.objects.filter(berlaku_sampai=None))


class UsulMasukSerializer(NipUnitSerializer):
    usul_nomor = serializers.CharField(max_length=120)
    usul_tanggal = serializers.DateField()
    mampu_komputer = serializers.BooleanField()
    paham_kepegawaian = serializers.BooleanField()


class SkMasukSerializer(serializers.Serializer[dict[str, Any]]):
    sk_nomor = serializers.CharField(max_length=120)
    sk_tanggal = serializers.DateField()
    berkas = Nomor(help_text="Nomor dokumen SK di arsip.")


class TetapkanMasukSerializer(SkMasukSerializer):
    pengangkatan = serializers.ListField(child=Nomor(), allow_empty=False, max_length=200)
    mulai = serializers.DateField()


class TunjukMasukSerializer(SkMasukSerializer, NipUnitSerializer):
    peran = serializers.ChoiceField(choices=Peran.choices)
    unit: Any = serializers.PrimaryKeyRelatedField(
        queryset=UnitKerja.objects.filter(berlaku_sampai=None), required=False, allow_null=True, default=None
    )
    dari = serializers.DateField()
    sampai = serializers.DateField(required=False, allow_null=True, default=None)


class AkhiriMasukSerializer(serializers.Serializer[dict[str, Any]]):
    terakhir = serializers.DateField(help_text="Hari terakhir peran berlaku.")
    alasan = serializers.CharField(max_length=300)


class PembekuanSerializer(serializers.ModelSerializer[Pembekuan]):
    nip = serializers.CharField(source="penugasan.pengguna.nip", read_only=True)
    dokumen = serializers.IntegerField(
        source="pernyataan.naskah.dokumen_id",
        read_only=True,
        allow_null=True,
        help_text="Surat kesanggupan bertanda tangan.",
    )
    sha256 = serializers.CharField(
        source="pernyataan.sha256", default="", read_only=True, help_text="Sidik surat itu, untuk mengetahuinya."
    )

    class Meta:
        model = Pembekuan
        fields = (
            *("id", "nip", "penugasan", "unit", "status", "temuan", "bukti", "dari", "dokumen", "sha256"),
            *("pengganti", "diketahui_pada", "diketahui_sha256", "dicabut_pada"),
        )


class BekukanMasukSerializer(serializers.Serializer[dict[str, Any]]):
    temuan = serializers.CharField(max_length=500)
    bukti = serializers.CharField(max_length=300)
    pengganti = serializers.CharField(max_length=18, help_text="NIP administrator yang memegang antreannya.")


class KetahuiMasukSerializer(serializers.Serializer[dict[str, Any]]):
    sha256 = serializers.CharField(max_length=64, help_text="Sidik surat bertanda tangan yang Anda baca.")


class ButirPeninjauanSerializer(serializers.ModelSerializer[ButirPeninjauan]):
    penugasan = PemegangSerializer()

    class Meta:
        model = ButirPeninjauan
        fields = ("id", "penugasan", "putusan", "alasan", "pada")


class PeninjauanSerializer(serializers.ModelSerializer[Peninjauan]):
    belum = serializers.IntegerField(read_only=True)

    class Meta:
        model = Peninjauan
        fields = ("id", "nama", "batas", "belum", "dibuat_pada")


class PeninjauanRinciSerializer(PeninjauanSerializer):
    butir = ButirPeninjauanSerializer(many=True)

    class Meta(PeninjauanSerializer.Meta):
        fields = (*PeninjauanSerializer.Meta.fields, "butir")  # type: ignore[assignment]


class PeninjauanMasukSerializer(serializers.Serializer[dict[str, Any]]):
    nama = serializers.CharField(max_length=120)
    batas = serializers.DateField()


class PutusanMasukSerializer(serializers.Serializer[dict[str, Any]]):
    putusan = serializers.ChoiceField(choices=ButirPeninjauan.Putusan.choices)
    alasan = serializers.CharField(max_length=250, required=False, default="", allow_blank=True)


class JejakPeranSerializer(serializers.ModelSerializer[Jejak]):
    class Meta:
        model = Jejak
        fields = ("nomor", "waktu", "aksi", "objek")


class OrangSerializer(serializers.ModelSerializer[Pengguna]):
    """Roles past and present with their trail; no mail, no phone, no secret."""

    peran = PemegangSerializer(source="penugasan", many=True, read_only=True)
    jejak = serializers.SerializerMethodField()
    sesi_aktif = serializers.SerializerMethodField()
    bersurel = serializers.SerializerMethodField(help_text="Email dinasnya sudah ada.")
    surel_menunggu = serializers.SerializerMethodField(help_text="Email pertama dicatat, pemiliknya belum menjawab.")

    class Meta:
        model = Pengguna
        fields = ("id", "nip", "nama", "is_active", "bersurel", "surel_menunggu", "peran", "jejak", "sesi_aktif")
        read_only_fields = fields

    @extend_schema_field(JejakPeranSerializer(many=True))
    def get_jejak(self, pengguna: Pengguna) -> Any:
        return JejakPeranSerializer(jejak_peran(pengguna)[:20], many=True).data

    def get_bersurel(self, pengguna: Pengguna) -> bool:
        return bool(pengguna.surel)

    def get_surel_menunggu(self, pengguna: Pengguna) -> bool:
        return SurelPertama.objects.filter(pengguna=pengguna).exists()

    def get_sesi_aktif(self, pengguna: Pengguna) -> int:
        return len(sesi_aktif(pengguna))


class SurelPertamaMasukSerializer(serializers.Serializer[dict[str, Any]]):
    surel = serializers.EmailField(max_length=150)


class UjiMasukSerializer(serializers.Serializer[dict[str, Any]]):
    nip = serializers.CharField(required=False, allow_blank=True, max_length=18, help_text="Pegawai yang ditanyakan.")


class HakSerializer(serializers.Serializer[Any]):
    objek = serializers.CharField()
    boleh = serializers.CharField()


class JumlahTampakSerializer(serializers.Serializer[Any]):
    objek = serializers.CharField()
    tampak = serializers.IntegerField()
    semua = serializers.IntegerField(help_text="Dari yang Anda sendiri boleh lihat.")


class HasilUjiSerializer(serializers.Serializer[Any]):
    """Computed from the same rules that guard every page; nobody acts in another's name."""

    hak = HakSerializer(many=True)
    pegawai = PegawaiRingkasSerializer(allow_null=True)
    lihat_pegawai = serializers.BooleanField(allow_null=True)
    memverifikasi = serializers.BooleanField(allow_null=True)
    jumlah = JumlahTampakSerializer(many=True)
