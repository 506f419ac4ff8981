"""API of completeness: the people of a unit, reminders, campaigns."""

from __future__ import annotations

from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.token import saya
from docservice.laporan import actions
from docservice.laporan.models import Pemutakhiran
from docservice.laporan.orang import capaian, capaian_wajib, sasaran_terlihat
from docservice.laporan.permissions import ambil_pemutakhiran, ambil_unit, check_may_kelola, check_may_lihat_kelengkapan
from docservice.laporan.serializers import CapaianSerializer, DiingatkanSerializer, PemutakhiranSerializer
from docservice.umum.api import Halaman, baca, daftar, jawab, operasi

KE = "laporan"


@operasi(
    "Kelengkapan pegawai satu unit",
    ke=KE,
    keluar=CapaianSerializer(many=True),
    operation_id="laporan_kelengkapan_pegawai_list",
)
@api_view(["GET"])
def unit(request: Request, pk: int) -> Response:
    _, orang = ambil_unit(saya(request), pk)
    return jawab(CapaianSerializer, capaian_wajib(orang))


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


@operasi(
    "Capaian satu pemutakhiran",
    ke=KE,
    keluar=CapaianSerializer(many=True),
    operation_id="laporan_pemutakhiran_capaian_list",
)
@api_view(["GET"])
def satu(request: Request, pk: int) -> Response:
    by = saya(request)
    ini = ambil_pemutakhiran(by, pk)
    return jawab(CapaianSerializer, capaian(ini, sasaran_terlihat(ini, by)))


@operasi("Tutup pemutakhiran", ke=KE, keluar=PemutakhiranSerializer)
@api_view(["POST"])
def tutup(request: Request, pk: int) -> Response:
    by = saya(request)
    return jawab(PemutakhiranSerializer, actions.tutup(by=by, pemutakhiran=ambil_pemutakhiran(by, pk)))
