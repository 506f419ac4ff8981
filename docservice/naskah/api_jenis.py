"""API of kinds of naskah: the catalogue, their wording and its versions, legal bases."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

import templates_sk
from docservice.akun.token import saya
from docservice.naskah import perkataan
from docservice.naskah.models import DasarHukum, KataNaskah, jenis_berlaku, semua_dasar_hukum
from docservice.naskah.permissions import check_may_atur_kata, check_may_lihat_jenis
from docservice.naskah.serializers_jenis import (
    AkhirMasukSerializer,
    DasarHukumMasukSerializer,
    DasarHukumSerializer,
    JenisNaskahSerializer,
    JenisRinciSerializer,
    KataMasukSerializer,
    KataNaskahSerializer,
    PeriksaKataSerializer,
)
from docservice.umum.api import baca, jawab, operasi
from templates_sk import Kind, UnknownKind

KE = "naskah"


def _jenis(kode: str) -> Kind:
    try:
        return jenis_berlaku(kode)
    except UnknownKind:
        raise Http404 from None


class DaftarJenis(APIView):
    @operasi("Katalog jenis naskah", ke=KE, keluar=JenisNaskahSerializer(many=True))
    def get(self, request: Request) -> Response:
        check_may_lihat_jenis(saya(request))
        return Response([JenisNaskahSerializer(satu).data for satu in templates_sk.kinds()])


class SatuJenis(APIView):
    @operasi("Skema isian, contoh, dan kata satu jenis", ke=KE, keluar=JenisRinciSerializer)
    def get(self, request: Request, kode: str) -> Response:
        check_may_lihat_jenis(saya(request))
        return jawab(JenisRinciSerializer, _jenis(kode))


class Kata(APIView):
    @operasi("Versi kata satu jenis", ke=KE, keluar=KataNaskahSerializer(many=True))
    def get(self, request: Request, kode: str) -> Response:
        check_may_lihat_jenis(saya(request))
        versi = KataNaskah.objects.filter(jenis_naskah=_jenis(kode).code).select_related("ditulis_oleh")
        return Response(KataNaskahSerializer(versi, many=True).data)

    @operasi(
        "Tetapkan kata baru",
        ke=KE,
        masuk=KataMasukSerializer,
        keluar=KataNaskahSerializer,
        status=201,
        description="Semua kesalahan disebut sekaligus. Naskah yang sudah disusun tetap memakai kata sebelumnya.",
    )
    def post(self, request: Request, kode: str) -> Response:
        by = saya(request)
        check_may_atur_kata(by)
        isi = baca(KataMasukSerializer, request.data)
        return jawab(KataNaskahSerializer, perkataan.tetapkan_kata(by=by, jenis=_jenis(kode).code, **isi), 201)


class PeriksaKata(APIView):
    @operasi("Periksa kata tanpa menyimpan", ke=KE, masuk=PeriksaKataSerializer, keluar=JenisRinciSerializer)
    def post(self, request: Request, kode: str) -> Response:
        check_may_atur_kata(saya(request))
        teks = baca(PeriksaKataSerializer, request.data)["teks"]
        return jawab(JenisRinciSerializer, perkataan.periksa(_jenis(kode).code, teks))


class DaftarDasarHukum(APIView):
    @operasi("Dasar hukum yang dapat dikutip", ke=KE, keluar=DasarHukumSerializer(many=True))
    def get(self, request: Request) -> Response:
        check_may_lihat_jenis(saya(request))
        return Response(DasarHukumSerializer(list(semua_dasar_hukum().values()), many=True).data)

    @operasi("Tambah dasar hukum", ke=KE, masuk=DasarHukumMasukSerializer, keluar=DasarHukumSerializer, status=201)
    def post(self, request: Request) -> Response:
        by = saya(request)
        check_may_atur_kata(by)
        isi: dict[str, Any] = baca(DasarHukumMasukSerializer, request.data)
        return jawab(DasarHukumSerializer, perkataan.tambah_dasar_hukum(by=by, **isi).dasar(), 201)


class AkhiriDasarHukum(APIView):
    @operasi("Catat akhir berlaku dasar hukum", ke=KE, masuk=AkhirMasukSerializer, keluar=DasarHukumSerializer)
    def post(self, request: Request, kunci: str) -> Response:
        by = saya(request)
        check_may_atur_kata(by)
        dasar = DasarHukum.objects.filter(kunci=kunci).first()
        if dasar is None:
            raise Http404
        isi = baca(AkhirMasukSerializer, request.data)
        return jawab(DasarHukumSerializer, perkataan.akhiri_dasar_hukum(by=by, dasar=dasar, **isi).dasar())
