"""API of pledges, freezes and reviews. Letters made here are signed in the tray (``tanda-tangan/``)."""

from __future__ import annotations

from django.db.models import Q
from django.shortcuts import get_object_or_404
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.models import Cakupan, Pengguna, Penugasan
from docservice.akun.token import bercakupan, saya
from docservice.naskah.serializers import NaskahSerializer
from docservice.pegawai.cari import orang
from docservice.pengelola import pembekuan, peninjauan
from docservice.pengelola.models import ButirPeninjauan, Pembekuan, Peninjauan
from docservice.pengelola.permissions import (
    ambil_pembekuan,
    ambil_pengangkatan,
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
    PutusanMasukSerializer,
    SaringPembekuanSerializer,
)
from docservice.pengelola.surat_kesanggupan import siapkan_kesanggupan
from docservice.pengelola.surat_pakta import siapkan_pakta
from docservice.umum.api import Halaman, baca, daftar, jawab, operasi

KE = "pengelola"
DI_BAKI = "Naskah di baki Anda; tanda tangani dengan `tanda-tangan/`, sebut `id` dan `draf_sha256`-nya."


@operasi("Siapkan pakta integritas saya", ke=KE, keluar=NaskahSerializer, description=DI_BAKI)
@api_view(["POST"])
def pakta(request: Request, pk: int) -> Response:
    by = saya(request)
    return jawab(NaskahSerializer, siapkan_pakta(by=by, pengangkatan=ambil_pengangkatan(by, pk)))


class DaftarPembekuan(APIView):
    pagination_class = Halaman

    @operasi(
        "Pembekuan yang boleh saya lihat",
        ke=KE,
        keluar=PembekuanSerializer(many=True),
        saring=SaringPembekuanSerializer,
    )
    def get(self, request: Request) -> Response:
        semua = Pembekuan.objects.visible_to(saya(request)).select_related("penugasan__pengguna", "pernyataan__naskah")
        saring = baca(SaringPembekuanSerializer, request.query_params)
        if kata := saring.pop("q", ""):
            semua = semua.filter(orang(kata, "penugasan__pengguna__") | Q(unit__nama__icontains=kata))
        return daftar(request, PembekuanSerializer, semua.filter(**saring))


@operasi("Satu pembekuan", ke=KE, keluar=PembekuanSerializer)
@api_view(["GET"])
def rincian_pembekuan(request: Request, pk: int) -> Response:
    return jawab(PembekuanSerializer, ambil_pembekuan(saya(request), pk))


@operasi("Bekukan akses fasilitator unit", ke=KE, masuk=BekukanMasukSerializer, keluar=PembekuanSerializer, status=201)
@bercakupan(Cakupan.TERJAGA)
@api_view(["POST"])
def bekukan(request: Request, pk: int) -> Response:
    by = saya(request)
    check_may_bekukan(by)
    isi = baca(BekukanMasukSerializer, request.data)
    tugas = get_object_or_404(Penugasan.objects.berlaku().select_related("unit"), pk=pk)
    isi["pengganti"] = get_object_or_404(Pengguna, nip=isi["pengganti"])
    return jawab(PembekuanSerializer, pembekuan.bekukan(by=by, penugasan=tugas, **isi), 201)


@operasi("Siapkan surat kesanggupan saya", ke=KE, keluar=NaskahSerializer, description=DI_BAKI)
@api_view(["POST"])
def kesanggupan(request: Request, pk: int) -> Response:
    by = saya(request)
    return jawab(NaskahSerializer, siapkan_kesanggupan(by=by, pembekuan=ambil_pembekuan(by, pk)))


@operasi("Mengetahui surat kesanggupan", ke=KE, masuk=KetahuiMasukSerializer, keluar=PembekuanSerializer)
@bercakupan(Cakupan.TERJAGA)
@api_view(["POST"])
def ketahui(request: Request, pk: int) -> Response:
    by = saya(request)
    satu, isi = ambil_pembekuan(by, pk), baca(KetahuiMasukSerializer, request.data)
    return jawab(PembekuanSerializer, pembekuan.ketahui(by=by, pembekuan=satu, **isi))


@operasi("Cabut pembekuan", ke=KE, keluar=PembekuanSerializer)
@bercakupan(Cakupan.TERJAGA)
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
@bercakupan(Cakupan.TERJAGA)
@api_view(["POST"])
def putuskan(request: Request, pk: int) -> Response:
    by = saya(request)
    check_may_lihat_peran(by)
    isi = baca(PutusanMasukSerializer, request.data)
    return jawab(
        ButirPeninjauanSerializer, peninjauan.putuskan(by=by, butir=get_object_or_404(ButirPeninjauan, pk=pk), **isi)
    )
