"""API of the days off."""

from __future__ import annotations

from django.shortcuts import get_object_or_404
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.token import saya
from docservice.aturan import libur as atur_libur
from docservice.aturan.libur import Libur
from docservice.aturan.permissions import check_may_atur, check_may_lihat_aturan
from docservice.aturan.serializers_libur import (
    CabutLiburSerializer,
    LiburMasukSerializer,
    LiburSerializer,
    SaringLiburSerializer,
)
from docservice.pegawai.models import HariLibur
from docservice.umum.api import baca, jawab, operasi

KE = "aturan"


class DaftarLibur(APIView):
    @operasi("Hari libur dan cuti bersama", ke=KE, keluar=LiburSerializer(many=True), saring=SaringLiburSerializer)
    def get(self, request: Request) -> Response:
        check_may_lihat_aturan(saya(request))
        tahun = baca(SaringLiburSerializer, request.query_params).get("tahun")
        semua = HariLibur.objects.filter(tanggal__year=tahun) if tahun else HariLibur.objects.all()
        return Response(LiburSerializer(semua.select_related("dicatat_oleh"), many=True).data)

    @operasi(
        "Catat hari libur",
        ke=KE,
        masuk=LiburMasukSerializer,
        keluar=LiburSerializer(many=True),
        status=201,
        description="Semua atau tidak sama sekali; yang sudah tercatat sama dilewati.",
    )
    def post(self, request: Request) -> Response:
        by = saya(request)
        check_may_atur(by)
        isi = baca(LiburMasukSerializer, request.data)
        daftar = [Libur(**satu) for satu in isi.pop("daftar")]
        return Response(LiburSerializer(atur_libur.catat_libur(by=by, daftar=daftar, **isi), many=True).data, 201)


@operasi("Cabut hari libur", ke=KE, masuk=CabutLiburSerializer, keluar=LiburSerializer)
@api_view(["POST"])
def cabut(request: Request, pk: int) -> Response:
    by = saya(request)
    check_may_atur(by)
    satu, isi = get_object_or_404(HariLibur, pk=pk), baca(CabutLiburSerializer, request.data)
    return jawab(LiburSerializer, atur_libur.cabut_libur(by=by, libur=satu, **isi))
