"""API of the reference tables."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.token import saya
from docservice.pegawai.daftar_acuan import Tabel, isi_tabel, semua_tabel
from docservice.pegawai.models import Referensi
from docservice.pegawai.permissions import check_may_lihat_acuan
from docservice.umum.api import Halaman, baca, daftar, operasi

KE = "pegawai"


class TabelSerializer(serializers.Serializer[Tabel]):
    nama = serializers.CharField()
    jumlah = serializers.IntegerField(help_text="Kode yang berlaku.")
    sidik = serializers.CharField(source="versi.sidik", default="", help_text="SHA-256 berkas yang terakhir dimuat.")
    dimuat_pada = serializers.DateTimeField(source="versi.dimuat_pada", default=None, allow_null=True)


class AcuanSerializer(serializers.ModelSerializer[Referensi]):
    class Meta:
        model = Referensi
        fields = ("kode", "nama", "rincian", "berlaku_dari", "berlaku_sampai")


class SaringAcuanSerializer(serializers.Serializer[dict[str, Any]]):
    q = serializers.CharField(required=False, max_length=100, help_text="Bagian nama, atau kodenya.")
    lama = serializers.BooleanField(required=False, default=False, help_text="Yang sudah berakhir.")


class DaftarAcuan(APIView):
    pagination_class = Halaman

    @operasi("Tabel acuan BKN", ke=KE, keluar=TabelSerializer(many=True))
    def get(self, request: Request) -> Response:
        check_may_lihat_acuan(saya(request))
        return daftar(request, TabelSerializer, semua_tabel())


class SatuAcuan(APIView):
    pagination_class = Halaman

    @operasi(
        "Kode satu tabel acuan",
        ke=KE,
        keluar=AcuanSerializer(many=True),
        saring=SaringAcuanSerializer,
        operation_id="acuan_kode_list",
    )
    def get(self, request: Request, tabel: str) -> Response:
        check_may_lihat_acuan(saya(request))
        return daftar(request, AcuanSerializer, isi_tabel(tabel, **baca(SaringAcuanSerializer, request.query_params)))
