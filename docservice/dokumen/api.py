"""API of the dokumen room: kinds, upload, lists, details, images and downloads."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse
from django.http.response import HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse
from rest_framework.decorators import api_view
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.idempotensi import PARAMETER, kunci_dari, sekali
from docservice.akun.token import peran_tercatat, saya
from docservice.dokumen.actions import catat_baca, unggah
from docservice.dokumen.foto import satu_berkas
from docservice.dokumen.kirim import kirim_asli, kirim_halaman
from docservice.dokumen.kiriman import semua_berkas
from docservice.dokumen.models import Dokumen, Halaman, JenisDokumen
from docservice.dokumen.permissions import ambil_dokumen, ambil_halaman, ambil_versi, versi_tampak_terkini
from docservice.dokumen.serializers import (
    DokumenRinciSerializer,
    DokumenSerializer,
    JenisDokumenSerializer,
    SaringDokumenSerializer,
    SaringHalamanSerializer,
    SaringUnduhSerializer,
    SaringVersiSerializer,
    StatusVersiSerializer,
    TeksSerializer,
    UnggahSerializer,
)
from docservice.dokumen.upload import check_terhenti
from docservice.pegawai.permissions import ambil_pegawai, pegawai_sendiri
from docservice.umum import api as umum
from docservice.umum.api import baca, daftar, jawab, operasi
from docservice.umum.errors import IsianSalah

KE = "dokumen"
BERKAS = OpenApiResponse(OpenApiTypes.BINARY, description="Isi berkas.")
GAMBAR = {(200, "image/webp"): BERKAS}
ASLI = {(200, tipe): BERKAS for tipe in ("application/pdf", "image/jpeg", "image/png", "image/tiff")}


@operasi("Jenis dokumen", ke=KE, keluar=JenisDokumenSerializer(many=True))
@api_view(["GET"])
def jenis_dokumen(request: Request) -> Response:
    return jawab(JenisDokumenSerializer, JenisDokumen.objects.all())


class DaftarDokumen(APIView):
    pagination_class = umum.Halaman
    parser_classes = (MultiPartParser,)

    @operasi(
        "Dokumen yang boleh saya lihat",
        ke=KE,
        keluar=DokumenSerializer(many=True),
        saring=SaringDokumenSerializer,
    )
    def get(self, request: Request) -> Response:
        saring = baca(SaringDokumenSerializer, request.query_params)
        if "pegawai" in saring:
            saring["pegawai__nip"] = saring.pop("pegawai")
        dokumen = Dokumen.objects.visible_to(saya(request)).filter(**saring)
        return daftar(request, DokumenSerializer, dokumen.select_related("pegawai__unit"))

    @operasi(
        "Unggah berkas",
        ke=KE,
        masuk=UnggahSerializer,
        keluar=StatusVersiSerializer,
        status=201,
        parameters=[PARAMETER],
        description="Diakui sesudah tersimpan aman. Pemindaian dan pembacaan menyusul; ikuti lewat status.",
    )
    def post(self, request: Request) -> Response:
        data = request.data
        check_terhenti(request)
        return sekali(request, lambda: _unggah(request, baca(UnggahSerializer, data)), berkunci_sendiri=True)


def _unggah(request: Request, isi: dict[str, Any]) -> Response:
    by = saya(request)
    dokumen = ambil_dokumen(by, isi["dokumen"]) if "dokumen" in isi else None
    if dokumen is not None:
        pegawai, jenis = dokumen.pegawai, dokumen.jenis
    else:
        pegawai = ambil_pegawai(by, isi["pegawai"]) if "pegawai" in isi else pegawai_sendiri(by)
        jenis = _jenis(isi.get("jenis", ""))
    bertahap = isi["kiriman"]
    with (
        semua_berkas(by=by, langsung=isi["berkas"], pk=bertahap) as semua,
        satu_berkas(semua) as (berkas, nama),
    ):
        versi = unggah(
            by=by,
            pegawai=pegawai,
            jenis=jenis,
            minor=isi["minor"],
            berkas=berkas,
            nama_berkas=nama,
            kunci=kunci_dari(request),
            dokumen=dokumen,
            kiriman=bertahap,
        )
    return jawab(StatusVersiSerializer, versi, 201)


def _jenis(kode: str) -> JenisDokumen:
    jenis = JenisDokumen.objects.filter(pk=kode).first()
    if jenis is None:
        raise IsianSalah.pada({"jenis": "Jenis dokumen tidak dikenal."})
    return jenis


@operasi("Rincian dokumen", ke=KE, keluar=DokumenRinciSerializer)
@api_view(["GET"])
def rincian(request: Request, pk: int) -> Response:
    """Versions, pages and the values read on them: a reading, noted like one."""
    by = saya(request)
    dokumen = ambil_dokumen(by, pk)
    catat_baca(by=by, dokumen=dokumen, cara="lihat", peran=peran_tercatat(request))
    return jawab(DokumenRinciSerializer, dokumen, by=by)


@operasi("Kemajuan pemrosesan", ke=KE, keluar=StatusVersiSerializer)
@api_view(["GET"])
def status(request: Request, pk: int) -> Response:
    """Of the newest version one may know of."""
    by = saya(request)
    return jawab(StatusVersiSerializer, versi_tampak_terkini(by, ambil_dokumen(by, pk)))


@operasi("Gambar halaman", ke=KE, keluar=GAMBAR, saring=SaringHalamanSerializer)
@api_view(["GET"])
def gambar_halaman(request: Request, pk: int, nomor: int) -> HttpResponseBase:
    saring = baca(SaringHalamanSerializer, request.query_params)
    halaman = ambil_halaman(saya(request), pk, nomor, saring.get("versi"))
    peran = peran_tercatat(request)
    return kirim_halaman(request._request, halaman, by=saya(request), peran=peran, kecil=saring["kecil"])


@operasi("Teks halaman", ke=KE, keluar=TeksSerializer, saring=SaringVersiSerializer)
@api_view(["GET"])
def teks_halaman(request: Request, pk: int, nomor: int) -> Response:
    saring = baca(SaringVersiSerializer, request.query_params)
    halaman: Halaman = ambil_halaman(saya(request), pk, nomor, saring.get("versi"))
    catat_baca(by=saya(request), dokumen=halaman.versi.dokumen, cara="lihat", peran=peran_tercatat(request))
    return jawab(TeksSerializer, halaman)


@operasi("Unduh berkas asli", ke=KE, keluar=ASLI, saring=SaringUnduhSerializer)
@api_view(["GET"])
def unduh(request: Request, pk: int) -> FileResponse:
    saring = baca(SaringUnduhSerializer, request.query_params)
    versi, pdf = ambil_versi(saya(request), pk, saring.get("versi")), saring["bentuk"] == "pdf"
    return kirim_asli(versi, by=saya(request), peran=peran_tercatat(request), sebagai_pdf=pdf)
