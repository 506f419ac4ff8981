"""API of roles: who holds what, proposals, decrees, ends."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.models import Cakupan, Penugasan
from docservice.akun.token import bercakupan, saya
from docservice.dokumen.permissions import ambil_dokumen
from docservice.pegawai.cari import orang
from docservice.pengelola import actions
from docservice.pengelola.models import Pengangkatan
from docservice.pengelola.permissions import (
    ambil_calon,
    ambil_pengangkatan,
    check_may_lihat_peran,
    check_may_mengusulkan,
)
from docservice.pengelola.rancangan import kirim_rancangan
from docservice.pengelola.serializers import (
    AkhiriMasukSerializer,
    PemegangSerializer,
    PengangkatanSerializer,
    PilihPengangkatanSerializer,
    SaringPemegangSerializer,
    SaringPengangkatanSerializer,
    TetapkanMasukSerializer,
    TunjukMasukSerializer,
    UsulMasukSerializer,
)
from docservice.riwayat.serializers import CatatanSerializer
from docservice.umum.api import Halaman, baca, daftar, jawab, operasi

KE = "pengelola"


class DaftarPeran(APIView):
    cakupan = Cakupan.TERJAGA
    pagination_class = Halaman

    @operasi("Siapa memegang peran apa", ke=KE, keluar=PemegangSerializer(many=True), saring=SaringPemegangSerializer)
    def get(self, request: Request) -> Response:
        check_may_lihat_peran(saya(request))
        saring = baca(SaringPemegangSerializer, request.query_params)
        tugas = Penugasan.objects.berlaku().filter(**saring).select_related("pengguna", "unit")
        return daftar(request, PemegangSerializer, tugas.order_by("peran", "pk"))

    @operasi("Beri peran dengan SK", ke=KE, masuk=TunjukMasukSerializer, keluar=PengangkatanSerializer, status=201)
    def post(self, request: Request) -> Response:
        by = saya(request)
        check_may_lihat_peran(by)
        isi = baca(TunjukMasukSerializer, request.data)
        isi["berkas"], isi["pegawai"] = ambil_dokumen(by, isi["berkas"]), ambil_calon(by, isi.pop("nip"))
        return jawab(PengangkatanSerializer, actions.tunjuk(by=by, **isi), 201)


@operasi("Akhiri peran", ke=KE, masuk=AkhiriMasukSerializer, keluar=PemegangSerializer)
@bercakupan(Cakupan.TERJAGA)
@api_view(["POST"])
def akhiri(request: Request, pk: int) -> Response:
    by = saya(request)
    check_may_lihat_peran(by)
    isi = baca(AkhiriMasukSerializer, request.data)
    tugas = get_object_or_404(Penugasan.objects.select_related("pengguna", "unit"), pk=pk)
    return jawab(PemegangSerializer, actions.akhiri(by=by, penugasan=tugas, **isi))


class DaftarPengangkatan(APIView):
    pagination_class = Halaman

    @operasi(
        "Pengangkatan yang boleh saya lihat",
        ke=KE,
        keluar=PengangkatanSerializer(many=True),
        saring=SaringPengangkatanSerializer,
    )
    def get(self, request: Request) -> Response:
        semua = Pengangkatan.objects.visible_to(saya(request)).select_related("pegawai__unit", "unit", "surat")
        saring = baca(SaringPengangkatanSerializer, request.query_params)
        if kata := saring.pop("q", ""):
            semua = semua.filter(orang(kata, "pegawai__") | Q(unit__nama__icontains=kata))
        return daftar(request, PengangkatanSerializer, semua.filter(**saring))

    @operasi("Usulkan fasilitator", ke=KE, masuk=UsulMasukSerializer, keluar=PengangkatanSerializer, status=201)
    def post(self, request: Request) -> Response:
        by = saya(request)
        check_may_mengusulkan(by)
        isi = baca(UsulMasukSerializer, request.data)
        isi["pegawai"] = ambil_calon(by, isi.pop("nip"))
        return jawab(PengangkatanSerializer, actions.usulkan(by=by, **isi), 201)


@operasi(
    "Rancangan SK pengelola (PDF)",
    ke=KE,
    saring=PilihPengangkatanSerializer,
    keluar={(200, "application/pdf"): OpenApiTypes.BINARY},
)
@api_view(["GET"])
def rancangan(request: Request) -> HttpResponse:
    """The decree's draft with its annex: reviewed proposals, all or those named."""
    check_may_lihat_peran(saya(request))
    pilih = baca(PilihPengangkatanSerializer, {"pilih": request.query_params.getlist("pilih")})["pilih"]
    return kirim_rancangan(pilih)


@operasi("Satu pengangkatan", ke=KE, keluar=PengangkatanSerializer)
@api_view(["GET"])
def rincian(request: Request, pk: int) -> Response:
    return jawab(PengangkatanSerializer, ambil_pengangkatan(saya(request), pk))


@operasi("Usul sudah ditinjau", ke=KE, keluar=PengangkatanSerializer)
@api_view(["POST"])
def tinjau(request: Request, pk: int) -> Response:
    by = saya(request)
    return jawab(PengangkatanSerializer, actions.tinjau(by=by, pengangkatan=ambil_pengangkatan(by, pk)))


@operasi("Usul tidak ditetapkan", ke=KE, masuk=CatatanSerializer, keluar=PengangkatanSerializer)
@api_view(["POST"])
def tolak(request: Request, pk: int) -> Response:
    by = saya(request)
    satu = ambil_pengangkatan(by, pk)
    isi = baca(CatatanSerializer, request.data)
    return jawab(PengangkatanSerializer, actions.tolak(by=by, pengangkatan=satu, catatan=isi["catatan"]))


@operasi(
    "Tetapkan dengan SK", ke=KE, masuk=TetapkanMasukSerializer, keluar=PengangkatanSerializer(many=True), status=201
)
@bercakupan(Cakupan.TERJAGA)
@api_view(["POST"])
def tetapkan(request: Request) -> Response:
    by = saya(request)
    check_may_lihat_peran(by)
    isi = baca(TetapkanMasukSerializer, request.data)
    isi["pengangkatan"] = [ambil_pengangkatan(by, pk) for pk in dict.fromkeys(isi["pengangkatan"])]
    isi["berkas"] = ambil_dokumen(by, isi["berkas"])
    return jawab(PengangkatanSerializer, actions.tetapkan(by=by, **isi), 201)
