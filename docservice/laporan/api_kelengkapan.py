"""API of completeness: the people of a unit, reminders, campaigns."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.token import saya
from docservice.laporan import actions
from docservice.laporan.models import Pemutakhiran
from docservice.laporan.orang import Capaian, capaian, capaian_wajib, sasaran_terlihat
from docservice.laporan.permissions import ambil_pemutakhiran, ambil_unit, check_may_kelola, check_may_lihat_kelengkapan
from docservice.laporan.serializers import CapaianSerializer, DiingatkanSerializer, PemutakhiranSerializer
from docservice.umum.api import Halaman, baca, daftar, jawab, operasi

KE = "laporan"


class SaringCapaianSerializer(serializers.Serializer[dict[str, Any]]):
    q = serializers.CharField(required=False, max_length=100, help_text="Bagian nama, atau awal NIP.")
    hanya = serializers.ChoiceField(choices=[("kurang", "Yang belum lengkap")], required=False)


class KelengkapanUnit(APIView):
    pagination_class = Halaman

    @operasi(
        "Kelengkapan pegawai satu unit",
        ke=KE,
        keluar=CapaianSerializer(many=True),
        saring=SaringCapaianSerializer,
        operation_id="laporan_kelengkapan_pegawai_list",
    )
    def get(self, request: Request, pk: int) -> Response:
        _, orang = ambil_unit(saya(request), pk)
        return _capaian(request, capaian_wajib(orang))


def _capaian(request: Request, semua: list[Capaian]) -> Response:
    """Those who lack most first, as on the page."""
    saring = baca(SaringCapaianSerializer, request.query_params)
    if kata := saring.get("q"):
        nama, nip = kata.casefold(), kata.replace(" ", "")
        semua = [c for c in semua if nama in c.pegawai.nama.casefold() or c.pegawai.nip.startswith(nip)]
    if saring.get("hanya"):
        semua = [c for c in semua if not c.lengkap]
    return daftar(request, CapaianSerializer, sorted(semua, key=lambda c: (-len(c.kurang), c.pegawai.nama)))


@operasi("Ingatkan yang belum lengkap", ke=KE, keluar=DiingatkanSerializer)
@api_view(["POST"])
def ingatkan(request: Request, pk: int) -> Response:
    satu, _ = ambil_unit(saya(request), pk)
    return jawab(DiingatkanSerializer, {"jumlah": actions.ingatkan_unit(by=saya(request), unit=satu)})


class DaftarPemutakhiran(APIView):
    pagination_class = Halaman

    @operasi("Pemutakhiran data", ke=KE, keluar=PemutakhiranSerializer(many=True))
    def get(self, request: Request) -> Response:
        check_may_lihat_kelengkapan(saya(request))
        return daftar(request, PemutakhiranSerializer, Pemutakhiran.objects.visible_to(saya(request)))

    @operasi("Mulai pemutakhiran", ke=KE, masuk=PemutakhiranSerializer, keluar=PemutakhiranSerializer, status=201)
    def post(self, request: Request) -> Response:
        by = saya(request)
        check_may_lihat_kelengkapan(by)
        isi = baca(PemutakhiranSerializer, request.data)
        check_may_kelola(by, isi["unit"])
        return jawab(PemutakhiranSerializer, actions.mulai(by=by, **isi), 201)


class CapaianPemutakhiran(APIView):
    pagination_class = Halaman

    @operasi(
        "Capaian satu pemutakhiran",
        ke=KE,
        keluar=CapaianSerializer(many=True),
        saring=SaringCapaianSerializer,
        operation_id="laporan_pemutakhiran_capaian_list",
    )
    def get(self, request: Request, pk: int) -> Response:
        by = saya(request)
        ini = ambil_pemutakhiran(by, pk)
        return _capaian(request, capaian(ini, sasaran_terlihat(ini, by)))


@operasi("Tutup pemutakhiran", ke=KE, keluar=PemutakhiranSerializer)
@api_view(["POST"])
def tutup(request: Request, pk: int) -> Response:
    by = saya(request)
    return jawab(PemutakhiranSerializer, actions.tutup(by=by, pemutakhiran=ambil_pemutakhiran(by, pk)))
