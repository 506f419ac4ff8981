"""API of rules: versions of kinds of paper and of services, what one would change, a new one, an end."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.token import saya
from docservice.aturan import jenis as atur_jenis
from docservice.aturan import layanan as atur_layanan
from docservice.aturan.layanan import AturanBaru, Syarat
from docservice.aturan.penetapan import Penetapan
from docservice.aturan.permissions import check_may_atur, check_may_lihat_aturan
from docservice.aturan.serializers import (
    AturanLayananMasukSerializer,
    JenisBaruSerializer,
    JenisMasukSerializer,
    PenetapanSerializer,
    PerubahanSerializer,
    VersiJenisSerializer,
    VersiLayananSerializer,
)
from docservice.dokumen.models import JenisDokumen
from docservice.layanan.models import Layanan
from docservice.umum.api import baca, jawab, operasi

KE = "aturan"
PERIKSA = "Dengan `hanya_periksa` tidak ada yang disimpan: jawabannya (200) menyebut yang akan berubah."


def _jenis(request: Request, kode: str) -> JenisDokumen:
    check_may_lihat_aturan(saya(request))
    return get_object_or_404(JenisDokumen, pk=kode)


def _layanan(request: Request, kode: str) -> Layanan:
    check_may_lihat_aturan(saya(request))
    return get_object_or_404(Layanan, pk=kode)


@operasi("Tambah jenis dokumen", ke=KE, masuk=JenisBaruSerializer, keluar=VersiJenisSerializer, status=201)
@api_view(["POST"])
def tambah_jenis(request: Request) -> Response:
    check_may_atur(saya(request))
    isi = baca(JenisBaruSerializer, request.data)
    penetapan = Penetapan(**isi.pop("penetapan"))
    return jawab(VersiJenisSerializer, atur_jenis.tambah_jenis(by=saya(request), penetapan=penetapan, **isi), 201)


class VersiJenis(APIView):
    @operasi("Versi aturan jenis dokumen", ke=KE, keluar=VersiJenisSerializer(many=True))
    def get(self, request: Request, kode: str) -> Response:
        return jawab(VersiJenisSerializer, _jenis(request, kode).versi.select_related("ditulis_oleh"))

    @operasi(
        "Tetapkan aturan jenis dokumen",
        ke=KE,
        masuk=JenisMasukSerializer,
        keluar={200: PerubahanSerializer, 201: VersiJenisSerializer},
        description=PERIKSA,
    )
    def post(self, request: Request, kode: str) -> Response:
        satu = _jenis(request, kode)
        check_may_atur(saya(request))
        isi = baca(JenisMasukSerializer, request.data)
        penetapan = Penetapan(**isi["penetapan"])
        if isi["hanya_periksa"]:
            atur_jenis.periksa(satu, isi["isi"], penetapan)
            return _perubahan(atur_jenis.perubahan(satu, isi["isi"]), atur_jenis.akibat(satu, isi["isi"]))
        versi = atur_jenis.tetapkan_jenis(by=saya(request), jenis=satu, isi=isi["isi"], penetapan=penetapan)
        return jawab(VersiJenisSerializer, versi, 201)


@operasi("Akhiri jenis dokumen", ke=KE, masuk=PenetapanSerializer, keluar=VersiJenisSerializer, status=201)
@api_view(["POST"])
def akhiri_jenis(request: Request, kode: str) -> Response:
    satu = _jenis(request, kode)
    check_may_atur(saya(request))
    penetapan = Penetapan(**baca(PenetapanSerializer, request.data))
    return jawab(VersiJenisSerializer, atur_jenis.akhiri_jenis(by=saya(request), jenis=satu, penetapan=penetapan), 201)


class VersiAturanLayanan(APIView):
    @operasi("Versi aturan layanan", ke=KE, keluar=VersiLayananSerializer(many=True))
    def get(self, request: Request, kode: str) -> Response:
        versi = _layanan(request, kode).versi.select_related("ditulis_oleh")
        return jawab(VersiLayananSerializer, versi.prefetch_related("syarat__jenis", "tahap"))

    @operasi(
        "Tetapkan aturan layanan",
        ke=KE,
        masuk=AturanLayananMasukSerializer,
        keluar={200: PerubahanSerializer, 201: VersiLayananSerializer},
        description=PERIKSA,
    )
    def post(self, request: Request, kode: str) -> Response:
        satu = _layanan(request, kode)
        check_may_atur(saya(request))
        isi = baca(AturanLayananMasukSerializer, request.data)
        penetapan, baru = Penetapan(**isi["penetapan"]), _aturan(isi)
        if isi["hanya_periksa"]:
            atur_layanan.periksa(satu, baru, penetapan)
            tetap = f"{atur_layanan.berjalan(satu)} permohonan yang berjalan memegang aturan lamanya."
            return _perubahan(atur_layanan.perubahan(satu, baru), [tetap])
        versi = atur_layanan.tetapkan_layanan(by=saya(request), layanan=satu, baru=baru, penetapan=penetapan)
        return jawab(VersiLayananSerializer, versi, 201)


@operasi("Tutup layanan", ke=KE, masuk=PenetapanSerializer, keluar=VersiLayananSerializer, status=201)
@api_view(["POST"])
def akhiri_layanan(request: Request, kode: str) -> Response:
    satu = _layanan(request, kode)
    check_may_atur(saya(request))
    penetapan = Penetapan(**baca(PenetapanSerializer, request.data))
    versi = atur_layanan.akhiri_layanan(by=saya(request), layanan=satu, penetapan=penetapan)
    return jawab(VersiLayananSerializer, versi, 201)


def _aturan(isi: dict[str, Any]) -> AturanBaru:
    return AturanBaru(
        dibuka=isi["dibuka"],
        syarat=tuple(Syarat(**satu) for satu in isi["syarat"]),
        tahap=tuple((satu["status"], satu["hari_kerja"]) for satu in isi["tahap"]),
    )


def _perubahan(perubahan: list[tuple[str, str, str]], akibat: list[str]) -> Response:
    return jawab(PerubahanSerializer, {"perubahan": perubahan, "akibat": akibat})
