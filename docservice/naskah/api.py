"""API of the naskah room: drafting and initials."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import FileResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.token import saya
from docservice.layanan.permissions import ambil_permohonan
from docservice.naskah import actions
from docservice.naskah.berita_acara import ambil_sesi, berita_acara
from docservice.naskah.models import Naskah
from docservice.naskah.permissions import ambil_naskah
from docservice.naskah.pratinjau import draf_halaman, draf_pdf
from docservice.naskah.serializers import (
    AlasanNaskahSerializer,
    NaskahRinciSerializer,
    NaskahSerializer,
    ParafMasukSerializer,
    SaringNaskahSerializer,
    SusunSerializer,
    UbahSerializer,
)
from docservice.umum.api import Halaman, baca, daftar, jawab, operasi

KE = "naskah"
BERKAS = OpenApiResponse(OpenApiTypes.BINARY, description="Isi berkas.")


def baris(asal: QuerySet[Naskah]) -> QuerySet[Naskah]:
    """With what a line of a list shows."""
    return asal.select_related("pegawai__unit", "permohonan__layanan", "penanda_tangan", "kewenangan")


class DaftarNaskah(APIView):
    pagination_class = Halaman

    @operasi(
        "Naskah yang boleh saya lihat",
        ke=KE,
        keluar=NaskahSerializer(many=True),
        saring=SaringNaskahSerializer,
    )
    def get(self, request: Request) -> Response:
        saring = baca(SaringNaskahSerializer, request.query_params)
        if "pegawai" in saring:
            saring["pegawai__nip"] = saring.pop("pegawai")
        return daftar(request, NaskahSerializer, baris(Naskah.objects.visible_to(saya(request)).filter(**saring)))

    @operasi(
        "Susun naskah dari permohonan",
        ke=KE,
        masuk=SusunSerializer,
        keluar=NaskahRinciSerializer,
        status=201,
        description="Meminta dua kali memberi naskah yang sama.",
    )
    def post(self, request: Request) -> Response:
        by, isi = saya(request), baca(SusunSerializer, request.data)
        permohonan = ambil_permohonan(by, isi["permohonan"])
        return jawab(NaskahRinciSerializer, actions.susun(by=by, permohonan=permohonan), 201)


class SatuNaskah(APIView):
    @operasi("Rincian naskah", ke=KE, keluar=NaskahRinciSerializer)
    def get(self, request: Request, pk: int) -> Response:
        return jawab(NaskahRinciSerializer, ambil_naskah(saya(request), pk))

    @operasi("Ubah isi draf", ke=KE, masuk=UbahSerializer, keluar=NaskahRinciSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        by, isi = saya(request), baca(UbahSerializer, request.data)
        return jawab(NaskahRinciSerializer, actions.ubah(by=by, naskah=ambil_naskah(by, pk), **isi))


@operasi(
    "Berita acara sesi verifikasi",
    ke=KE,
    keluar=NaskahRinciSerializer,
    status=201,
    description="Dibuat saat pertama diminta, siap ditandatangani pemilik sesinya.",
)
@api_view(["POST"])
def berita_acara_sesi(request: Request, pk: int) -> Response:
    return jawab(NaskahRinciSerializer, berita_acara(ambil_sesi(saya(request), pk)), 201)


@operasi("Draf sebagai PDF", ke=KE, keluar={(200, "application/pdf"): BERKAS})
@api_view(["GET"])
def draf(request: Request, pk: int) -> FileResponse:
    return draf_pdf(ambil_naskah(saya(request), pk))


@operasi("Gambar halaman draf", ke=KE, keluar={(200, "image/webp"): BERKAS})
@api_view(["GET"])
def halaman(request: Request, pk: int, nomor: int) -> FileResponse:
    return draf_halaman(ambil_naskah(saya(request), pk), nomor)


@operasi("Kirim untuk paraf", ke=KE, keluar=NaskahRinciSerializer, description="Isinya beku sejak saat ini.")
@api_view(["POST"])
def kirim_paraf(request: Request, pk: int) -> Response:
    by = saya(request)
    return jawab(NaskahRinciSerializer, actions.kirim_paraf(by=by, naskah=ambil_naskah(by, pk)))


@operasi("Bubuhkan paraf", ke=KE, masuk=ParafMasukSerializer, keluar=NaskahRinciSerializer)
@api_view(["POST"])
def paraf(request: Request, pk: int) -> Response:
    by, isi = saya(request), baca(ParafMasukSerializer, request.data)
    return jawab(NaskahRinciSerializer, actions.paraf(by=by, naskah=ambil_naskah(by, pk), **isi))


@operasi("Kembalikan ke penyusun", ke=KE, masuk=AlasanNaskahSerializer, keluar=NaskahRinciSerializer)
@api_view(["POST"])
def kembalikan(request: Request, pk: int) -> Response:
    by, isi = saya(request), baca(AlasanNaskahSerializer, request.data)
    return jawab(NaskahRinciSerializer, actions.kembalikan(by=by, naskah=ambil_naskah(by, pk), **isi))


class MenungguParaf(APIView):
    pagination_class = Halaman

    @operasi("Naskah yang menunggu paraf saya", ke=KE, keluar=NaskahSerializer(many=True))
    def get(self, request: Request) -> Response:
        by = saya(request)
        return daftar(request, NaskahSerializer, baris(Naskah.objects.visible_to(by).menunggu_paraf(by)))
