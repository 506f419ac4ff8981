"""API of decrees that hold no more."""

from __future__ import annotations

from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.token import saya
from docservice.dokumen.permissions import ambil_dokumen
from docservice.naskah import pencabutan
from docservice.naskah.models import Pencabutan
from docservice.naskah.permissions_cabut import check_may_lihat_cabut, check_may_urus_cabut
from docservice.naskah.serializers_cabut import CabutMasukSerializer, PencabutanSerializer, TetapMasukSerializer
from docservice.umum.api import Halaman, baca, daftar, jawab, operasi

KE = "naskah"


class DaftarPencabutan(APIView):
    pagination_class = Halaman

    @operasi("Pencabutan keputusan", ke=KE, keluar=PencabutanSerializer(many=True))
    def get(self, request: Request) -> Response:
        check_may_lihat_cabut(saya(request))
        return daftar(request, PencabutanSerializer, Pencabutan.objects.visible_to(saya(request)).lengkap())

    @operasi(
        "Usulkan keputusan tidak berlaku lagi",
        ke=KE,
        masuk=CabutMasukSerializer,
        keluar=PencabutanSerializer,
        status=201,
        description="Berlaku sesudah administrator lain mengesahkannya.",
    )
    def post(self, request: Request) -> Response:
        by = saya(request)
        check_may_urus_cabut(by)
        isi = baca(CabutMasukSerializer, request.data)
        isi |= {nama: ambil_dokumen(by, isi[nama]) for nama in ("dokumen", "keputusan")}
        return jawab(PencabutanSerializer, pencabutan.usulkan(by=by, **isi), 201)


@operasi("Sahkan pencabutan", ke=KE, keluar=PencabutanSerializer)
@api_view(["POST"])
def sahkan(request: Request, pk: int) -> Response:
    by = saya(request)
    check_may_urus_cabut(by)
    return jawab(PencabutanSerializer, pencabutan.sahkan(by=by, pencabutan=pencabutan.ambil_pencabutan(by, pk)))


@operasi("Keputusan tetap berlaku", ke=KE, masuk=TetapMasukSerializer, keluar=PencabutanSerializer)
@api_view(["POST"])
def tolak(request: Request, pk: int) -> Response:
    by = saya(request)
    check_may_urus_cabut(by)
    satu, isi = pencabutan.ambil_pencabutan(by, pk), baca(TetapMasukSerializer, request.data)
    return jawab(PencabutanSerializer, pencabutan.tolak(by=by, pencabutan=satu, **isi))
