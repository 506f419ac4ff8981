"""API of the pegawai room: whom may I see."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun import actions as akun_actions
from docservice.akun.models import Cakupan
from docservice.akun.permissions import check_may_atur_akun
from docservice.akun.token import bercakupan, saya
from docservice.pegawai import actions
from docservice.pegawai.cari import orang
from docservice.pegawai.models import Pegawai
from docservice.pegawai.permissions import ambil_pegawai, check_may_pindahkan
from docservice.pegawai.serializers import (
    AkunMasukSerializer,
    AkunSerializer,
    PegawaiRingkasSerializer,
    PegawaiSerializer,
    PerpindahanSerializer,
    PindahMasukSerializer,
)
from docservice.umum.api import Halaman, baca, daftar, jawab, operasi

KE = "pegawai"


class SaringPegawaiSerializer(serializers.Serializer[dict[str, Any]]):
    q = serializers.CharField(required=False, max_length=100, help_text="Bagian nama, atau awal NIP.")


class DaftarPegawai(APIView):
    pagination_class = Halaman

    @operasi(
        "Pegawai yang boleh saya lihat",
        ke=KE,
        keluar=PegawaiRingkasSerializer(many=True),
        saring=SaringPegawaiSerializer,
    )
    def get(self, request: Request) -> Response:
        pegawai = Pegawai.objects.visible_to(saya(request)).select_related("unit")
        if q := baca(SaringPegawaiSerializer, request.query_params).get("q"):
            pegawai = pegawai.filter(orang(q))
        return daftar(request, PegawaiRingkasSerializer, pegawai.order_by("nama", "pk"))


@operasi("Data pegawai", ke=KE, keluar=PegawaiSerializer)
@api_view(["GET"])
def rincian(request: Request, nip: str) -> Response:
    return jawab(PegawaiSerializer, ambil_pegawai(saya(request), nip))


class Pindah(APIView):
    pagination_class = Halaman

    @operasi("Perpindahan seorang pegawai", ke=KE, keluar=PerpindahanSerializer(many=True))
    def get(self, request: Request, nip: str) -> Response:
        return daftar(request, PerpindahanSerializer, ambil_pegawai(saya(request), nip).perpindahan.all())

    @operasi("Pindahkan ke unit lain", ke=KE, masuk=PindahMasukSerializer, keluar=PerpindahanSerializer, status=201)
    def post(self, request: Request, nip: str) -> Response:
        by = saya(request)
        pegawai = ambil_pegawai(by, nip)
        check_may_pindahkan(by, pegawai)
        isi = baca(PindahMasukSerializer, request.data)
        return jawab(PerpindahanSerializer, actions.pindahkan(by=by, pegawai=pegawai, **isi), 201)


@operasi("Nonaktifkan atau aktifkan akun", ke=KE, masuk=AkunMasukSerializer, keluar=AkunSerializer)
@bercakupan(Cakupan.TERJAGA)
@api_view(["POST"])
def akun(request: Request, nip: str) -> Response:
    by = saya(request)
    pegawai = ambil_pegawai(by, nip)
    if pegawai.pengguna is None:
        raise Http404
    check_may_atur_akun(by, pegawai.pengguna)
    isi = baca(AkunMasukSerializer, request.data)
    kerja = akun_actions.aktifkan if isi["aktif"] else akun_actions.nonaktifkan
    return jawab(AkunSerializer, kerja(by=by, pengguna=pegawai.pengguna, alasan=isi["alasan"]))
