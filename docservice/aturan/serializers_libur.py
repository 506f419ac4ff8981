"""Shapes of the days off."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from docservice.pegawai.models import HariLibur


class LiburSerializer(serializers.ModelSerializer[HariLibur]):
    jenis_kata = serializers.CharField(source="get_jenis_display", read_only=True)
    dicatat_oleh = serializers.CharField(source="dicatat_oleh.nama", read_only=True)

    class Meta:
        model = HariLibur
        fields = (
            *("id", "tanggal", "nama", "jenis", "jenis_kata", "keputusan_nomor", "keputusan_tanggal"),
            *("dicatat_oleh", "dicatat_pada", "dicabut_pada", "alasan"),
        )
        read_only_fields = fields


class SatuLiburSerializer(serializers.Serializer[dict[str, Any]]):
    tanggal = serializers.DateField()
    nama = serializers.CharField(max_length=150)
    jenis = serializers.ChoiceField(choices=HariLibur.Jenis.choices, default=HariLibur.Jenis.NASIONAL)


class LiburMasukSerializer(serializers.Serializer[dict[str, Any]]):
    daftar = SatuLiburSerializer(many=True)
    keputusan_nomor = serializers.CharField(max_length=120, allow_blank=True)
    keputusan_tanggal = serializers.DateField()


class CabutLiburSerializer(serializers.Serializer[dict[str, Any]]):
    alasan = serializers.CharField(max_length=300, allow_blank=True)


class SaringLiburSerializer(serializers.Serializer[dict[str, Any]]):
    tahun = serializers.IntegerField(required=False, min_value=1945, max_value=2100)
