"""Shapes of the search."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from docservice.dokumen.serializers import DokumenSerializer
from docservice.umum.api import TupelSerializer


class CariSerializer(serializers.Serializer[dict[str, Any]]):
    """Filters repeat: choices inside one widen, different ones narrow."""

    q = serializers.CharField(required=False, allow_blank=True, default="")
    persis = serializers.BooleanField(default=False, help_text="Tanpa bentuk kata lain dan nama mirip.")
    jenis = serializers.ListField(child=serializers.CharField(), required=False)
    unit = serializers.ListField(child=serializers.CharField(), required=False)
    tahun = serializers.ListField(child=serializers.CharField(), required=False)
    golongan = serializers.ListField(child=serializers.CharField(), required=False)
    status = serializers.ListField(child=serializers.CharField(), required=False)
    kelas = serializers.ListField(child=serializers.CharField(), required=False)
    offset = serializers.IntegerField(min_value=0, max_value=10_000, default=0)
    limit = serializers.IntegerField(min_value=1, max_value=100, default=20)


class PotonganSerializer(TupelSerializer):
    teks = serializers.CharField()
    tanda = serializers.BooleanField(help_text="Kata yang dicari.")


class TemuanSerializer(serializers.Serializer[Any]):
    dokumen = DokumenSerializer()
    cuplikan = PotonganSerializer(many=True)


class PilihanSaringSerializer(serializers.Serializer[Any]):
    nilai = serializers.CharField()
    kata = serializers.CharField(source="label")
    jumlah = serializers.IntegerField()
    dipilih = serializers.BooleanField()


class SaringanSerializer(serializers.Serializer[Any]):
    """Counts of exactly what the asker may see."""

    jenis = PilihanSaringSerializer(many=True)
    unit = PilihanSaringSerializer(many=True)
    tahun = PilihanSaringSerializer(many=True)
    golongan = PilihanSaringSerializer(many=True)
    status = PilihanSaringSerializer(many=True)
    kelas = PilihanSaringSerializer(many=True)


class HasilCariSerializer(serializers.Serializer[Any]):
    jumlah = serializers.IntegerField()
    temuan = TemuanSerializer(many=True)
    saringan = SaringanSerializer()
    catatan = serializers.ListField(child=serializers.CharField())
