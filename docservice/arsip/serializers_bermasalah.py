"""Shapes of what went wrong: ids and verdicts, never bytes."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from docservice.antrean.models import Job
from docservice.dokumen.models import PelepasanKarantina, VersiDokumen


class MacetSerializer(serializers.ModelSerializer[Job]):
    status_kata = serializers.CharField(source="get_status_display", read_only=True)

    class Meta:
        model = Job
        fields = ("id", "jenis", "subjek", "status_kata", "percobaan", "galat", "dibuat_pada")


class UsulLepasSerializer(serializers.ModelSerializer[PelepasanKarantina]):
    hasil_kata = serializers.CharField(source="get_hasil_display", read_only=True)

    class Meta:
        model = PelepasanKarantina
        fields = ("id", "versi", "alasan", "diusulkan_pada", "alasan_putusan", "diputuskan_pada", "hasil_kata")


class KarantinaSerializer(serializers.ModelSerializer[VersiDokumen]):
    judul = serializers.CharField(source="dokumen.judul", read_only=True)
    tanda = serializers.CharField(source="pemindai.tanda", read_only=True, default=None, allow_null=True)
    pelepasan = UsulLepasSerializer(many=True, read_only=True)

    class Meta:
        model = VersiDokumen
        fields = ("id", "judul", "sha256", "ukuran", "tanda", "diunggah_pada", "pelepasan")


class AlasanLepasSerializer(serializers.Serializer[dict[str, Any]]):
    alasan = serializers.CharField(max_length=500)


class PutusanLepasSerializer(AlasanLepasSerializer):
    setuju = serializers.BooleanField(help_text="true melepas, false tetap dikarantina.")
