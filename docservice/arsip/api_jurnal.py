"""API of the journal, without what entries say in detail."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.token import saya
from docservice.arsip.jurnal import Saringan, baris_jurnal, jurnal
from docservice.audit.models import Jejak
from docservice.umum.api import Halaman, baca, operasi

KE = "arsip"


class BarisJurnalSerializer(serializers.Serializer[Any]):
    nomor = serializers.IntegerField()
    waktu = serializers.DateTimeField()
    nip = serializers.CharField(allow_blank=True, help_text="Kosong bila sistem sendiri.")
    nama = serializers.CharField(allow_blank=True)
    peran = serializers.CharField(allow_blank=True)
    aksi = serializers.CharField()
    objek = serializers.CharField()
    hash = serializers.CharField()


class SaringJurnalSerializer(serializers.Serializer[dict[str, Any]]):
    aksi = serializers.CharField(required=False, max_length=60, help_text="Awal kegiatan, misalnya `dokumen.`.")
    pelaku = serializers.CharField(required=False, max_length=18, help_text="NIP.")
    objek = serializers.CharField(required=False, max_length=80)
    dari = serializers.DateField(required=False)
    sampai = serializers.DateField(required=False)


class Jurnal(APIView):
    pagination_class = Halaman

    @operasi("Jurnal kegiatan", ke=KE, keluar=BarisJurnalSerializer(many=True), saring=SaringJurnalSerializer)
    def get(self, request: Request) -> Response:
        saring = Saringan(**baca(SaringJurnalSerializer, request.query_params))
        halaman = Halaman()
        jejak: list[Jejak] = halaman.paginate_queryset(jurnal(saya(request), saring), request) or []
        return halaman.get_paginated_response(BarisJurnalSerializer(baris_jurnal(jejak), many=True).data)
