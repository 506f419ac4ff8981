"""API: write, read, answer."""

from __future__ import annotations

from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.token import saya
from docservice.masukan import actions
from docservice.masukan.models import Masukan
from docservice.masukan.permissions import ambil_masukan, check_may_jawab
from docservice.masukan.serializers import JawabanSerializer, MasukanSerializer
from docservice.umum.api import Halaman, baca, daftar, operasi
from docservice.umum.api import jawab as balas

KE = "masukan"


class Daftar(APIView):
    pagination_class = Halaman

    @operasi("Masukan", ke=KE, keluar=MasukanSerializer(many=True))
    def get(self, request: Request) -> Response:
        semua = Masukan.objects.visible_to(saya(request)).select_related("oleh")
        return daftar(request, MasukanSerializer, semua)

    @operasi("Kirim masukan", ke=KE, masuk=MasukanSerializer, keluar=MasukanSerializer, status=201)
    def post(self, request: Request) -> Response:
        isi = baca(MasukanSerializer, request.data)
        return balas(MasukanSerializer, actions.kirim(by=saya(request), sebagai="API", **isi), 201)


@operasi("Jawab masukan", ke=KE, masuk=JawabanSerializer, keluar=MasukanSerializer)
@api_view(["POST"])
def jawab(request: Request, pk: int) -> Response:
    ini = ambil_masukan(saya(request), pk)
    check_may_jawab(saya(request), ini)
    isi = baca(JawabanSerializer, request.data)
    return balas(MasukanSerializer, actions.jawab(by=saya(request), masukan=ini, **isi))
