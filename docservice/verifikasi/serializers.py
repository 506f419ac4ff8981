"""Shapes of the verifikasi room's API."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from docservice.dokumen.models import Dokumen
from docservice.dokumen.serializers import DokumenSerializer
from docservice.dokumen.status import Basis, StatusDokumen
from docservice.umum.api import Nomor
from docservice.verifikasi.antrean import UMUR
from docservice.verifikasi.kalimat import kalimat_kembali
from docservice.verifikasi.models import Alasan, Sesi, Verifikasi
from docservice.verifikasi.sesi import TERBANYAK, putusan_berlaku


class TugasSerializer(DokumenSerializer):
    """A paper on one's desk, with the hash that a decision must name.

    A second look is blind: the paper stands here as if nobody had decided on it.
    """

    terlambat = serializers.BooleanField(read_only=True, default=False, help_text="Melewati batas waktu periksa.")
    mendesak = serializers.BooleanField(read_only=True, default=False, help_text="Ditunggu permohonan layanan.")

    sha256 = serializers.CharField(source="versi_terkini.sha256", read_only=True)
    jumlah_halaman = serializers.IntegerField(source="versi_terkini.jumlah_halaman", read_only=True)

    class Meta(DokumenSerializer.Meta):
        fields = (*DokumenSerializer.Meta.fields, "sha256", "jumlah_halaman", "terlambat", "mendesak")  # type: ignore[assignment]

    def to_representation(self, instance: Dokumen) -> dict[str, Any]:
        belum = {"status": StatusDokumen.MENUNGGU.value, "status_kata": StatusDokumen.MENUNGGU.label, "basis": ""}
        isi: dict[str, Any] = super().to_representation(instance)
        return isi | {kunci: nilai for kunci, nilai in belum.items() if kunci in isi}


class CatatanDalam(serializers.CharField):
    def __init__(self, **lain: Any) -> None:
        super().__init__(allow_blank=True, default="", max_length=300, help_text="Hanya dibaca BKPSDMD.", **lain)


class SaringAntreanSerializer(serializers.Serializer[dict[str, Any]]):
    unit = Nomor(required=False, help_text="Nomor unit kerja pemilik.")
    jenis = serializers.CharField(required=False, max_length=30, help_text="Kode jenis dokumen.")
    pengunggah = serializers.CharField(required=False, max_length=80, help_text="Bagian nama, atau NIP.")
    umur = serializers.ChoiceField(choices=UMUR, required=False)


class AmbilSerializer(serializers.Serializer[dict[str, Any]]):
    jumlah = serializers.IntegerField(min_value=1, max_value=100, default=20)
    pilihan = serializers.ListField(
        child=Nomor(),
        default=list,
        max_length=TERBANYAK,
        help_text="Nomor dokumen dari antrean; yang sedang dipegang orang lain tidak ikut. Kosong: yang berikutnya.",
    )


class VerifikasiMasukSerializer(serializers.Serializer[dict[str, Any]]):
    basis = serializers.ChoiceField(choices=Basis.choices, help_text="Apa yang dilihat.")
    halaman_dilihat = serializers.ListField(child=serializers.IntegerField(min_value=1), help_text="Nomor halaman.")
    sha256 = serializers.CharField(max_length=64, help_text="Sidik versi yang dibandingkan.")
    bidang_dilihat = serializers.ListField(
        child=serializers.CharField(max_length=40),
        required=False,
        help_text="Kode isian yang dicari sendiri di kertas. Bila diisi, yang mirip atau tidak ditemukan wajib ada.",
    )
    catatan_bkpsdmd = CatatanDalam()


class AlasanSerializer(serializers.Serializer[dict[str, Any]]):
    halaman = serializers.IntegerField(min_value=1)
    kode = serializers.ChoiceField(choices=Alasan.choices)


class KembalikanSerializer(serializers.Serializer[dict[str, Any]]):
    alasan = AlasanSerializer(many=True)
    catatan = serializers.CharField(allow_blank=True, default="", max_length=300)
    sha256 = serializers.CharField(max_length=64, help_text="Sidik versi yang dibandingkan.")
    diteruskan = serializers.BooleanField(default=False, help_text="Minta BKPSDMD melihatnya.")
    catatan_bkpsdmd = CatatanDalam()


class PilihanAlasanSerializer(serializers.Serializer[dict[str, Any]]):
    kode = serializers.CharField()
    kata = serializers.CharField()
    perlu_catatan = serializers.BooleanField()


class VerifikasiSerializer(serializers.ModelSerializer[Verifikasi]):
    """One decision, bound to the bytes that were seen."""

    dokumen = serializers.IntegerField(source="versi.dokumen_id", read_only=True)
    versi = serializers.IntegerField(source="versi.nomor", read_only=True)
    dokumen_status = serializers.SerializerMethodField()
    oleh = serializers.CharField(source="oleh.nama", read_only=True)
    hasil_kata = serializers.CharField(source="get_hasil_display", read_only=True)
    basis_kata = serializers.CharField(source="get_basis_display", read_only=True)
    alasan = serializers.ListField(read_only=True, help_text="[[halaman, kode]]")
    kalimat = serializers.SerializerMethodField()

    class Meta:
        model = Verifikasi
        fields = (
            "id",
            "dokumen",
            "dokumen_status",
            "versi",
            "sha256",
            "oleh",
            "dasar_tugas",
            "pada",
            "hasil",
            "hasil_kata",
            "basis",
            "basis_kata",
            "alasan",
            "catatan",
            "kalimat",
            "diurungkan_pada",
        )

    def get_dokumen_status(self, putusan: Verifikasi) -> str:
        """As it is now."""
        return Dokumen.objects.values_list("status", flat=True).get(pk=putusan.versi.dokumen_id)

    def get_kalimat(self, putusan: Verifikasi) -> str:
        """What the owner reads."""
        return kalimat_kembali(putusan)


class SesiSerializer(serializers.ModelSerializer[Sesi]):
    """One sitting; ``putusan`` are the decisions that stand."""

    status_kata = serializers.CharField(source="get_status_display", read_only=True)
    putusan = serializers.SerializerMethodField()

    class Meta:
        model = Sesi
        fields = ("id", "status", "status_kata", "mulai", "selesai", "dilewati", "putusan")

    def get_putusan(self, sesi: Sesi) -> int:
        return putusan_berlaku(sesi).count()


class PegangSerializer(serializers.Serializer[dict[str, Any]]):
    jumlah = serializers.IntegerField(help_text="Berkas di tumpukan Anda.")


class MutuSerializer(serializers.Serializer[Any]):
    """Figures on one verifier; null while there is nothing to count."""

    nip = serializers.CharField(source="pengguna.nip")
    nama = serializers.CharField(source="pengguna.nama")
    putusan = serializers.IntegerField()
    dikembalikan = serializers.IntegerField()
    diperiksa_lagi = serializers.IntegerField()
    sepakat = serializers.IntegerField(allow_null=True, help_text="Persen.")
    dibalik = serializers.IntegerField(allow_null=True, help_text="Persen.")
    detik_per_halaman = serializers.IntegerField(allow_null=True)
