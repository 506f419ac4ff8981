"""API of one's archive: what is missing, who looked, what happened to a paper, what its signatures are worth."""

from __future__ import annotations

from django.http import Http404, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.token import peran_tercatat, saya
from docservice.dokumen import tanda_tangan as cap
from docservice.dokumen.actions import catat_baca
from docservice.dokumen.jejak import jejak_dokumen
from docservice.dokumen.kelengkapan import kelengkapan
from docservice.dokumen.ketiadaan import nyatakan, tarik
from docservice.dokumen.models import AksesBaca, Ketiadaan
from docservice.dokumen.pembaca import bernama, pembuka_data
from docservice.dokumen.permissions import ambil_dokumen, ambil_versi, versi_tampak, versi_tampak_terkini
from docservice.dokumen.salinan import minta_salinan
from docservice.dokumen.semua import kirim_semua
from docservice.dokumen.serializers import (
    AksesBacaSerializer,
    PembukaDataSerializer,
    SaringVersiSerializer,
    StatusVersiSerializer,
)
from docservice.dokumen.serializers_arsip import (
    KelengkapanSerializer,
    KetiadaanMasukSerializer,
    KetiadaanSerializer,
    LaporanTandaTanganSerializer,
    PeristiwaSerializer,
    SaringKelengkapanSerializer,
)
from docservice.pegawai.permissions import ambil_pegawai, pegawai_sendiri
from docservice.umum.api import Halaman, baca, daftar, jawab, operasi

KE = "dokumen"


@operasi("Kelengkapan arsip", ke=KE, keluar=KelengkapanSerializer, saring=SaringKelengkapanSerializer)
@api_view(["GET"])
def kelengkapan_arsip(request: Request) -> Response:
    by, saring = saya(request), baca(SaringKelengkapanSerializer, request.query_params)
    pegawai = ambil_pegawai(by, saring["pegawai"]) if "pegawai" in saring else pegawai_sendiri(by)
    return jawab(KelengkapanSerializer, kelengkapan(pegawai, by))


@operasi(
    "Saya tidak memiliki dokumen ini", ke=KE, masuk=KetiadaanMasukSerializer, keluar=KetiadaanSerializer, status=201
)
@api_view(["POST"])
def tidak_dimiliki(request: Request) -> Response:
    by, isi = saya(request), baca(KetiadaanMasukSerializer, request.data)
    return jawab(KetiadaanSerializer, nyatakan(by=by, pegawai=pegawai_sendiri(by), **isi), 201)


@operasi("Tarik pernyataan tidak memiliki", ke=KE, keluar=KetiadaanSerializer)
@api_view(["POST"])
def tarik_pernyataan(request: Request, pk: int) -> Response:
    by = saya(request)
    satu = get_object_or_404(Ketiadaan.objects.select_related("pegawai"), pk=pk, pegawai__pengguna=by)
    return jawab(KetiadaanSerializer, tarik(by=by, ketiadaan=satu))


@operasi("Unduh semua berkas saya", ke=KE, keluar={(200, "application/zip"): OpenApiTypes.BINARY})
@api_view(["GET"])
def unduh_semua(request: Request) -> StreamingHttpResponse:
    """A ZIP of the newest version of each of one's papers, with ``riwayat.csv``, ``daftar.csv`` and ``SHA256SUMS``."""
    return kirim_semua(by=saya(request), pegawai=pegawai_sendiri(saya(request)))


class PembacaSaya(APIView):
    pagination_class = Halaman

    @operasi(
        "Siapa yang membuka dokumen saya",
        ke=KE,
        keluar=AksesBacaSerializer(many=True),
        operation_id="dokumen_saya_pembaca_list",
    )
    def get(self, request: Request) -> Response:
        """The owner's right (UU PDP 27/2022)."""
        akses = AksesBaca.objects.filter(dokumen__pegawai__pengguna=saya(request))
        return daftar(request, AksesBacaSerializer, akses.select_related("pengguna"))


class PembukaDataSaya(APIView):
    pagination_class = Halaman

    @operasi(
        "Siapa yang membuka data saya di luar dokumen",
        ke=KE,
        keluar=PembukaDataSerializer(many=True),
        operation_id="dokumen_saya_pembuka_data_list",
    )
    def get(self, request: Request) -> Response:
        """Downloads of the career as one page, and openings of personal numbers."""
        pegawai = pegawai_sendiri(saya(request))
        return daftar(request, PembukaDataSerializer, bernama(pembuka_data(pegawai)))


class Pembaca(APIView):
    pagination_class = Halaman

    @operasi("Siapa yang membuka dokumen ini", ke=KE, keluar=AksesBacaSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        """For its owner; for everyone else there is nothing here."""
        dokumen = ambil_dokumen(saya(request), pk)
        akses = AksesBaca.objects.filter(dokumen=dokumen, dokumen__pegawai__pengguna=saya(request))
        return daftar(request, AksesBacaSerializer, akses.select_related("pengguna"))


@operasi("Perjalanan dokumen", ke=KE, keluar=PeristiwaSerializer(many=True))
@api_view(["GET"])
def jejak(request: Request, pk: int) -> Response:
    dokumen = ambil_dokumen(saya(request), pk)
    tampak = {versi.nomor for versi in versi_tampak(saya(request), dokumen)}
    return jawab(PeristiwaSerializer, jejak_dokumen(dokumen, tampak))


@operasi("Buatkan salinan aman", ke=KE, keluar=StatusVersiSerializer, status=202)
@api_view(["POST"])
def salinan(request: Request, pk: int) -> Response:
    """Of a file refused for its active content: pages as pictures, coming as the next version."""
    by = saya(request)
    versi = versi_tampak_terkini(by, ambil_dokumen(by, pk))
    minta_salinan(by=by, versi=versi)
    versi.refresh_from_db()
    return jawab(StatusVersiSerializer, versi, 202)


@operasi("Periksa tanda tangan elektronik", ke=KE, keluar=LaporanTandaTanganSerializer, saring=SaringVersiSerializer)
@api_view(["GET"])
def tanda_tangan(request: Request, pk: int) -> Response:
    saring = baca(SaringVersiSerializer, request.query_params)
    versi = ambil_versi(saya(request), pk, saring.get("versi"))
    if not cap.perlu_diperiksa(versi):
        raise Http404
    catat_baca(by=saya(request), dokumen=versi.dokumen, cara="lihat", peran=peran_tercatat(request))
    return jawab(LaporanTandaTanganSerializer, cap.laporan(versi))
