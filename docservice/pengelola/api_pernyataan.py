"""API of pledges, freezes and reviews. A passphrase is taken out of the request before anything looks at it."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.models import Cakupan, Pengguna, Penugasan
from docservice.akun.token import saya
from docservice.pengelola import pembekuan, peninjauan
from docservice.pengelola import pernyataan as surat
from docservice.pengelola.models import ButirPeninjauan, Pembekuan, Peninjauan
from docservice.pengelola.permissions import (
    ambil_pembekuan,
    ambil_pengangkatan,
    ambil_pernyataan,
    check_may_bekukan,
    check_may_lihat_peran,
)
from docservice.pengelola.serializers import (
    BekukanMasukSerializer,
    ButirPeninjauanSerializer,
    KetahuiMasukSerializer,
    PembekuanSerializer,
    PeninjauanMasukSerializer,
    PeninjauanRinciSerializer,
    PeninjauanSerializer,
    PernyataanSerializer,
    PutusanMasukSerializer,
    TandaTanganPernyataanSerializer,
)
from docservice.umum.api import Halaman, Json, baca, daftar, jawab, operasi

KE = "pengelola"


@operasi("Siapkan pakta integritas saya", ke=KE, keluar=PernyataanSerializer)
@api_view(["POST"])
def pakta(request: Request, pk: int) -> Response:
    by = saya(request)
    return jawab(PernyataanSerializer, surat.siapkan_pakta(by=by, pengangkatan=ambil_pengangkatan(by, pk)))


@operasi("Pernyataan saya", ke=KE, keluar=PernyataanSerializer)
@api_view(["GET"])
def pernyataan(request: Request, pk: int) -> Response:
    return jawab(PernyataanSerializer, ambil_pernyataan(saya(request), pk))


@method_decorator(sensitive_post_parameters("passphrase"), name="dispatch")
class TandaTanganPernyataan(APIView):
    cakupan = Cakupan.TANDA_TANGAN
    parser_classes = (Json,)

    @operasi("Tanda tangani pernyataan saya", ke=KE, masuk=TandaTanganPernyataanSerializer, keluar=PernyataanSerializer)
    @sensitive_variables()
    def post(self, request: Request, pk: int) -> Response:
        by = saya(request)
        satu, isi = ambil_pernyataan(by, pk), _ambil_isi(request)
        with isi["passphrase"] as passphrase:
            satu = surat.tandatangani(by=by, pernyataan=satu, sha256=isi["sha256"], passphrase=passphrase)
        pembekuan.lanjutkan(by=by, pernyataan=satu)
        return jawab(PernyataanSerializer, satu)


@sensitive_variables()
def _ambil_isi(request: Request) -> dict[str, Any]:
    try:
        return baca(TandaTanganPernyataanSerializer, request.data)
    finally:
        if type(request.data) is dict:
            request.data.pop("passphrase", None)


class DaftarPembekuan(APIView):
    pagination_class = Halaman

    @operasi("Pembekuan yang boleh saya lihat", ke=KE, keluar=PembekuanSerializer(many=True))
    def get(self, request: Request) -> Response:
        semua = Pembekuan.objects.visible_to(saya(request)).select_related("penugasan__pengguna")
        return daftar(request, PembekuanSerializer, semua)


@operasi("Bekukan akses fasilitator unit", ke=KE, masuk=BekukanMasukSerializer, keluar=PembekuanSerializer, status=201)
@api_view(["POST"])
def bekukan(request: Request, pk: int) -> Response:
    by = saya(request)
    check_may_bekukan(by)
    isi = baca(BekukanMasukSerializer, request.data)
    tugas = get_object_or_404(Penugasan.objects.berlaku().select_related("unit"), pk=pk)
    isi["pengganti"] = get_object_or_404(Pengguna, nip=isi["pengganti"])
    return jawab(PembekuanSerializer, pembekuan.bekukan(by=by, penugasan=tugas, **isi), 201)


@operasi("Siapkan surat kesanggupan saya", ke=KE, keluar=PernyataanSerializer)
@api_view(["POST"])
def kesanggupan(request: Request, pk: int) -> Response:
    by = saya(request)
    return jawab(PernyataanSerializer, surat.siapkan_kesanggupan(by=by, pembekuan=ambil_pembekuan(by, pk)))


@operasi("Mengetahui surat kesanggupan", ke=KE, masuk=KetahuiMasukSerializer, keluar=PembekuanSerializer)
@api_view(["POST"])
def ketahui(request: Request, pk: int) -> Response:
    by = saya(request)
    satu, isi = ambil_pembekuan(by, pk), baca(KetahuiMasukSerializer, request.data)
    return jawab(PembekuanSerializer, pembekuan.ketahui(by=by, pembekuan=satu, **isi))


@operasi("Cabut pembekuan", ke=KE, keluar=PembekuanSerializer)
@api_view(["POST"])
def cabut(request: Request, pk: int) -> Response:
    by = saya(request)
    return jawab(PembekuanSerializer, pembekuan.cabut(by=by, pembekuan=ambil_pembekuan(by, pk)))


class DaftarPeninjauan(APIView):
    pagination_class = Halaman

    @operasi("Peninjauan akses", ke=KE, keluar=PeninjauanSerializer(many=True))
    def get(self, request: Request) -> Response:
        check_may_lihat_peran(saya(request))
        return daftar(request, PeninjauanSerializer, Peninjauan.objects.all())

    @operasi("Mulai peninjauan akses", ke=KE, masuk=PeninjauanMasukSerializer, keluar=PeninjauanSerializer, status=201)
    def post(self, request: Request) -> Response:
        by = saya(request)
        check_may_lihat_peran(by)
        isi = baca(PeninjauanMasukSerializer, request.data)
        return jawab(PeninjauanSerializer, peninjauan.mulai(by=by, **isi), 201)


@operasi("Satu peninjauan dengan butirnya", ke=KE, keluar=PeninjauanRinciSerializer)
@api_view(["GET"])
def rincian_peninjauan(request: Request, pk: int) -> Response:
    check_may_lihat_peran(saya(request))
    semua = Peninjauan.objects.prefetch_related("butir__penugasan__pengguna", "butir__penugasan__unit")
    return jawab(PeninjauanRinciSerializer, get_object_or_404(semua, pk=pk))


@operasi("Tetap atau cabut", ke=KE, masuk=PutusanMasukSerializer, keluar=ButirPeninjauanSerializer)
@api_view(["POST"])
def putuskan(request: Request, pk: int) -> Response:
    by = saya(request)
    check_may_lihat_peran(by)
    isi = baca(PutusanMasukSerializer, request.data)
    return jawab(
        ButirPeninjauanSerializer, peninjauan.putuskan(by=by, butir=get_object_or_404(ButirPeninjauan, pk=pk), **isi)
    )
