"""API of the tree of units."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Q
from django.shortcuts import get_object_or_404
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.models import Cakupan
from docservice.akun.token import saya
from docservice.pegawai import actions
from docservice.pegawai.daerah import atur_daerah, atur_kop
from docservice.pegawai.models import Daerah, UnitKerja
from docservice.pegawai.permissions import check_may_atur_unit
from docservice.pegawai.serializers import (
    BentukMasukSerializer,
    DaerahSerializer,
    IndukMasukSerializer,
    KopMasukSerializer,
    NamaMasukSerializer,
    TutupMasukSerializer,
    UnitRinciSerializer,
    UnitSerializer,
)
from docservice.umum.api import Halaman, Nomor, baca, daftar, jawab, operasi

KE = "pegawai"


class SatuDaerah(APIView):
    cakupan = Cakupan.TERJAGA

    @operasi("Data daerah", ke=KE, keluar=DaerahSerializer)
    def get(self, request: Request) -> Response:
        saya(request)
        return jawab(DaerahSerializer, Daerah.ini())

    @operasi("Atur data daerah", ke=KE, masuk=DaerahSerializer, keluar=DaerahSerializer)
    def put(self, request: Request) -> Response:
        by = saya(request)
        check_may_atur_unit(by)
        return jawab(DaerahSerializer, atur_daerah(by=by, **baca(DaerahSerializer, request.data)))


class SaringUnitSerializer(serializers.Serializer[dict[str, Any]]):
    q = serializers.CharField(required=False, max_length=100, help_text="Bagian nama, atau singkatan.")
    induk = Nomor(required=False, help_text="Yang langsung di bawah unit ini.")
    lama = serializers.BooleanField(required=False, default=False, help_text="Yang sudah ditutup atau digabung.")


class DaftarUnit(APIView):
    pagination_class = Halaman

    @operasi("Unit kerja", ke=KE, keluar=UnitSerializer(many=True), saring=SaringUnitSerializer)
    def get(self, request: Request) -> Response:
        saya(request)
        saring = baca(SaringUnitSerializer, request.query_params)
        unit = UnitKerja.objects.filter(berlaku_sampai__isnull=not saring["lama"])
        if q := saring.get("q"):
            unit = unit.filter(Q(nama__icontains=q) | Q(singkatan__iexact=q))
        if induk := saring.get("induk"):
            unit = unit.filter(induk=induk)
        return daftar(request, UnitSerializer, unit.order_by("jalur"))

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


@operasi("Atur kop surat unit", ke=KE, masuk=KopMasukSerializer, keluar=UnitSerializer)
@api_view(["POST"])
def kop(request: Request, pk: int) -> Response:
    return _ubah(request, pk, KopMasukSerializer, atur_kop)


@operasi("Tutup atau gabungkan unit", ke=KE, masuk=TutupMasukSerializer, keluar=UnitSerializer)
@api_view(["POST"])
def tutup(request: Request, pk: int) -> Response:
    return _ubah(request, pk, TutupMasukSerializer, actions.tutup_unit)
