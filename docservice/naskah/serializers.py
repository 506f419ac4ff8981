"""Shapes of the naskah room's API."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers
from rest_framework.fields import empty

from docservice.naskah.models import LaporanPemalsuan, Naskah, Paraf, Upaya
from docservice.naskah.status import StatusNaskah, StatusUpaya
from docservice.pegawai.serializers import PegawaiRingkasSerializer
from docservice.umum.api import Nomor, TupelSerializer
from signing import Secret


class ParafSerializer(serializers.ModelSerializer[Paraf]):
    pejabat = serializers.CharField(source="pejabat.nama_lengkap", read_only=True)

    class Meta:
        model = Paraf
        fields = ("urutan", "pejabat", "pada", "sha256")


class NaskahSerializer(serializers.ModelSerializer[Naskah]):
    """One line of a list, with the hash that an initial or a signature must name."""

    judul = serializers.CharField(read_only=True)
    pegawai = PegawaiRingkasSerializer(read_only=True)
    permohonan = serializers.IntegerField(source="permohonan_id", read_only=True, allow_null=True)
    penanda_tangan = serializers.CharField(source="penanda_tangan.nama_lengkap", read_only=True)
    jabatan_penanda_tangan = serializers.SerializerMethodField()
    status_kata = serializers.CharField(source="get_status_display", read_only=True)
    dokumen = serializers.IntegerField(source="dokumen_id", read_only=True, allow_null=True)

    class Meta:
        model = Naskah
        fields = (
            "id",
            "jenis",
            "judul",
            "pegawai",
            "permohonan",
            "penanda_tangan",
            "jabatan_penanda_tangan",
            "status",
            "status_kata",
            "revisi",
            "draf_sha256",
            "catatan",
            "dokumen",
            "dibuat_pada",
            "diubah_pada",
        )

    def get_jabatan_penanda_tangan(self, naskah: Naskah) -> str:
        """By authority; a letter in one's own name says it itself."""
        return naskah.kewenangan.jabatan if naskah.kewenangan else str(naskah.data["penanda_tangan"]["jabatan"])


class NaskahRinciSerializer(NaskahSerializer):
    data = serializers.DictField(read_only=True)  # type: ignore[assignment] # a field of ours
    paraf = ParafSerializer(many=True, read_only=True)
    jumlah_halaman = serializers.SerializerMethodField(help_text="Halaman draf yang beku; nol selagi disusun.")

    class Meta(NaskahSerializer.Meta):
        fields = (*NaskahSerializer.Meta.fields, "data", "paraf", "jumlah_halaman")  # type: ignore[assignment]

    def get_jumlah_halaman(self, naskah: Naskah) -> int:
        return len(naskah.gambar_draf)


class BakiSerializer(NaskahSerializer):
    """``alasan`` in the context tells why the asker cannot sign it today; empty when they can."""

    alasan_tak_dapat = serializers.SerializerMethodField()

    class Meta(NaskahSerializer.Meta):
        fields = (*NaskahSerializer.Meta.fields, "alasan_tak_dapat")  # type: ignore[assignment]

    def get_alasan_tak_dapat(self, naskah: Naskah) -> str:
        return str(self.context["alasan"](naskah))


class SusunSerializer(serializers.Serializer[dict[str, Any]]):
    permohonan = Nomor()


class UbahSerializer(serializers.Serializer[dict[str, Any]]):
    perubahan = serializers.DictField(help_text="Bidang yang boleh diubah penyusun; nilai dari riwayat terkunci.")
    revisi = serializers.IntegerField(required=False, help_text="Revisi yang Anda lihat; bila sudah lain, ditolak.")


class ParafMasukSerializer(serializers.Serializer[dict[str, Any]]):
    sha256 = serializers.CharField(max_length=64, help_text="draf_sha256 yang Anda lihat.")


class AlasanNaskahSerializer(serializers.Serializer[dict[str, Any]]):
    alasan = serializers.CharField(allow_blank=True, max_length=300)


class RahasiaField(serializers.CharField):
    """A passphrase that leaves the parser only as a :class:`~signing.Secret` (Law 7)."""

    def run_validation(self, data: Any = empty) -> Secret:
        return Secret(super().run_validation(data))


class PilihanNaskahSerializer(serializers.Serializer[dict[str, Any]]):
    naskah = Nomor()
    draf_sha256 = serializers.CharField(max_length=64, help_text="Sidik draf yang Anda lihat.")


