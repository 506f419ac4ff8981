"""API of a sitting: put aside, hold longer, end; figures on the verifiers."""

from __future__ import annotations

from django.db.models import Q
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.token import saya
from docservice.umum.api import Halaman, daftar, jawab, operasi
from docservice.verifikasi import sesi
from docservice.verifikasi.models import Sesi
from docservice.verifikasi.mutu import mutu_pemeriksa
from docservice.verifikasi.permissions import ambil_untuk_verifikasi, check_may_lihat_mutu
from docservice.verifikasi.serializers import MutuSerializer, PegangSerializer, SesiSerializer

KE = "verifikasi"


@operasi("Lewati satu berkas", ke=KE, status=204, description="Kembali ke antrean saat sesi diakhiri.")
@api_view(["POST"])
def lewati(request: Request, pk: int) -> Response:
    by = saya(request)
    sesi.lewati(by=by, dokumen=ambil_untuk_verifikasi(by, pk))
    return Response(status=204)


@operasi("Pegang tumpukan 30 menit lagi", ke=KE, keluar=PegangSerializer)
@api_view(["POST"])
def perpanjang(request: Request) -> Response:
    return jawab(PegangSerializer, {"jumlah": sesi.perpanjang(by=saya(request))})


class DaftarSesi(APIView):
    pagination_class = Halaman

    @operasi("Sesi verifikasi saya", ke=KE, keluar=SesiSerializer(many=True))
    def get(self, request: Request) -> Response:
        return daftar(request, SesiSerializer, Sesi.objects.filter(oleh=saya(request)))


@operasi("Akhiri sesi", ke=KE, keluar=SesiSerializer)
@api_view(["POST"])
def akhiri(request: Request) -> Response:
    return jawab(SesiSerializer, sesi.akhiri(by=saya(request)))


class MutuPemeriksa(APIView):
    pagination_class = Halaman

    @operasi("Mutu verifikasi", ke=KE, keluar=MutuSerializer(many=True))
    def get(self, request: Request) -> Response:
        """Of everyone but oneself: a second look stays blind."""
        by = saya(request)
        check_may_lihat_mutu(by)
        return daftar(request, MutuSerializer, mutu_pemeriksa(~Q(pk=by.pk)))
