"""API of the tree of units."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.shortcuts import get_object_or_404
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.token import saya
from docservice.pegawai import actions
from docservice.pegawai.models import UnitKerja
from docservice.pegawai.permissions import check_may_atur_unit
from docservice.pegawai.serializers import (
    BentukMasukSerializer,
    IndukMasukSerializer,
    NamaMasukSerializer,
    TutupMasukSerializer,
    UnitRinciSerializer,
    UnitSerializer,
)
from docservice.umum.api import Halaman, baca, daftar, jawab, operasi

KE = "pegawai"


class DaftarUnit(APIView):
    pagination_class = Halaman

    @operasi("Unit kerja yang ada", ke=KE, keluar=UnitSerializer(many=True))
    def get(self, request: Request) -> Response:
        return daftar(request, UnitSerializer, UnitKerja.objects.filter(berlaku_sampai=None).order_by("jalur"))

    @operasi("Bentuk unit", ke=KE, masuk=BentukMasukSerializer, keluar=UnitSerializer, status=201)
    def post(self, request: Request) -> Response:
        by = saya(request)
        check_may_atur_unit(by)
        return jawab(UnitSerializer, actions.bentuk_unit(by=by, **baca(BentukMasukSerializer, request.data)), 201)


@operasi("Satu unit dengan riwayatnya", ke=KE, keluar=UnitRinciSerializer)
@api_view(["GET"])
def rincian(request: Request, pk: int) -> Response:
    saya(request)
    return jawab(UnitRinciSerializer, get_object_or_404(UnitKerja.objects.prefetch_related("peristiwa"), pk=pk))


def _ubah(request: Request, pk: int, masuk: Any, kerja: Callable[..., UnitKerja]) -> Response:
    by = saya(request)
    check_may_atur_unit(by)
    isi = baca(masuk, request.data)
    return jawab(UnitSerializer, kerja(by=by, unit=get_object_or_404(UnitKerja, pk=pk), **isi))


@operasi("Ganti nama unit", ke=KE, masuk=NamaMasukSerializer, keluar=UnitSerializer)
@api_view(["POST"])
def nama(request: Request, pk: int) -> Response:
    return _ubah(request, pk, NamaMasukSerializer, actions.ganti_nama_unit)


@operasi("Ganti induk unit", ke=KE, masuk=IndukMasukSerializer, keluar=UnitSerializer)
@api_view(["POST"])
def induk(request: Request, pk: int) -> Response:
    return _ubah(request, pk, IndukMasukSerializer, actions.ganti_induk_unit)


@operasi("Tutup atau gabungkan unit", ke=KE, masuk=TutupMasukSerializer, keluar=UnitSerializer)
@api_view(["POST"])
def tutup(request: Request, pk: int) -> Response:
    return _ubah(request, pk, TutupMasukSerializer, actions.tutup_unit)
