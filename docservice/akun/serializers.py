"""Shapes of the akun room's API."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from docservice.akun.models import Cakupan, Kabar, Pengguna, Penugasan, TokenApi
from docservice.umum.api import Nomor


class PenugasanSerializer(serializers.ModelSerializer[Penugasan]):
    """A role held today."""

    sebutan = serializers.CharField(source="label", read_only=True)
    unit = serializers.CharField(source="unit.nama", read_only=True, default=None, allow_null=True)

    class Meta:
        model = Penugasan
        fields = ("peran", "sebutan", "unit", "berlaku_dari", "berlaku_sampai", "sk_nomor", "sk_tanggal")


class TokenSerializer(serializers.ModelSerializer[TokenApi]):
    cakupan = serializers.ListField(child=serializers.ChoiceField(choices=Cakupan.choices))

    class Meta:
        model = TokenApi
        fields = ("id", "nama", "cakupan", "kedaluwarsa", "dicabut_pada", "terakhir_dipakai", "dibuat_pada")


class SayaSerializer(serializers.Serializer[TokenApi]):
    """Who am I, what may I do, and with which token do I ask: read off the token itself."""

    nip = serializers.CharField(source="pengguna.nip")
    nama = serializers.CharField(source="pengguna.nama")
    surel = serializers.EmailField(source="pengguna.surel", allow_blank=True)
    peran = PenugasanSerializer(source="pengguna.penugasan_berlaku", many=True)
    token = TokenSerializer(source="*")


class SurelKabarSerializer(serializers.Serializer[Pengguna]):
    surel_kabar = serializers.ChoiceField(choices=Pengguna.SurelKabar.choices, help_text="Selain yang wajib.")


class TokenMasukSerializer(serializers.Serializer[dict[str, Any]]):
    nama = serializers.CharField(max_length=80)
    cakupan = serializers.ListField(child=serializers.ChoiceField(choices=Cakupan.choices), allow_empty=False)
    hari = serializers.IntegerField(min_value=1, default=30, help_text="Masa berlaku dalam hari.")


class TokenBaruSerializer(TokenSerializer):
    """With its text, shown this once."""

    token = serializers.CharField(read_only=True, help_text="Simpan sekarang; tidak dapat ditampilkan lagi.")

    class Meta(TokenSerializer.Meta):
        fields = (*TokenSerializer.Meta.fields, "token")  # type: ignore[assignment]


class KabarSerializer(serializers.ModelSerializer[Kabar]):
    class Meta:
        model = Kabar
        fields = ("id", "teks", "tautan", "nada", "dibuat_pada", "dibaca_pada")


class SaringKabarSerializer(serializers.Serializer[dict[str, Any]]):
    belum_dibaca = serializers.BooleanField(default=False, help_text="Hanya yang belum dibaca.")


class DibacaSerializer(serializers.Serializer[dict[str, Any]]):
    kabar = serializers.ListField(child=Nomor(), required=False, help_text="Nomor kabar; kosong berarti semua.")


class JumlahSerializer(serializers.Serializer[dict[str, Any]]):
    jumlah = serializers.IntegerField()
