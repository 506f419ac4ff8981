"""API of reconciliations: hand in an export, look, decide, close, fetch the result."""

from __future__ import annotations

import secrets

from django.http import Http404, HttpResponse
from drf_spectacular.types import OpenApiTypes
from rest_framework.decorators import api_view
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.idempotensi import PARAMETER, kunci_dari
from docservice.akun.token import saya
from docservice.dokumen.upload import check_terhenti
from docservice.rekonsiliasi import actions
from docservice.rekonsiliasi.hasil import jumlah
from docservice.rekonsiliasi.kirim import kirim_hasil
from docservice.rekonsiliasi.models import Rekonsiliasi
from docservice.rekonsiliasi.permissions import ambil_rekonsiliasi, check_may_kelola, check_may_lihat
from docservice.rekonsiliasi.saring import Saring, beda_tampak
from docservice.rekonsiliasi.serializers import (
    AlasanBatalSerializer,
    BedaSerializer,
    HasilPutusanSerializer,
    PutusanSerializer,
    RekonsiliasiRinciSerializer,
    RekonsiliasiSerializer,
    SaringBedaSerializer,
    UnggahEksporSerializer,
)
from docservice.rekonsiliasi.serupa import serupa
from docservice.umum import api as umum
from docservice.umum.api import baca, daftar, jawab, operasi

KE = "rekonsiliasi"


class DaftarRekonsiliasi(APIView):
    pagination_class = umum.Halaman
    parser_classes = (MultiPartParser,)

    @operasi("Rekonsiliasi dengan data BKN", ke=KE, keluar=RekonsiliasiSerializer(many=True))
    def get(self, request: Request) -> Response:
        check_may_lihat(saya(request))
        return daftar(request, RekonsiliasiSerializer, Rekonsiliasi.objects.visible_to(saya(request)))

    @operasi(
        "Bandingkan dengan ekspor SIASN",
        ke=KE,
        masuk=UnggahEksporSerializer,
        keluar=RekonsiliasiSerializer,
        status=201,
        parameters=[PARAMETER],
        description="Berkas dipindai, dibaca, lalu dibandingkan per bidang. Bila ada baris yang keliru, semua disebut "
        "dan tidak ada yang diambil.",
    )
    def post(self, request: Request) -> Response:
        data = request.data
        check_terhenti(request)
        check_may_kelola(saya(request))
        isi = baca(UnggahEksporSerializer, data)
        kunci = kunci_dari(request)[:60] or secrets.token_urlsafe(16)
        return jawab(RekonsiliasiSerializer, actions.terima(by=saya(request), kunci=kunci, **isi), 201)


@operasi("Satu rekonsiliasi", ke=KE, keluar=RekonsiliasiRinciSerializer)
@api_view(["GET"])
def rincian(request: Request, pk: int) -> Response:
    return _rinci(request, ambil_rekonsiliasi(saya(request), pk))


def _rinci(request: Request, satu: Rekonsiliasi) -> Response:
    return jawab(RekonsiliasiRinciSerializer, satu, jumlah=jumlah(satu.orang.visible_to(saya(request))))


class DaftarBeda(APIView):
    pagination_class = umum.Halaman

    @operasi("Perbedaan", ke=KE, keluar=BedaSerializer(many=True), saring=SaringBedaSerializer)
    def get(self, request: Request, pk: int) -> Response:
        satu = ambil_rekonsiliasi(saya(request), pk)
        saring = Saring(**baca(SaringBedaSerializer, request.query_params))
        return daftar(request, BedaSerializer, saring.terapkan(beda_tampak(saya(request), satu)))


@operasi("Putuskan perbedaan", ke=KE, masuk=PutusanSerializer, keluar=HasilPutusanSerializer)
@api_view(["POST"])
def putuskan(request: Request, pk: int) -> Response:
    satu = ambil_rekonsiliasi(saya(request), pk)
    check_may_kelola(saya(request))
    isi = baca(PutusanSerializer, request.data)
    if nomor := isi.pop("serupa", None):
        acuan = satu.beda.filter(pk=nomor).first()
        if acuan is None:
            raise Http404
        isi["beda"] = serupa(acuan)
    return jawab(HasilPutusanSerializer, actions.putuskan(by=saya(request), rekonsiliasi=satu, **isi))


@operasi("Tutup rekonsiliasi", ke=KE, keluar=RekonsiliasiSerializer, status=202)
@api_view(["POST"])
def tutup(request: Request, pk: int) -> Response:
    satu = ambil_rekonsiliasi(saya(request), pk)
    actions.tutup(by=saya(request), rekonsiliasi=satu)
    satu.refresh_from_db()
    return jawab(RekonsiliasiSerializer, satu, 202)


@operasi("Batalkan rekonsiliasi", ke=KE, masuk=AlasanBatalSerializer, keluar=RekonsiliasiSerializer)
@api_view(["POST"])
def batalkan(request: Request, pk: int) -> Response:
    satu = ambil_rekonsiliasi(saya(request), pk)
    check_may_kelola(saya(request))
    isi = baca(AlasanBatalSerializer, request.data)
    return jawab(RekonsiliasiSerializer, actions.batalkan(by=saya(request), rekonsiliasi=satu, **isi))


@operasi("Berkas hasil", ke=KE, keluar={(200, "application/octet-stream"): OpenApiTypes.BINARY})
@api_view(["GET"])
def hasil(request: Request, pk: int, bentuk: str) -> HttpResponse:
    """``json`` or ``xlsx``; the whole for the personnel agency, the part of one's unit for the others."""
    return kirim_hasil(saya(request), ambil_rekonsiliasi(saya(request), pk), bentuk)