class TandaTanganSerializer(serializers.Serializer[dict[str, Any]]):
    naskah = serializers.ListField(child=PilihanNaskahSerializer(), allow_empty=False, max_length=500)
    passphrase = RahasiaField(trim_whitespace=False, max_length=200, write_only=True)


class UpayaSerializer(serializers.ModelSerializer[Upaya]):
    """The fate of one decree in a batch."""

    naskah = serializers.IntegerField(source="naskah_id", read_only=True)
    judul = serializers.CharField(source="naskah.judul", read_only=True)
    pegawai = serializers.CharField(source="naskah.pegawai.nama_lengkap", read_only=True)
    naskah_status = serializers.ChoiceField(source="naskah.status", choices=StatusNaskah.choices, read_only=True)
    dokumen = serializers.IntegerField(source="naskah.dokumen_id", read_only=True, allow_null=True)
    status_kata = serializers.CharField(source="get_status_display", read_only=True)
    nomor = serializers.SerializerMethodField(help_text="Hanya bila ditandatangani.")

    class Meta:
        model = Upaya
        fields = (
            "id",
            "kelompok",
            "urutan",
            "naskah",
            "naskah_status",
            "judul",
            "pegawai",
            "dokumen",
            "status",
            "status_kata",
            "nomor",
            "hasil_sha256",
            "kode",
            "pesan",
            "mulai",
            "selesai",
        )

    def get_nomor(self, upaya: Upaya) -> str | None:
        return upaya.nomor.nomor if upaya.status == StatusUpaya.SIGNED else None


class KelompokSerializer(serializers.Serializer[Any]):
    """A batch: one passphrase, one group, a fate for each."""

    kelompok = serializers.CharField()
    upaya = UpayaSerializer(many=True)


class SaringUpayaSerializer(serializers.Serializer[dict[str, Any]]):
    kelompok = serializers.CharField(required=False, max_length=32)
    status = serializers.ChoiceField(choices=StatusUpaya.choices, required=False)


class SaringNaskahSerializer(serializers.Serializer[dict[str, Any]]):
    status = serializers.ChoiceField(choices=StatusNaskah.choices, required=False)
    pegawai = serializers.CharField(required=False, help_text="NIP pegawai.")


class FaktaSerializer(TupelSerializer):
    nama = serializers.CharField()
    isi = serializers.CharField()


class HasilCekSerializer(serializers.Serializer[Any]):
    """``kasus`` for machines; the rest are the words of the public page."""

    kasus = serializers.CharField()
    judul = serializers.CharField()
    kalimat = serializers.CharField()
    nada = serializers.CharField()
    fakta = FaktaSerializer(many=True)
    rincian = serializers.ListField(child=serializers.CharField())


class BerkasCekSerializer(serializers.Serializer[dict[str, Any]]):
    berkas = serializers.FileField(use_url=False, allow_empty_file=True)


class LaporMasukSerializer(serializers.Serializer[dict[str, Any]]):
    uraian = serializers.CharField(max_length=1000, allow_blank=True)
    nomor = serializers.CharField(max_length=120, required=False, default="", allow_blank=True)
    kontak = serializers.CharField(max_length=120, required=False, default="", allow_blank=True)


class TerimaLaporanSerializer(serializers.ModelSerializer[LaporanPemalsuan]):
    """All the public learns of its own report."""

    class Meta:
        model = LaporanPemalsuan
        fields = ("pada",)
        read_only_fields = fields


class LaporanPemalsuanSerializer(serializers.ModelSerializer[LaporanPemalsuan]):
    hasil_kata = serializers.CharField(source="get_hasil_display", read_only=True)
    ditangani_oleh = serializers.CharField(source="ditangani_oleh.nama", read_only=True, default=None, allow_null=True)

    class Meta:
        model = LaporanPemalsuan
        fields = (
            *("id", "nomor", "uraian", "kontak", "pada", "hasil", "hasil_kata"),
            *("tindakan", "ditangani_oleh", "ditangani_pada"),
        )
        read_only_fields = fields


class TanganiMasukSerializer(serializers.Serializer[dict[str, Any]]):
    hasil = serializers.ChoiceField(choices=LaporanPemalsuan.Hasil.choices)
    tindakan = serializers.CharField(max_length=1000, allow_blank=True)


class BuktiTidakSerializer(serializers.Serializer[dict[str, Any]]):
    bukti = serializers.CharField(max_length=250, allow_blank=True)
