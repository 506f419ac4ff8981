"""API of the reports."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from docservice.akun.token import peran_tercatat, saya
from docservice.audit.jurnal import catat
from docservice.laporan.drh import Drh, ambil_untuk_drh
from docservice.laporan.kelengkapan import kelengkapan_jenis, kelengkapan_unit
from docservice.laporan.serializers import KelengkapanJenisSerializer, KelengkapanUnitSerializer
from docservice.umum.api import jawab, operasi


@operasi("Kelengkapan arsip per unit", ke="laporan", keluar=KelengkapanUnitSerializer(many=True))
@api_view(["GET"])
def kelengkapan(request: Request) -> Response:
    return jawab(KelengkapanUnitSerializer, kelengkapan_unit(saya(request)))


@operasi("Kelengkapan arsip per dokumen wajib", ke="laporan", keluar=KelengkapanJenisSerializer(many=True))
@api_view(["GET"])
def kelengkapan_dokumen(request: Request) -> Response:
    """Over everybody one may see."""
    return jawab(KelengkapanJenisSerializer, kelengkapan_jenis(saya(request)))


@operasi("Daftar riwayat hidup (PDF)", ke="laporan", keluar={(200, "application/pdf"): OpenApiTypes.BINARY})
@api_view(["GET"])
def drh(request: Request, nip: str) -> HttpResponse:
    by = saya(request)
    pegawai = ambil_untuk_drh(by, nip)
    berkas = Drh.dari(pegawai).pdf()
    with transaction.atomic():
        catat("drh.diunduh", by=by, objek=pegawai, peran=peran_tercatat(request))
    return HttpResponse(berkas, content_type="application/pdf", headers={"X-Content-Type-Options": "nosniff"})
