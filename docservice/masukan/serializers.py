"""Shapes of this room's API."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from docservice.masukan.models import Masukan


class MasukanSerializer(serializers.ModelSerializer[Masukan]):
    oleh = serializers.CharField(source="oleh.nama", read_only=True)
    jenis_kata = serializers.CharField(source="get_jenis_display", read_only=True)
    status_kata = serializers.CharField(source="get_status_display", read_only=True)

    class Meta:
        model = Masukan
        fields = (
            "id",
            "jenis",
            "jenis_kata",
            "isi",
            "halaman",
            "oleh",
            "sebagai",
            "pada",
            "status",
            "status_kata",
            "jawaban",
            "dijawab_pada",
        )
        read_only_fields = ("sebagai", "pada", "status", "jawaban", "dijawab_pada")


class JawabanSerializer(serializers.Serializer[Any]):
    jawaban = serializers.CharField(max_length=1000)
