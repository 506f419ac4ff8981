"""Shapes of the API on rules."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from docservice.aturan.layanan import PALING_BANYAK_TAHUN, TAHAP
from docservice.dokumen.models import VersiJenisDokumen
from docservice.dokumen.status import Kelas
from docservice.layanan.models import VersiLayanan
from docservice.layanan.serializers import SyaratSerializer, TahapSerializer
from docservice.layanan.status import StatusPermohonan

PENETAPAN = ("berlaku_dari", "berlaku_sampai", "keputusan_nomor", "keputusan_tanggal", "alasan")


class PenetapanSerializer(serializers.Serializer[dict[str, Any]]):
    """From when, on which decision, and why."""

    berlaku_dari = serializers.DateField()
    keputusan_nomor = serializers.CharField(max_length=120)
    keputusan_tanggal = serializers.DateField()
    alasan = serializers.CharField(max_length=300)
    versi = serializers.IntegerField(
        required=False, min_value=0, help_text="Versi yang Anda ikuti, 0 untuk aturan bawaan; bila sudah lain, ditolak."
    )


class IsiJenisSerializer(serializers.Serializer[dict[str, Any]]):
    nama = serializers.CharField(max_length=150)
    kelompok = serializers.CharField(max_length=40, allow_blank=True, default="")
    kelas = serializers.ChoiceField(choices=Kelas.choices)
    wajib = serializers.BooleanField()
    per_tahun = serializers.BooleanField()
    aktif = serializers.BooleanField()


class JenisMasukSerializer(serializers.Serializer[dict[str, Any]]):
    isi = IsiJenisSerializer()
    penetapan = PenetapanSerializer()
    hanya_periksa = serializers.BooleanField(default=False, help_text="Hanya tunjukkan yang akan berubah.")


class JenisBaruSerializer(serializers.Serializer[dict[str, Any]]):
    kode = serializers.CharField(max_length=30)
    isi = IsiJenisSerializer()
    penetapan = PenetapanSerializer()


class VersiJenisSerializer(serializers.ModelSerializer[VersiJenisDokumen]):
    jenis = serializers.CharField(source="jenis_id", read_only=True)
    ditulis_oleh = serializers.CharField(source="ditulis_oleh.nama", read_only=True)

    class Meta:
        model = VersiJenisDokumen
        fields = (
            "id",
            "jenis",
            "nama",
            "kelompok",
            "kelas",
            "wajib",
            "per_tahun",
            "aktif",
            *PENETAPAN,
            "ditulis_oleh",
            "dibuat_pada",
        )


class SyaratMasukSerializer(serializers.Serializer[dict[str, Any]]):
    jenis = serializers.CharField(max_length=30)
    wajib = serializers.BooleanField(default=True)
    tahun_terakhir = serializers.IntegerField(min_value=0, max_value=PALING_BANYAK_TAHUN, default=0)
    bila = serializers.CharField(max_length=40, allow_blank=True, default="")


class TahapMasukSerializer(serializers.Serializer[dict[str, Any]]):
    status = serializers.ChoiceField(choices=[(satu, StatusPermohonan(satu).label) for satu in TAHAP])
    hari_kerja = serializers.IntegerField()


class AturanLayananMasukSerializer(serializers.Serializer[dict[str, Any]]):
    """The whole setting: what is left out is not asked for any more."""

    dibuka = serializers.BooleanField()
    syarat = serializers.ListField(child=SyaratMasukSerializer(), max_length=60)
    tahap = serializers.ListField(child=TahapMasukSerializer(), max_length=20)
    penetapan = PenetapanSerializer()
    hanya_periksa = serializers.BooleanField(default=False, help_text="Hanya tunjukkan yang akan berubah.")


class VersiLayananSerializer(serializers.ModelSerializer[VersiLayanan]):
    layanan = serializers.CharField(source="layanan_id", read_only=True)
    syarat = SyaratSerializer(many=True, read_only=True)
    tahap = TahapSerializer(many=True, read_only=True)
    ditulis_oleh = serializers.CharField(source="ditulis_oleh.nama", read_only=True)

    class Meta:
        model = VersiLayanan
        fields = ("id", "layanan", "dibuka", "syarat", "tahap", *PENETAPAN, "ditulis_oleh", "dibuat_pada")


class PerubahanSerializer(serializers.Serializer[Any]):
    """What a setting would change, and what it leaves alone."""

    perubahan = serializers.ListField(child=serializers.ListField(child=serializers.CharField()), read_only=True)
    akibat = serializers.ListField(child=serializers.CharField(), read_only=True)
