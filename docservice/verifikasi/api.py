"""API of the workbench: the queue, one's desk, decisions and their undoing."""

from __future__ import annotations

from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.token import saya
from docservice.dokumen.permissions import ambil_dokumen
from docservice.umum.api import Halaman, baca, daftar, jawab, operasi
from docservice.verifikasi import actions, sesi
from docservice.verifikasi.antrean import antrean, saring
from docservice.verifikasi.models import PERLU_CATATAN, Alasan, Verifikasi
from docservice.verifikasi.permissions import ambil_putusan, ambil_untuk_verifikasi
from docservice.verifikasi.serializers import (
    AmbilSerializer,
    KembalikanSerializer,
    PilihanAlasanSerializer,
    SaringAntreanSerializer,
    TugasSerializer,
    VerifikasiMasukSerializer,
    VerifikasiSerializer,
)

KE = "verifikasi"


class Antrean(APIView):
    pagination_class = Halaman

    @operasi(
        "Berkas yang menunggu diperiksa",
        ke=KE,
        keluar=TugasSerializer(many=True),
        saring=SaringAntreanSerializer,
    )
    def get(self, request: Request) -> Response:
        menunggu = saring(antrean(saya(request)), **baca(SaringAntreanSerializer, request.query_params))
        return daftar(request, TugasSerializer, menunggu.prefetch_related("versi"))


@operasi("Ambil setumpuk untuk diperiksa", ke=KE, masuk=AmbilSerializer, keluar=TugasSerializer(many=True))
@api_view(["POST"])
def ambil(request: Request) -> Response:
    isi = baca(AmbilSerializer, request.data)
    return jawab(TugasSerializer, sesi.ambil(by=saya(request), **isi))


@operasi("Alasan pengembalian", ke=KE, keluar=PilihanAlasanSerializer(many=True))
@api_view(["GET"])
def alasan(request: Request) -> Response:
    semua = [{"kode": a.value, "kata": a.label, "perlu_catatan": a in PERLU_CATATAN} for a in Alasan]
    return jawab(PilihanAlasanSerializer, semua)


class Putusan(APIView):
    pagination_class = Halaman

    @operasi("Putusan atas dokumen", ke=KE, keluar=VerifikasiSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        """Those that stand; one that was undone within seconds was never told to anyone."""
        dokumen = ambil_dokumen(saya(request), pk)
        putusan = Verifikasi.objects.filter(versi__dokumen=dokumen, diurungkan_pada__isnull=True)
        return daftar(request, VerifikasiSerializer, putusan.select_related("versi", "oleh"))

    @operasi(
        "Nyatakan terverifikasi",
        ke=KE,
        masuk=VerifikasiMasukSerializer,
        keluar=VerifikasiSerializer,
        status=201,
    )
    def post(self, request: Request, pk: int) -> Response:
        by, isi = saya(request), baca(VerifikasiMasukSerializer, request.data)
        putusan = actions.verifikasi(by=by, dokumen=ambil_untuk_verifikasi(by, pk), **isi)
        return jawab(VerifikasiSerializer, putusan, 201)


@operasi("Kembalikan dengan alasan", ke=KE, masuk=KembalikanSerializer, keluar=VerifikasiSerializer, status=201)
@api_view(["POST"])
def kembalikan(request: Request, pk: int) -> Response:
    by, isi = saya(request), baca(KembalikanSerializer, request.data)
    pasangan = [(satu["halaman"], satu["kode"]) for satu in isi.pop("alasan")]
    putusan = actions.kembalikan(by=by, dokumen=ambil_untuk_verifikasi(by, pk), alasan=pasangan, **isi)
    return jawab(VerifikasiSerializer, putusan, 201)


@operasi(
    "Urungkan putusan",
    ke=KE,
    keluar=VerifikasiSerializer,
    description="Dalam sepuluh detik, oleh yang memutuskan.",
)
@api_view(["POST"])
def urungkan(request: Request, pk: int) -> Response:
    by = saya(request)
    return jawab(VerifikasiSerializer, actions.urungkan(by=by, putusan=ambil_putusan(by, pk)))
