"""API of the archive: the search."""

from __future__ import annotations

from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from docservice.akun.token import saya
from docservice.arsip.pencarian import LABEL_SARINGAN, cari
from docservice.arsip.serializers import CariSerializer, HasilCariSerializer
from docservice.umum.api import baca, jawab, operasi


@operasi("Cari di arsip", ke="arsip", keluar=HasilCariSerializer, saring=CariSerializer)
@api_view(["GET"])
def cari_arsip(request: Request) -> Response:
    isi = baca(CariSerializer, request.query_params)
    saring = {nama: isi[nama] for nama in LABEL_SARINGAN if nama in isi}
    batas = {nama: isi[nama] for nama in ("offset", "limit", "persis")}
    return jawab(HasilCariSerializer, cari(saya(request), isi["q"], saring, **batas))
