"""Shapes of the riwayat room's API."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from docservice.dokumen.models import Dokumen
from docservice.dokumen.serializers import DokumenSerializer
from docservice.pegawai.serializers import PegawaiRingkasSerializer
from docservice.riwayat.bukti import kurang_bukti
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.kata import tersamar
from docservice.riwayat.models import LangkahUsulan, Riwayat
from docservice.riwayat.pertukaran import isi_bkn
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.api import Nomor, TupelSerializer

JENIS = [(jenis.kode, jenis.nama) for jenis in SEMUA.values()]
TIPE = ("teks", "tanggal", "pilihan", "bilangan", "desimal")
ASAL = ("sesuai", "diperbaiki", "diketik")


class PilihanSerializer(TupelSerializer):
    nilai = serializers.CharField()
    kata = serializers.CharField()


class BidangSerializer(serializers.Serializer[Any]):
    nama = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment] # the JSON name, not DRF's own argument
    tipe = serializers.ChoiceField(choices=TIPE)
    wajib = serializers.BooleanField()
    bantuan = serializers.CharField(allow_blank=True)
    bkn = serializers.CharField(allow_blank=True, help_text="Nama bidang ini di SIASN; kosong bila hanya di sini.")
    tabel = serializers.CharField(allow_blank=True, help_text="Tabel acuan BKN asal nilainya.")
    kelompok = serializers.CharField(allow_blank=True, help_text="Judul lipatan isian yang jarang ada.")
    pilihan = PilihanSerializer(many=True)


class BuktiWajibSerializer(serializers.Serializer[Any]):
    kode = serializers.ListField(child=serializers.CharField(), help_text="Salah satu jenis dokumen ini.")
    kata = serializers.CharField(allow_blank=True, help_text="Hanya untuk baris yang begini; kosong berarti semua.")


class JenisRiwayatSerializer(serializers.Serializer[Any]):
    kode = serializers.CharField()
    nama = serializers.CharField()
    kelompok = serializers.CharField()
    kata_tmt = serializers.CharField(help_text="Sebutan tanggal baris: TMT, Lulus, Lahir …")
    bukti = serializers.ListField(child=serializers.CharField(), help_text="Kode jenis dokumen yang membuktikan.")
    bukti_wajib = BuktiWajibSerializer(many=True, help_text="Yang harus ada; yang lain boleh ditambahkan.")
    siasn = serializers.CharField(help_text="Jalur jenis ini pada layanan BKN; kosong bila tidak ada.")
    bidang = BidangSerializer(many=True)


class SaringSaranSerializer(serializers.Serializer[dict[str, Any]]):
    jenis = serializers.ChoiceField(choices=JENIS)
    dokumen = Nomor()


class SaranBidangSerializer(serializers.Serializer[Any]):
    bidang = serializers.CharField()
    nilai = serializers.CharField()
    halaman = serializers.IntegerField()
    kotak = serializers.ListField(child=serializers.FloatField())
    yakin = serializers.BooleanField(help_text="Salah berarti terbaca kurang jelas: periksa di kertas.")


class SaranSerializer(serializers.Serializer[Any]):
    saran = SaranBidangSerializer(many=True)
    nip_lain = serializers.CharField(allow_null=True, help_text="NIP di halaman yang bukan milik pemilik dokumen.")


class RiwayatSerializer(serializers.ModelSerializer[Riwayat]):
    pegawai = PegawaiRingkasSerializer(read_only=True)
    jenis = serializers.ChoiceField(choices=JENIS, read_only=True)
    ringkas = serializers.CharField(read_only=True)
    status_kata = serializers.CharField(source="get_status_display", read_only=True)
    data = serializers.SerializerMethodField()  # type: ignore[assignment] # a field, no property of ours
    peringatan = serializers.ListField(child=serializers.CharField(), read_only=True)
    atas_nama = serializers.BooleanField(read_only=True, help_text="Diisikan orang lain untuk pemiliknya.")

    @extend_schema_field(serializers.DictField())
    def get_data(self, riwayat: Riwayat) -> dict[str, Any]:
        """Sealed numbers by their last digits: answers are kept, for keys that make a request repeatable."""
        return tersamar(riwayat.skema, riwayat.data)

    class Meta:
        model = Riwayat
        fields = (
            "id",
            "pegawai",
            "jenis",
            "ringkas",
            "tmt",
            "data",
            "peringatan",
            "sumber",
            "status",
            "status_kata",
            "catatan",
            "menggantikan",
            "alasan",
            "siasn_id",
            "revisi",
            "atas_nama",
            "dikonfirmasi_pada",
            "diajukan_pada",
            "diverifikasi_pada",
            "divalidasi_pada",
        )


class RiwayatRinciSerializer(RiwayatSerializer):
    """``by`` in the context: only papers that person may see are named."""

    asal_isian = serializers.DictField(child=serializers.CharField(), read_only=True)
    bukti = serializers.SerializerMethodField()
    bukti_kurang = serializers.SerializerMethodField(help_text="Dokumen wajib yang belum dilampirkan.")
    bkn = serializers.SerializerMethodField(help_text="Isinya dengan nama, ID, dan cara tulis layanan BKN.")

    class Meta(RiwayatSerializer.Meta):
        fields = (*RiwayatSerializer.Meta.fields, "asal_isian", "bukti", "bukti_kurang", "bkn")  # type: ignore[assignment]

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_bukti_kurang(self, riwayat: Riwayat) -> list[str]:
        return kurang_bukti([riwayat]).get(riwayat.pk, [])

    @extend_schema_field(serializers.DictField())
    def get_bkn(self, riwayat: Riwayat) -> dict[str, Any]:
        return isi_bkn(riwayat.skema, riwayat.data)

    @extend_schema_field(DokumenSerializer(many=True))
    def get_bukti(self, riwayat: Riwayat) -> Any:
        dokumen = Dokumen.objects.visible_to(self.context["by"]).filter(bukti_riwayat__riwayat=riwayat)
        return DokumenSerializer(dokumen.select_related("pegawai__unit"), many=True).data


class UsulanMasukSerializer(serializers.Serializer[dict[str, Any]]):
    data = serializers.DictField(  # type: ignore[assignment] # as above
        help_text="Menurut bidang jenisnya; tanggal boleh ISO atau 1 Desember 2026."
    )
    bukti = serializers.ListField(child=Nomor(), help_text="Nomor dokumen bukti.")
    asal = serializers.DictField(
        child=serializers.ChoiceField(choices=ASAL),
        required=False,
        help_text="Per bidang: dari bacaan atau diketik.",
    )
    pernyataan = serializers.BooleanField(help_text="Data dan dokumen ini benar.")
    tanpa_bukti = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=300,
        help_text="Mengapa dokumen wajib tidak dilampirkan; perlu bila ada yang kurang.",
    )


class AjukanSerializer(UsulanMasukSerializer):
    jenis = serializers.ChoiceField(choices=JENIS)
    pegawai = serializers.CharField(
        required=False, max_length=18, help_text="NIP; bila bukan Anda, usulan menunggu konfirmasi pegawai itu."
    )
    menggantikan = Nomor(required=False, help_text="Riwayat tervalidasi yang diperbaiki.")
    alasan = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=300,
        help_text="Apa yang salah pada data lama; wajib saat memperbaiki.",
    )


class KonfirmasiSerializer(serializers.Serializer[dict[str, Any]]):
    pernyataan = serializers.BooleanField(help_text="Data dan dokumen ini benar.")
    revisi = serializers.IntegerField(required=False, help_text="Revisi yang Anda lihat; bila sudah lain, ditolak.")


class AjukanLagiSerializer(UsulanMasukSerializer):
    revisi = serializers.IntegerField(required=False, help_text="Revisi yang Anda lihat; bila sudah lain, ditolak.")


class SiasnSerializer(serializers.Serializer[dict[str, Any]]):
    siasn_id = serializers.CharField(allow_blank=True, max_length=60, help_text="Kosong: ID yang keliru dihapus.")


class CatatanSerializer(serializers.Serializer[dict[str, Any]]):
    catatan = serializers.CharField(allow_blank=True, max_length=300)


class KlarifikasiSerializer(serializers.Serializer[dict[str, Any]]):
    isi = serializers.CharField(max_length=1000, help_text="Pertanyaan atau jawaban.")


class LangkahSerializer(serializers.ModelSerializer[LangkahUsulan]):
    oleh = serializers.CharField(source="oleh.nama", default="", read_only=True)

    class Meta:
        model = LangkahUsulan
        fields = ("id", "status", "oleh", "sebagai", "isi", "pada")


class SaringRiwayatSerializer(serializers.Serializer[dict[str, Any]]):
    pegawai = serializers.CharField(required=False, help_text="NIP pemilik.")
    jenis = serializers.ChoiceField(choices=JENIS, required=False)
    status = serializers.ChoiceField(choices=StatusRiwayat.choices, required=False)


class SaringAntreanUsulanSerializer(serializers.Serializer[dict[str, Any]]):
    pegawai = serializers.CharField(required=False, source="pegawai__nip", help_text="NIP pemilik.")
    unit = Nomor(required=False, source="pegawai__unit", help_text="Nomor unit kerja pemilik.")
    jenis = serializers.ChoiceField(choices=JENIS, required=False)
    status = serializers.ChoiceField(choices=StatusRiwayat.choices, required=False)
