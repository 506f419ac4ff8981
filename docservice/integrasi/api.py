"""The open statistics web service: for anyone, without a token."""

from __future__ import annotations

from rest_framework.decorators import api_view, authentication_classes, permission_classes, throttle_classes
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import AnonRateThrottle

from docservice.integrasi.serializers import SaringStatistikSerializer, StatistikSerializer
from docservice.integrasi.statistik import pegawai_per
from docservice.umum.api import baca, jawab, operasi


class LajuStatistik(AnonRateThrottle):
    scope = "statistik"


@operasi("Jumlah pegawai", ke="statistik", keluar=StatistikSerializer, saring=SaringStatistikSerializer)
@api_view(["GET"])
@authentication_classes([])
@permission_classes([AllowAny])
@throttle_classes([LajuStatistik])
def pegawai(request: Request) -> Response:
    per = baca(SaringStatistikSerializer, request.query_params)["per"]
    return jawab(StatistikSerializer, pegawai_per(per))
