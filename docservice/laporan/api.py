"""API of the reports."""

from __future__ import annotations

from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from docservice.akun.token import saya
from docservice.laporan.kelengkapan import kelengkapan_unit
from docservice.laporan.serializers import KelengkapanUnitSerializer
from docservice.umum.api import jawab, operasi


@operasi("Kelengkapan arsip per unit", ke="laporan", keluar=KelengkapanUnitSerializer(many=True))
@api_view(["GET"])
def kelengkapan(request: Request) -> Response:
    return jawab(KelengkapanUnitSerializer, kelengkapan_unit(saya(request)))
