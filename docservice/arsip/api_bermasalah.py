"""API of what went wrong: work set aside, and the quarantine."""

from __future__ import annotations

from django.shortcuts import get_object_or_404
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from docservice.akun.models import Cakupan
from docservice.akun.token import bercakupan, saya
from docservice.arsip import perawatan
from docservice.arsip.serializers_bermasalah import (
    AlasanLepasSerializer,
    KarantinaSerializer,
    MacetSerializer,
    PutusanLepasSerializer,
    UsulLepasSerializer,
)
from docservice.dokumen.karantina import ambil_karantina, isi_karantina, putuskan_lepas
from docservice.dokumen.models import PelepasanKarantina
from docservice.umum.api import baca, daftar, jawab, operasi

KE = "arsip"


@operasi("Pekerjaan yang macet", ke=KE, keluar=MacetSerializer(many=True))
@api_view(["GET"])
def pekerjaan_macet(request: Request) -> Response:
    return daftar(request, MacetSerializer, perawatan.macet(by=saya(request)))


@operasi("Ulangi pekerjaan macet", ke=KE, keluar=MacetSerializer)
@api_view(["POST"])
def ulangi(request: Request, pk: int) -> Response:
    job = get_object_or_404(perawatan.macet(by=saya(request)), pk=pk)
    perawatan.ulangi(by=saya(request), job=job)
    job.refresh_from_db()
    return jawab(MacetSerializer, job)


@operasi("Isi karantina", ke=KE, keluar=KarantinaSerializer(many=True))
@api_view(["GET"])
def karantina(request: Request) -> Response:
    return daftar(request, KarantinaSerializer, isi_karantina(saya(request)))


@operasi("Usulkan pelepasan dari karantina", ke=KE, masuk=AlasanLepasSerializer, keluar=UsulLepasSerializer, status=201)
@bercakupan(Cakupan.TERJAGA)
@api_view(["POST"])
def usulkan(request: Request, pk: int) -> Response:
    versi = ambil_karantina(saya(request), pk)
    usul = perawatan.usulkan_lepas(by=saya(request), versi=versi, **baca(AlasanLepasSerializer, request.data))
    return jawab(UsulLepasSerializer, usul, 201)


@operasi("Putuskan pelepasan dari karantina", ke=KE, masuk=PutusanLepasSerializer, keluar=UsulLepasSerializer)
@bercakupan(Cakupan.TERJAGA)
@api_view(["POST"])
def putuskan(request: Request, pk: int) -> Response:
    """By somebody else than its proposer."""
    versi = ambil_karantina(saya(request), pk)
    usul = get_object_or_404(PelepasanKarantina, versi=versi, hasil="")
    putuskan_lepas(by=saya(request), usul=usul, **baca(PutusanLepasSerializer, request.data))
    usul.refresh_from_db()
    return jawab(UsulLepasSerializer, usul)
