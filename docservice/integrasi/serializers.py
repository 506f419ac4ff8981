"""Shapes of the open statistics."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from docservice.integrasi.statistik import UKURAN


class SaringStatistikSerializer(serializers.Serializer[dict[str, Any]]):
    per = serializers.ChoiceField(choices=list(UKURAN))


class BarisSerializer(serializers.Serializer[Any]):
    nama = serializers.CharField()
    jumlah = serializers.IntegerField()
    gabungan = serializers.BooleanField(help_text="Gabungan kelompok yang anggotanya kurang dari lima.")


class StatistikSerializer(serializers.Serializer[Any]):
    per = serializers.ChoiceField(choices=list(UKURAN))
    jumlah = serializers.IntegerField(allow_null=True, help_text="Kosong bila terlalu sedikit untuk diumumkan.")
    baris = BarisSerializer(many=True)
