"""Shapes of one's archive as a whole: what is missing, what happened, what a signature is worth."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from docservice.dokumen.models import Ketiadaan
from docservice.dokumen.serializers import DokumenSerializer


class KetiadaanSerializer(serializers.ModelSerializer[Ketiadaan]):
    class Meta:
        model = Ketiadaan
        fields = ("id", "jenis", "minor", "alasan", "perkiraan_tahun", "dinyatakan_pada", "ditarik_pada")


class KetiadaanMasukSerializer(serializers.Serializer[dict[str, Any]]):
    jenis = serializers.CharField(max_length=30)
    minor = serializers.CharField(max_length=20, allow_blank=True, default="")
    alasan = serializers.CharField(max_length=300)
    perkiraan_tahun = serializers.IntegerField(required=False, allow_null=True, default=None)


class SlotSerializer(serializers.Serializer[Any]):
    """One paper that everyone should have, and what fills it."""

    nama = serializers.CharField()
    jenis = serializers.CharField(source="jenis.kode")
    minor = serializers.CharField(allow_blank=True)
    lengkap = serializers.BooleanField()
    dokumen = DokumenSerializer(allow_null=True)
    kedaluwarsa = serializers.DateField(allow_null=True, help_text="Hari terakhir berlakunya, bila sudah lewat.")
    ketiadaan = KetiadaanSerializer(allow_null=True)


class KelengkapanSerializer(serializers.Serializer[Any]):
    jumlah = serializers.IntegerField()
    lengkap = serializers.IntegerField()
    slot = SlotSerializer(many=True)
    lainnya = DokumenSerializer(many=True)
    perlu_diperbarui = SlotSerializer(many=True, help_text="Kedaluwarsa, dan belum ada gantinya.")


class SaringKelengkapanSerializer(serializers.Serializer[dict[str, Any]]):
    pegawai = serializers.CharField(required=False, help_text="NIP; kosong berarti saya sendiri.")


class PeristiwaSerializer(serializers.Serializer[Any]):
    kata = serializers.CharField()
    pada = serializers.DateTimeField()
    oleh = serializers.CharField(allow_blank=True)
    versi = serializers.IntegerField(allow_null=True)


class TandaTanganTerbacaSerializer(serializers.Serializer[Any]):
    penanda_tangan = serializers.CharField(source="signer", allow_null=True)
    putusan = serializers.CharField(source="verdict")
    alasan = serializers.ListField(source="reasons", child=serializers.CharField())
    tingkat = serializers.CharField(source="level", allow_null=True)
    diakui_pada = serializers.CharField(source="signed_at", allow_null=True)
    cap_waktu = serializers.CharField(source="timestamp", allow_null=True)
    kepercayaan = serializers.CharField(source="trust", allow_null=True)
    pencabutan = serializers.CharField(source="revocation", allow_null=True)


class LaporanTandaTanganSerializer(serializers.Serializer[Any]):
    """The verifier's answer about the original."""

    putusan = serializers.CharField(source="verdict")
    alasan = serializers.ListField(source="reasons", child=serializers.CharField())
    catatan = serializers.ListField(source="notes", child=serializers.CharField())
    pengembangan = serializers.BooleanField(source="development", help_text="Tanpa kekuatan hukum.")
    tanda_tangan = TandaTanganTerbacaSerializer(source="signatures", many=True)


class SebagaiSerializer(serializers.Serializer[dict[str, Any]]):
    jenis = serializers.CharField(max_length=30, help_text="Kode jenis yang terbaca pada halamannya.")
