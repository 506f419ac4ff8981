"""API of the layanan room: catalogue, check, requests and the officers' decisions."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.idempotensi import PARAMETER, sekali
from docservice.akun.token import saya
from docservice.layanan import actions, bicara
from docservice.layanan.katalog import periksa
from docservice.layanan.models import Layanan, Permohonan
from docservice.layanan.permissions import ambil_permohonan, check_may_periksa
from docservice.layanan.serializers import (
    AjukanKeberatanSerializer,
    AjukanPermohonanSerializer,
    AlasanPermohonanSerializer,
    JawabKeberatanSerializer,
    LayananRinciSerializer,
    LayananSerializer,
    PemeriksaanSerializer,
    PermohonanRinciSerializer,
    PermohonanSerializer,
    PertekSerializer,
    PesanSerializer,
    SaringPeriksaSerializer,
    SaringPermohonanSerializer,
)
from docservice.pegawai.permissions import ambil_pegawai, pegawai_sendiri
from docservice.umum.api import Halaman, baca, daftar, jawab, operasi

KE = "layanan"


@operasi("Semua layanan", ke=KE, keluar=LayananSerializer(many=True))
@api_view(["GET"])
def katalog(request: Request) -> Response:
    return jawab(LayananSerializer, Layanan.objects.prefetch_related("versi"))


@operasi("Layanan dengan syarat, aturan, dan tahapnya", ke=KE, keluar=LayananRinciSerializer)
@api_view(["GET"])
def layanan(request: Request, kode: str) -> Response:
    return jawab(LayananRinciSerializer, get_object_or_404(Layanan, pk=kode))


@operasi("Periksa syarat", ke=KE, keluar=PemeriksaanSerializer, saring=SaringPeriksaSerializer)
@api_view(["GET"])
def periksa_syarat(request: Request, kode: str) -> Response:
    by, saring = saya(request), baca(SaringPeriksaSerializer, request.query_params)
    pegawai = ambil_pegawai(by, saring["pegawai"]) if "pegawai" in saring else pegawai_sendiri(by)
    check_may_periksa(by, pegawai)
    return jawab(PemeriksaanSerializer, periksa(get_object_or_404(Layanan, pk=kode), pegawai))


class DaftarPermohonan(APIView):
    pagination_class = Halaman

    @operasi(
        "Permohonan yang boleh saya lihat",
        ke=KE,
        keluar=PermohonanSerializer(many=True),
        saring=SaringPermohonanSerializer,
    )
    def get(self, request: Request) -> Response:
        saring = baca(SaringPermohonanSerializer, request.query_params)
        permohonan = Permohonan.objects.visible_to(saya(request)).filter(**saring)
        return daftar(request, PermohonanSerializer, permohonan.select_related("pegawai__unit", "layanan"))

    @operasi(
        "Ajukan permohonan",
        ke=KE,
        masuk=AjukanPermohonanSerializer,
        keluar=PermohonanRinciSerializer,
        status=201,
        parameters=[PARAMETER],
    )
    def post(self, request: Request) -> Response:
        isi = baca(AjukanPermohonanSerializer, request.data)
        return sekali(request, lambda: _ajukan(request, isi))


def _ajukan(request: Request, isi: dict[str, Any]) -> Response:
    by = saya(request)
    tujuan = get_object_or_404(Layanan, pk=isi["layanan"])
    permohonan = actions.ajukan(by=by, layanan=tujuan, pegawai=pegawai_sendiri(by), pernyataan=isi["pernyataan"])
    return _rinci(request, permohonan, 201)


def _rinci(request: Request, permohonan: Permohonan, status: int = 200) -> Response:
    return jawab(PermohonanRinciSerializer, permohonan, status, by=saya(request))


class Antrean(APIView):
    pagination_class = Halaman

    @operasi(
        "Permohonan yang menunggu keputusan saya",
        ke=KE,
        keluar=PermohonanSerializer(many=True),
        saring=SaringPermohonanSerializer,
    )
    def get(self, request: Request) -> Response:
        saring = baca(SaringPermohonanSerializer, request.query_params)
        menunggu = (
            Permohonan.objects.menunggu(saya(request)).filter(**saring).select_related("pegawai__unit", "layanan")
        )
        return daftar(request, PermohonanSerializer, menunggu.order_by("sejak", "pk"))


@operasi("Rincian permohonan", ke=KE, keluar=PermohonanRinciSerializer)
@api_view(["GET"])
def rincian(request: Request, pk: int) -> Response:
    return _rinci(request, ambil_permohonan(saya(request), pk))


@operasi("Teruskan ke tahap berikutnya", ke=KE, keluar=PermohonanRinciSerializer)
@api_view(["POST"])
def teruskan(request: Request, pk: int) -> Response:
    by = saya(request)
    return _rinci(request, actions.teruskan(by=by, permohonan=ambil_permohonan(by, pk)))


@operasi("Minta dilengkapi (BTL)", ke=KE, masuk=AlasanPermohonanSerializer, keluar=PermohonanRinciSerializer)
@api_view(["POST"])
def btl(request: Request, pk: int) -> Response:
    by, isi = saya(request), baca(AlasanPermohonanSerializer, request.data)
    return _rinci(request, actions.btl(by=by, permohonan=ambil_permohonan(by, pk), **isi))


@operasi(
    "Nyatakan tidak memenuhi syarat (TMS)",
    ke=KE,
    masuk=AlasanPermohonanSerializer,
    keluar=PermohonanRinciSerializer,
)
@api_view(["POST"])
def tms(request: Request, pk: int) -> Response:
    by, isi = saya(request), baca(AlasanPermohonanSerializer, request.data)
    return _rinci(request, actions.tms(by=by, permohonan=ambil_permohonan(by, pk), **isi))


@operasi("Catat penolakan BKN", ke=KE, masuk=AlasanPermohonanSerializer, keluar=PermohonanRinciSerializer)
@api_view(["POST"])
def tolak(request: Request, pk: int) -> Response:
    by, isi = saya(request), baca(AlasanPermohonanSerializer, request.data)
    return _rinci(request, actions.tolak(by=by, permohonan=ambil_permohonan(by, pk), **isi))


@operasi("Kirim lagi sesudah dilengkapi", ke=KE, keluar=PermohonanRinciSerializer)
@api_view(["POST"])
def lengkapi(request: Request, pk: int) -> Response:
    by = saya(request)
    return _rinci(request, actions.lengkapi(by=by, permohonan=ambil_permohonan(by, pk)))


@operasi("Batalkan permohonan", ke=KE, keluar=PermohonanRinciSerializer)
@api_view(["POST"])
def batalkan(request: Request, pk: int) -> Response:
    by = saya(request)
    return _rinci(request, actions.batalkan(by=by, permohonan=ambil_permohonan(by, pk)))


@operasi("Catat pertimbangan teknis BKN", ke=KE, masuk=PertekSerializer, keluar=PermohonanRinciSerializer)
@api_view(["POST"])
def pertek(request: Request, pk: int) -> Response:
    by, isi = saya(request), baca(PertekSerializer, request.data)
    return _rinci(request, actions.catat_pertek(by=by, permohonan=ambil_permohonan(by, pk), **isi))


class Percakapan(APIView):
    @operasi("Percakapan permohonan", ke=KE, keluar=PesanSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        satu = ambil_permohonan(saya(request), pk)
        return jawab(PesanSerializer, satu.pesan.select_related("oleh"))

    @operasi("Tulis pesan", ke=KE, masuk=PesanSerializer, keluar=PesanSerializer, status=201, parameters=[PARAMETER])
    def post(self, request: Request, pk: int) -> Response:
        by, isi = saya(request), baca(PesanSerializer, request.data)
        satu = ambil_permohonan(by, pk)
        return sekali(request, lambda: jawab(PesanSerializer, bicara.tulis_pesan(by=by, permohonan=satu, **isi), 201))


@operasi("Ajukan keberatan atas TMS", ke=KE, masuk=AjukanKeberatanSerializer, keluar=PermohonanRinciSerializer)
@api_view(["POST"])
def keberatan(request: Request, pk: int) -> Response:
    by, isi = saya(request), baca(AjukanKeberatanSerializer, request.data)
    bicara.ajukan_keberatan(by=by, permohonan=ambil_permohonan(by, pk), **isi)
    return _rinci(request, ambil_permohonan(by, pk))


@operasi("Jawab keberatan", ke=KE, masuk=JawabKeberatanSerializer, keluar=PermohonanRinciSerializer)
@api_view(["POST"])
def jawab_keberatan(request: Request, pk: int) -> Response:
    by, isi = saya(request), baca(JawabKeberatanSerializer, request.data)
    bicara.jawab_keberatan(by=by, permohonan=ambil_permohonan(by, pk), **isi)
    return _rinci(request, ambil_permohonan(by, pk))
