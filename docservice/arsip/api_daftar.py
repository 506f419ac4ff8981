"""API of lists taken out of the archive: ask, recommend, fetch."""

from __future__ import annotations

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.idempotensi import PARAMETER, sekali
from docservice.akun.models import Cakupan
from docservice.akun.token import bercakupan, saya
from docservice.arsip import actions
from docservice.arsip.daftar import TIPE, hitung
from docservice.arsip.kirim import kirim_lembar
from docservice.arsip.models import PermintaanDaftar
from docservice.arsip.permissions import ambil_daftar
from docservice.arsip.serializers import MintaDaftarSerializer, PermintaanDaftarSerializer, PutusanDaftarSerializer
from docservice.arsip.tanya import Tanya
from docservice.umum.api import Halaman, baca, daftar, jawab, operasi

KE = "arsip"
BERKAS = {
    (200, tipe.partition(";")[0]): OpenApiResponse(OpenApiTypes.BINARY, description="Isi daftar.")
    for tipe in TIPE.values()
}


class SemuaDaftar(APIView):
    pagination_class = Halaman

    @operasi("Permintaan daftar", ke=KE, keluar=PermintaanDaftarSerializer(many=True))
    def get(self, request: Request) -> Response:
        """My own; for administrators everybody's."""
        terlihat = PermintaanDaftar.objects.visible_to(saya(request)).select_related("pemohon", "diputus_oleh")
        return daftar(request, PermintaanDaftarSerializer, terlihat)

    @operasi(
        "Minta daftar hasil pencarian",
        ke=KE,
        masuk=MintaDaftarSerializer,
        keluar=PermintaanDaftarSerializer,
        status=201,
        parameters=[PARAMETER],
        description="Data orang lain memerlukan rekomendasi administrator (Pergub 14/2023 Pasal 16).",
    )
    def post(self, request: Request) -> Response:
        return sekali(request, lambda: _minta(request))


def _minta(request: Request) -> Response:
    by, isi = saya(request), baca(MintaDaftarSerializer, request.data)
    tanya = Tanya.dari(isi["tanya"])
    jumlah, milik_sendiri = hitung(by, tanya)
    permintaan = actions.minta_daftar(
        by=by,
        tanya=tanya,
        keperluan=isi["keperluan"],
        bentuk=isi["bentuk"],
        jumlah=jumlah,
        milik_sendiri=milik_sendiri,
    )
    return jawab(PermintaanDaftarSerializer, permintaan, 201)


@operasi("Satu permintaan daftar", ke=KE, keluar=PermintaanDaftarSerializer)
@api_view(["GET"])
def satu_daftar(request: Request, pk: int) -> Response:
    return jawab(PermintaanDaftarSerializer, ambil_daftar(saya(request), pk))


@operasi("Putuskan permintaan daftar", ke=KE, masuk=PutusanDaftarSerializer, keluar=PermintaanDaftarSerializer)
@api_view(["POST"])
def putuskan(request: Request, pk: int) -> Response:
    permintaan = ambil_daftar(saya(request), pk)
    isi = baca(PutusanDaftarSerializer, request.data)
    return jawab(PermintaanDaftarSerializer, actions.putuskan_daftar(by=saya(request), permintaan=permintaan, **isi))


@operasi("Unduh daftar", ke=KE, keluar=BERKAS)
@bercakupan(Cakupan.TERJAGA, membaca=True)
@api_view(["GET"])
def unduh(request: Request, pk: int) -> HttpResponse:
    """Made now, of what I may see now; noted before it leaves."""
    return kirim_lembar(saya(request), ambil_daftar(saya(request), pk))
