"""API of the akun room: who am I, my tokens, my notices."""

from __future__ import annotations

from django.shortcuts import get_object_or_404
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun import actions
from docservice.akun.models import Kabar, TokenApi
from docservice.akun.serializers import (
    DibacaSerializer,
    JumlahSerializer,
    KabarSerializer,
    SaringKabarSerializer,
    SayaSerializer,
    SurelKabarSerializer,
    TokenBaruSerializer,
    TokenMasukSerializer,
    TokenSerializer,
)
from docservice.akun.token import saya, token_ini
from docservice.umum.api import Halaman, baca, daftar, jawab, operasi

KE = "akun"


@operasi(
    "Siapa saya",
    ke=KE,
    keluar=SayaSerializer,
    description="Nama, peran yang berlaku hari ini, dan token yang dipakai.",
)
@api_view(["GET"])
def siapa(request: Request) -> Response:
    return jawab(SayaSerializer, token_ini(request))


class DaftarToken(APIView):
    pagination_class = Halaman

    @operasi("Token saya", ke=KE, keluar=TokenSerializer(many=True))
    def get(self, request: Request) -> Response:
        return daftar(
            request, TokenSerializer, TokenApi.objects.filter(pengguna=saya(request)).order_by("-dibuat_pada")
        )

    @operasi(
        "Buat token",
        ke=KE,
        masuk=TokenMasukSerializer,
        keluar=TokenBaruSerializer,
        status=201,
        description="Tidak lebih luas dan tidak lebih lama daripada token yang membuatnya.",
    )
    def post(self, request: Request) -> Response:
        isi = baca(TokenMasukSerializer, request.data)
        token, teks = actions.buat_token(by=saya(request), induk=token_ini(request), **isi)
        token.token = teks  # type: ignore[attr-defined] # shown once, never stored
        return jawab(TokenBaruSerializer, token, 201)


@operasi("Cabut token", ke=KE, keluar=TokenSerializer)
@api_view(["DELETE"])
def cabut(request: Request, pk: int) -> Response:
    by = saya(request)
    token = get_object_or_404(TokenApi, pengguna=by, pk=pk)
    return jawab(TokenSerializer, actions.cabut_token(by=by, token=token))


class DaftarKabar(APIView):
    pagination_class = Halaman

    @operasi("Kabar untuk saya", ke=KE, keluar=KabarSerializer(many=True), saring=SaringKabarSerializer)
    def get(self, request: Request) -> Response:
        kabar = Kabar.objects.filter(pengguna=saya(request))
        if baca(SaringKabarSerializer, request.query_params)["belum_dibaca"]:
            kabar = kabar.filter(dibaca_pada__isnull=True)
        return daftar(request, KabarSerializer, kabar)


@operasi("Tandai kabar sudah dibaca", ke=KE, masuk=DibacaSerializer, keluar=JumlahSerializer)
@api_view(["POST"])
def dibaca(request: Request) -> Response:
    isi = baca(DibacaSerializer, request.data)
    return jawab(JumlahSerializer, {"jumlah": actions.tandai_dibaca(by=saya(request), kabar=isi.get("kabar"))})


@operasi("Atur surel kabar", ke=KE, masuk=SurelKabarSerializer, keluar=SurelKabarSerializer)
@api_view(["POST"])
def surel_kabar(request: Request) -> Response:
    isi = baca(SurelKabarSerializer, request.data)
    return jawab(SurelKabarSerializer, actions.atur_surel_kabar(by=saya(request), pilihan=isi["surel_kabar"]))
