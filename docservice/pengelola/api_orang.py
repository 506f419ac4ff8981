"""API: one person's roles, what they may see, a recovery link."""

from __future__ import annotations

from django.shortcuts import get_object_or_404
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from docservice.akun.models import Cakupan, Pengguna
from docservice.akun.surel_pertama import batalkan_surel, catat_surel, check_may_catat_surel
from docservice.akun.token import bercakupan, saya
from docservice.pegawai.permissions import ambil_pegawai
from docservice.pengelola import orang as tentang
from docservice.pengelola.permissions import check_may_lihat_peran
from docservice.pengelola.serializers import (
    HasilUjiSerializer,
    OrangSerializer,
    SurelPertamaMasukSerializer,
    UjiMasukSerializer,
)
from docservice.pengelola.uji_akses import uji_akses
from docservice.umum.api import baca, jawab, operasi

KE = "pengelola"


def _ambil(by: Pengguna, pk: int) -> Pengguna:
    check_may_lihat_peran(by)
    return get_object_or_404(Pengguna, pk=pk)


@operasi("Peran seseorang dan jejaknya", ke=KE, keluar=OrangSerializer)
@api_view(["GET"])
def orang(request: Request, pk: int) -> Response:
    return jawab(OrangSerializer, _ambil(saya(request), pk))


@operasi("Uji akses: apa yang boleh dilihat orang ini", ke=KE, masuk=UjiMasukSerializer, keluar=HasilUjiSerializer)
@api_view(["POST"])
def uji(request: Request, pk: int) -> Response:
    by = saya(request)
    satu, isi = _ambil(by, pk), baca(UjiMasukSerializer, request.data)
    pegawai = ambil_pegawai(by, isi["nip"]) if isi.get("nip") else None
    return jawab(HasilUjiSerializer, uji_akses(by=by, orang=satu, pegawai=pegawai))


@operasi("Kirim tautan pemulihan ke email dinas pemilik akun", ke=KE, keluar=OrangSerializer)
@api_view(["POST"])
def pemulihan(request: Request, pk: int) -> Response:
    by = saya(request)
    satu = _ambil(by, pk)
    tentang.kirim_pemulihan(by=by, orang=satu)
    return jawab(OrangSerializer, satu)


@operasi("Catat email dinas pertama", ke=KE, masuk=SurelPertamaMasukSerializer, keluar=OrangSerializer)
@bercakupan(Cakupan.TERJAGA)
@api_view(["POST"])
def surel(request: Request, pk: int) -> Response:
    """It waits beside the account until its owner opens the link and says whose it is."""
    by = saya(request)
    satu = _ambil(by, pk)
    check_may_catat_surel(by, satu)
    catat_surel(by=by, orang=satu, **baca(SurelPertamaMasukSerializer, request.data))
    return jawab(OrangSerializer, satu)


@operasi("Batalkan email dinas pertama", ke=KE, keluar=OrangSerializer)
@bercakupan(Cakupan.TERJAGA)
@api_view(["POST"])
def batal_surel(request: Request, pk: int) -> Response:
    by = saya(request)
    satu = _ambil(by, pk)
    batalkan_surel(by=by, orang=satu)
    return jawab(OrangSerializer, satu)
