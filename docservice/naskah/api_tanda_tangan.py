"""API of the signing tray: what waits, signing with one passphrase, the fate of each decree.

The passphrase is in the body of one request, becomes a ``Secret`` while it is parsed and is wiped when the
batch ends. No ``Idempotency-Key`` here: a hash of the body would be kept, and the attempt ledger already
keeps a decree from being signed twice.
"""

from __future__ import annotations

from typing import Any

from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.models import Cakupan
from docservice.akun.token import saya
from docservice.naskah.api import baris
from docservice.naskah.models import Naskah, Upaya
from docservice.naskah.permissions import alasan_tak_dapat
from docservice.naskah.serializers import (
    BakiSerializer,
    KelompokSerializer,
    SaringUpayaSerializer,
    TandaTanganSerializer,
    UpayaSerializer,
)
from docservice.naskah.tanda_tangan import tandatangani
from docservice.umum.api import Halaman, Json, baca, daftar, jawab, operasi

KE = "naskah"


class Baki(APIView):
    pagination_class = Halaman

    @operasi("Baki tanda tangan saya", ke=KE, keluar=BakiSerializer(many=True))
    def get(self, request: Request) -> Response:
        by = saya(request)
        menunggu = baris(Naskah.objects.visible_to(by).menunggu_tanda_tangan(by))
        return daftar(request, BakiSerializer, menunggu, alasan=lambda naskah: alasan_tak_dapat(by, naskah))


@method_decorator(sensitive_post_parameters("passphrase"), name="dispatch")
class TandaTangan(APIView):
    cakupan = Cakupan.TANDA_TANGAN
    parser_classes = (Json,)  # a form would put the passphrase where error reports look for fields

    @operasi(
        "Tanda tangani",
        ke=KE,
        masuk=TandaTanganSerializer,
        keluar=KelompokSerializer,
        description=(
            "Satu passphrase untuk seluruh kelompok. Semua ditolak bila satu naskah tidak boleh "
            "ditandatangani atau berubah sejak dibuka; sesudah itu setiap naskah punya nasibnya sendiri."
        ),
    )
    @sensitive_variables()
    def post(self, request: Request) -> Response:
        isi = _ambil_isi(request)
        pilihan = [(satu["naskah"], satu["draf_sha256"]) for satu in isi["naskah"]]
        with isi["passphrase"] as passphrase:
            upaya = tandatangani(by=saya(request), naskah=pilihan, passphrase=passphrase)
        return jawab(KelompokSerializer, {"kelompok": upaya[0].kelompok, "upaya": upaya})


@sensitive_variables()
def _ambil_isi(request: Request) -> dict[str, Any]:
    """Takes the passphrase out of the request: nothing that looks at it later finds one."""
    try:
        return baca(TandaTanganSerializer, request.data)
    finally:
        if type(request.data) is dict:
            request.data.pop("passphrase", None)


class DaftarUpaya(APIView):
    pagination_class = Halaman

    @operasi("Hasil tanda tangan saya", ke=KE, keluar=UpayaSerializer(many=True), saring=SaringUpayaSerializer)
    def get(self, request: Request) -> Response:
        saring = baca(SaringUpayaSerializer, request.query_params)
        upaya = Upaya.objects.filter(oleh=saya(request), **saring)
        lengkap = upaya.select_related("naskah__permohonan__layanan", "naskah__pegawai", "nomor")
        return daftar(request, UpayaSerializer, lengkap.order_by("-mulai", "urutan"))
