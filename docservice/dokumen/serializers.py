"""Shapes of the dokumen room's API: codes and their words side by side, hashes to compare with."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from docservice.dokumen.models import AksesBaca, Dokumen, Halaman, Isian, JenisDokumen, VersiDokumen
from docservice.dokumen.pembaca import PembukaData
from docservice.dokumen.permissions import versi_tampak
from docservice.dokumen.proses import dapat_dicari
from docservice.dokumen.status import StatusDokumen
from docservice.dokumen.tautan import tautan_periksa
from docservice.pegawai.serializers import PegawaiRingkasSerializer
from docservice.umum.api import Nomor, TupelSerializer


class JenisDokumenSerializer(serializers.ModelSerializer[JenisDokumen]):
    class Meta:
        model = JenisDokumen
        fields = ("kode", "nama", "kelompok", "kelas", "per_tahun", "wajib", "hanya_admin", "aktif")


class DokumenSerializer(serializers.ModelSerializer[Dokumen]):
    """One line of a list."""

    pegawai = PegawaiRingkasSerializer(read_only=True)
    jenis = serializers.CharField(source="jenis_id", read_only=True)
    status_kata = serializers.CharField(source="get_status_display", read_only=True)
    basis_kata = serializers.CharField(source="get_basis_display", read_only=True)

    class Meta:
        model = Dokumen
        fields = (
            "id",
            "pegawai",
            "jenis",
            "minor",
            "judul",
            "kelas",
            "sumber",
            "status",
            "status_kata",
            "basis",
            "basis_kata",
            "nomor",
            "tanggal",
            "dibuat_pada",
            "diubah_pada",
        )


class StatusVersiSerializer(serializers.ModelSerializer[VersiDokumen]):
    """How far the bytes have come; asked again and again while one waits."""

    dokumen = serializers.IntegerField(source="dokumen_id", read_only=True)
    status_kata = serializers.CharField(source="get_status_display", read_only=True)
    dokumen_status = serializers.ChoiceField(source="dokumen.status", choices=StatusDokumen.choices, read_only=True)
    dokumen_status_kata = serializers.CharField(source="dokumen.get_status_display", read_only=True)
    dapat_dicari = serializers.SerializerMethodField(help_text="Pencarian sudah mengenal keadaannya kini.")

    class Meta:
        model = VersiDokumen
        fields = (
            "dokumen",
            "nomor",
            "sha256",
            "ukuran",
            "status",
            "status_kata",
            "tertunda",
            "alasan_kode",
            "alasan",
            "dokumen_status",
            "dokumen_status_kata",
            "dapat_dicari",
        )

    def get_dapat_dicari(self, versi: VersiDokumen) -> bool:
        return dapat_dicari(versi)


class HalamanSerializer(serializers.ModelSerializer[Halaman]):
    temuan = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta:
        model = Halaman
        fields = ("nomor", "lebar", "tinggi", "sumber_teks", "keyakinan", "temuan")


class IsianSerializer(serializers.ModelSerializer[Isian]):
    """A value read on a page, with where it stands."""

    kotak = serializers.ListField(
        child=serializers.FloatField(), read_only=True, help_text="x0, y0, x1, y1 dalam pecahan halaman"
    )

    class Meta:
        model = Isian
        fields = ("nama", "nilai", "halaman", "kotak", "keyakinan")


class VersiSerializer(serializers.ModelSerializer[VersiDokumen]):
    """Pages and values are there once the file is known to be clean and has been read."""

    status_kata = serializers.CharField(source="get_status_display", read_only=True)
    diunggah_oleh = serializers.CharField(source="diunggah_oleh.nama", read_only=True)
    halaman = HalamanSerializer(many=True, read_only=True)
    isian = IsianSerializer(many=True, read_only=True)

    class Meta:
        model = VersiDokumen
        fields = (
            "nomor",
            "sha256",
            "ukuran",
            "tipe",
            "status",
            "status_kata",
            "tertunda",
            "alasan_kode",
            "alasan",
            "bertanda_tangan",
            "berlapis",
            "jumlah_halaman",
            "halaman_dibaca",
            "tebakan_jenis",
            "saran_diabaikan_pada",
            "jenis_dipastikan_pada",
            "penjelasan",
            "diunggah_oleh",
            "diunggah_pada",
            "halaman",
            "isian",
        )


class DokumenRinciSerializer(DokumenSerializer):
    """``by`` in the context: who asks."""

    versi = serializers.SerializerMethodField()
    tautan_periksa = serializers.SerializerMethodField(help_text="Kosong bila tidak terbit di sini.")

    class Meta(DokumenSerializer.Meta):
        fields = (*DokumenSerializer.Meta.fields, "versi", "tautan_periksa")  # type: ignore[assignment]

    def get_tautan_periksa(self, dokumen: Dokumen) -> str:
        return tautan_periksa(dokumen)

    @extend_schema_field(VersiSerializer(many=True))
    def get_versi(self, dokumen: Dokumen) -> Any:
        return VersiSerializer(versi_tampak(self.context["by"], dokumen), many=True).data


class AksesBacaSerializer(serializers.ModelSerializer[AksesBaca]):
    pengguna = serializers.CharField(source="pengguna.nama", read_only=True)
    dokumen = serializers.IntegerField(source="dokumen_id", read_only=True)

    class Meta:
        model = AksesBaca
        fields = ("dokumen", "pengguna", "peran", "cara", "pada")


class PembukaDataSerializer(serializers.Serializer[PembukaData]):
    pada = serializers.DateTimeField()
    pengguna = serializers.CharField()
    peran = serializers.CharField()
    apa = serializers.CharField()


class UnggahSerializer(serializers.Serializer[dict[str, Any]]):
    """*dokumen* makes the bytes its next version; its kind and owner then stand already."""

    berkas = serializers.ListField(
        child=serializers.FileField(use_url=False, allow_empty_file=True),
        required=False,
        default=list,
        help_text="Satu berkas, atau beberapa foto (JPG, PNG) yang menjadi halaman satu PDF menurut urutannya.",
    )
    kiriman = serializers.ListField(
        child=serializers.CharField(max_length=43),
        required=False,
        default=list,
        max_length=30,
        help_text="Pengenal unggahan bertahap yang sudah utuh, di tempat berkas; urutannya urutan halaman.",
    )
    jenis = serializers.CharField(required=False, help_text="Kode jenis dokumen; tidak perlu bila dokumen diisi.")
    minor = serializers.CharField(
        required=False,
        allow_blank=True,
        default="",
        max_length=20,
        help_text="Tahun atau golongan, menurut jenisnya.",
    )
    pegawai = serializers.CharField(required=False, help_text="NIP pemilik; kosong berarti saya sendiri.")
    dokumen = Nomor(required=False, help_text="Dokumen yang diganti versinya.")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """A file, or what came in parts."""
        if not attrs["berkas"] and not attrs["kiriman"]:
            raise serializers.ValidationError({"berkas": "-"}, code="required")
        return attrs


class JenisPilihanSerializer(serializers.Serializer[dict[str, Any]]):
    tetap = serializers.BooleanField(default=False, help_text="Jenisnya benar; kalau tidak, menjadi tebakan_jenis.")
    minor = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=20, help_text="Tahun, bila jenis barunya tahunan."
    )


class UrutanSerializer(serializers.Serializer[dict[str, Any]]):
    nomor = serializers.ListField(
        child=serializers.IntegerField(min_value=1),
        min_length=2,
        help_text="Untuk tiap halaman, menurut urutan sekarang: menjadi halaman ke berapa.",
    )


class PenjelasanSerializer(serializers.Serializer[dict[str, Any]]):
    penjelasan = serializers.CharField(max_length=300, help_text="Mengapa NIP di kertas bukan NIP pemilik dokumen.")


class KirimanSerializer(serializers.Serializer[dict[str, Any]]):
    """An upload that may come in parts: its id for the form, its address for the parts."""

    id = serializers.CharField()
    alamat = serializers.CharField()
    kedaluwarsa = serializers.DateTimeField()


class SaringDokumenSerializer(serializers.Serializer[dict[str, Any]]):
    pegawai = serializers.CharField(required=False, help_text="NIP pemilik.")
    jenis = serializers.CharField(required=False, help_text="Kode jenis dokumen.")
    status = serializers.ChoiceField(choices=StatusDokumen.choices, required=False)
    minor = serializers.CharField(required=False)


class SaringHalamanSerializer(serializers.Serializer[dict[str, Any]]):
    versi = Nomor(required=False, help_text="Nomor versi; kosong berarti yang terbaru.")
    kecil = serializers.BooleanField(default=False, help_text="Gambar mini.")


class SaringVersiSerializer(serializers.Serializer[dict[str, Any]]):
    versi = Nomor(required=False, help_text="Nomor versi; kosong berarti yang terbaru.")


class SaringUnduhSerializer(SaringVersiSerializer):
    bentuk = serializers.ChoiceField(
        choices=("asli", "pdf"), default="asli", help_text="pdf: turunan PDF dari foto HEIC atau WebP."
    )


class KataSerializer(TupelSerializer):
    """A word and its place as fractions of the page."""

    teks = serializers.CharField()
    x0 = serializers.FloatField()
    y0 = serializers.FloatField()
    x1 = serializers.FloatField()
    y1 = serializers.FloatField()
    keyakinan = serializers.FloatField()


class TeksSerializer(serializers.ModelSerializer[Halaman]):
    kata = KataSerializer(many=True, read_only=True)

    class Meta:
        model = Halaman
        fields = ("nomor", "teks", "sumber_teks", "keyakinan", "kata")
