"""Shapes of the reports."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers


class KelengkapanUnitSerializer(serializers.Serializer[Any]):
    """How far the archives of one unit have come, over the people one may see."""

    unit = serializers.CharField(source="unit.nama")
    pegawai = serializers.IntegerField()
    perlu = serializers.IntegerField()
    terverifikasi = serializers.IntegerField()
    menunggu = serializers.IntegerField()
    dikembalikan = serializers.IntegerField()
    belum_ada = serializers.IntegerField()
    persen = serializers.IntegerField()
