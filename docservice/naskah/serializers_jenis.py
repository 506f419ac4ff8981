"""Shapes of the catalogue, of wording and of legal bases in the API."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

import templates_sk
from docservice.naskah.models import DasarHukum, KataNaskah
from templates_sk import Kind


class JenisNaskahSerializer(serializers.Serializer[Kind]):
    """One kind of the catalogue."""

    code = serializers.CharField(read_only=True)
    title = serializers.CharField(read_only=True)
    classification = serializers.CharField(read_only=True, help_text="Kode klasifikasi arsip.")
    paper = serializers.CharField(read_only=True)


class JenisRinciSerializer(JenisNaskahSerializer):
    skema = serializers.SerializerMethodField(help_text="JSON Schema isian.")
    contoh = serializers.DictField(source="sample", read_only=True)
    teks = serializers.SerializerMethodField(help_text="Kata yang berlaku hari ini, dalam bentuk yang disunting.")

    def get_skema(self, satu: Kind) -> dict[str, Any]:
        return satu.schema.model_json_schema()

    def get_teks(self, satu: Kind) -> str:
        return templates_sk.teks_kata(satu)


class KataNaskahSerializer(serializers.ModelSerializer[KataNaskah]):
    ditulis_oleh = serializers.CharField(source="ditulis_oleh.nama", read_only=True)

    class Meta:
        model = KataNaskah
        fields = (
            "id",
            "jenis_naskah",
            "teks",
            "berlaku_dari",
            "berlaku_sampai",
            "keputusan_nomor",
            "keputusan_tanggal",
            "ditulis_oleh",
            "dibuat_pada",
        )


class PeriksaKataSerializer(serializers.Serializer[dict[str, Any]]):
    teks = serializers.CharField(max_length=60_000, trim_whitespace=False)


class KataMasukSerializer(PeriksaKataSerializer):
    berlaku_dari = serializers.DateField()
    keputusan_nomor = serializers.CharField(max_length=120)
    keputusan_tanggal = serializers.DateField()
    versi = serializers.IntegerField(
        required=False, min_value=0, help_text="Versi yang Anda sunting, 0 untuk kata bawaan; bila sudah lain, ditolak."
    )


class DasarHukumSerializer(serializers.Serializer[Any]):
    """One legal basis, ours or the office's own."""

    kunci = serializers.CharField(read_only=True)
    peringkat = serializers.IntegerField(read_only=True)
    tahun = serializers.IntegerField(read_only=True)
    nomor = serializers.IntegerField(read_only=True)
    judul = serializers.CharField(read_only=True)
    sejak = serializers.DateField(read_only=True)
    sampai = serializers.DateField(read_only=True, allow_null=True)


class DasarHukumMasukSerializer(serializers.Serializer[dict[str, Any]]):
    kunci = serializers.RegexField(r"^[A-Z0-9][A-Z0-9-]{2,29}$")
    peringkat = serializers.IntegerField(min_value=DasarHukum.Peringkat.UNDANG_UNDANG, max_value=8)
    tahun = serializers.IntegerField(min_value=1945, max_value=2100)
    nomor = serializers.IntegerField(min_value=1, max_value=99_999)
    judul = serializers.CharField(max_length=300)
    berlaku_dari = serializers.DateField()
    keputusan_nomor = serializers.CharField(max_length=120)
    keputusan_tanggal = serializers.DateField()


class AkhirMasukSerializer(serializers.Serializer[dict[str, Any]]):
    sampai = serializers.DateField()
