"""API: one person's roles, what they may see, a recovery link."""

from __future__ import annotations

from django.shortcuts import get_object_or_404
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from docservice.akun.models import Pengguna
from docservice.akun.token import saya
from docservice.pegawai.permissions import ambil_pegawai
from docservice.pengelola import orang as tentang
from docservice.pengelola.permissions import check_may_lihat_peran
from docservice.pengelola.serializers import HasilUjiSerializer, OrangSerializer, UjiMasukSerializer
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
