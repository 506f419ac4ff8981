"""The door of resumable uploads for programs: tus 1.0.0 behind a token."""

from __future__ import annotations

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.views import APIView

from docservice.akun.token import saya
from docservice.dokumen.serializers import KirimanSerializer
from docservice.dokumen.tus import layani
from docservice.umum.api import operasi

KE = "dokumen"
PENJELASAN = (
    "Protokol tus 1.0.0 (creation, termination, expiration, checksum). Sesudah utuh, sebut pengenalnya sebagai "
    "`kiriman` pada POST /dokumen/ di tempat `berkas`."
)


def _kepala(nama: str, wajib: bool = True) -> OpenApiParameter:
    return OpenApiParameter(nama, str, OpenApiParameter.HEADER, required=wajib)


TUS = _kepala("Tus-Resumable")
BAGIAN = {"application/offset+octet-stream": OpenApiTypes.BINARY}


class Kiriman(APIView):
    @operasi(
        "Mulai unggahan bertahap",
        ke=KE,
        keluar=KirimanSerializer,
        status=201,
        parameters=[TUS, _kepala("Upload-Length"), _kepala("Upload-Metadata")],
        description=PENJELASAN,
    )
    def post(self, request: Request) -> HttpResponse:
        return _layani(request)

    def options(self, request: Request) -> HttpResponse:  # type: ignore[override] # tus answers with headers alone
        return _layani(request)


class SatuKiriman(APIView):
    def head(self, request: Request, pk: str) -> HttpResponse:
        return _layani(request, pk)

    @operasi(
        "Sambung unggahan bertahap",
        ke=KE,
        masuk=BAGIAN,
        status=204,
        parameters=[TUS, _kepala("Upload-Offset"), _kepala("Upload-Checksum", wajib=False)],
        description=PENJELASAN,
    )
    def patch(self, request: Request, pk: str) -> HttpResponse:
        return _layani(request, pk)

    @operasi("Batalkan unggahan bertahap", ke=KE, status=204, parameters=[TUS])
    def delete(self, request: Request, pk: str) -> HttpResponse:
        return _layani(request, pk)

    def options(self, request: Request, pk: str) -> HttpResponse:  # type: ignore[override] # as above
        return _layani(request, pk)


def _layani(request: Request, pk: str = "") -> HttpResponse:
    """The body is a stream of bytes: the framework must not try to parse it."""
    return layani(request._request, saya(request), lambda k: f"/api/v1/kiriman/{k}/", pk)
