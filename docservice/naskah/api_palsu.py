"""API of reports of forgery: anybody reports, slowed down per address; administrators read and answer."""

from __future__ import annotations

from rest_framework.decorators import api_view
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.token import saya
from docservice.naskah import palsu
from docservice.naskah.laju import LajuLapor
from docservice.naskah.serializers import (
    LaporanPemalsuanSerializer,
    LaporMasukSerializer,
    TanganiMasukSerializer,
    TerimaLaporanSerializer,
)
from docservice.umum.api import Halaman, baca, daftar, jawab, operasi


class LaporPalsu(APIView):
    authentication_classes = ()
    permission_classes = (AllowAny,)
    throttle_classes = (LajuLapor,)

    @operasi(
        "Laporkan dugaan pemalsuan", ke="cek", masuk=LaporMasukSerializer, keluar=TerimaLaporanSerializer, status=201
    )
    def post(self, request: Request) -> Response:
        """The caller gets the moment it was written down, nothing else."""
        return jawab(TerimaLaporanSerializer, palsu.laporkan(**baca(LaporMasukSerializer, request.data)), 201)


class DaftarPemalsuan(APIView):
    pagination_class = Halaman

    @operasi("Laporan pemalsuan", ke="naskah", keluar=LaporanPemalsuanSerializer(many=True))
    def get(self, request: Request) -> Response:
        return daftar(request, LaporanPemalsuanSerializer, palsu.laporan_pemalsuan(saya(request)))


@operasi(
    "Catat hasil pemeriksaan laporan", ke="naskah", masuk=TanganiMasukSerializer, keluar=LaporanPemalsuanSerializer
)
@api_view(["POST"])
def tangani(request: Request, pk: int) -> Response:
    by = saya(request)
    palsu.check_may_tangani(by)
    isi = baca(TanganiMasukSerializer, request.data)
    return jawab(LaporanPemalsuanSerializer, palsu.tangani(by=by, pk=pk, **isi))
