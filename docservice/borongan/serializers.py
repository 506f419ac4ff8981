"""Shapes of the borongan room's API."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from docservice.borongan.models import BarisBorongan, Borongan
from docservice.borongan.status import StatusBaris


class BoronganSerializer(serializers.ModelSerializer[Borongan]):
    """``hitung``: how many files are in each state."""

    status_kata = serializers.CharField(source="get_status_display", read_only=True)
    hitung = serializers.DictField(child=serializers.IntegerField(), read_only=True)

    class Meta:
        model = Borongan
        fields = ("id", "nama", "status", "status_kata", "alasan", "jumlah", "hitung", "dibuat_pada", "selesai_pada")


class BarisBoronganSerializer(serializers.ModelSerializer[BarisBorongan]):
    status_kata = serializers.CharField(source="get_status_display", read_only=True)
    dokumen = serializers.IntegerField(source="dokumen_id", read_only=True, allow_null=True)

    class Meta:
        model = BarisBorongan
        fields = (
            "urutan",
            "nama",
            "ukuran",
            "jenis",
            "minor",
            "nip",
            "status",
            "status_kata",
            "masalah",
            "dokumen",
        )


class SaringBarisSerializer(serializers.Serializer[dict[str, Any]]):
    status = serializers.ChoiceField(choices=StatusBaris.choices, required=False)


class UnggahBoronganSerializer(serializers.Serializer[dict[str, Any]]):
    """One ZIP, or many files; or what came in parts (``untuk`` borongan)."""

    berkas = serializers.ListField(child=serializers.FileField(use_url=False), required=False, default=list)
    kiriman = serializers.ListField(child=serializers.CharField(max_length=43), required=False, default=list)


class PerbaikanSerializer(serializers.Serializer[dict[str, Any]]):
    """What one file is; a row left out stays as it is."""

    urutan = serializers.IntegerField(min_value=0, max_value=2**31 - 1)
    jenis = serializers.CharField(allow_blank=True, default="", max_length=150)
    minor = serializers.CharField(allow_blank=True, default="", max_length=20)
    nip = serializers.CharField(allow_blank=True, default="", max_length=24)
    buang = serializers.BooleanField(default=False, help_text="Jangan kirim berkas ini.")


class PerbaikiSerializer(serializers.Serializer[dict[str, Any]]):
    baris = serializers.ListField(child=PerbaikanSerializer(), max_length=500)
