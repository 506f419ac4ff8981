"""Shapes of a decree that holds no more."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from docservice.naskah.models import Pencabutan
from docservice.umum.api import Nomor


class PencabutanSerializer(serializers.ModelSerializer[Pencabutan]):
    dokumen = serializers.IntegerField(source="dokumen_id", read_only=True)
    keputusan = serializers.IntegerField(source="keputusan_id", read_only=True)
    judul = serializers.CharField(source="dokumen.judul", read_only=True)
    nip = serializers.CharField(source="dokumen.pegawai.nip", read_only=True)
    status_kata = serializers.CharField(source="get_status_display", read_only=True)
    diusulkan_oleh = serializers.CharField(source="diusulkan_oleh.nama", read_only=True)
    diputus_oleh = serializers.CharField(source="diputus_oleh.nama", read_only=True, default=None, allow_null=True)

    class Meta:
        model = Pencabutan
        fields = (
            *("id", "dokumen", "judul", "nip", "cara", "keputusan", "keputusan_nomor", "keputusan_tanggal"),
            *("berlaku", "alasan", "status", "status_kata", "catatan"),
            *("diusulkan_oleh", "diusulkan_pada", "diputus_oleh", "diputus_pada"),
        )
        read_only_fields = fields


class CabutMasukSerializer(serializers.Serializer[dict[str, Any]]):
    dokumen = Nomor(help_text="Keputusan terbitan sini yang tidak berlaku lagi.")
    keputusan = Nomor(help_text="Dokumen keputusan yang mencabut atau menggantikannya.")
    cara = serializers.ChoiceField(choices=Pencabutan.Cara.choices)
    berlaku = serializers.DateField()
    alasan = serializers.CharField(max_length=300, allow_blank=True)
    keputusan_nomor = serializers.CharField(max_length=120, required=False, default="", allow_blank=True)
    keputusan_tanggal = serializers.DateField(required=False, default=None, allow_null=True)


class TetapMasukSerializer(serializers.Serializer[dict[str, Any]]):
    catatan = serializers.CharField(max_length=300, allow_blank=True)
