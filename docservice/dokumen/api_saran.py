"""API of the answers to advice: keep the photo, name the kind, explain a number, take out or order pages."""

from __future__ import annotations

from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from docservice.akun.token import saya
from docservice.dokumen import saran, susunan
from docservice.dokumen.models import VersiDokumen
from docservice.dokumen.permissions import ambil_dokumen, versi_tampak_terkini
from docservice.dokumen.serializers import (
    JenisPilihanSerializer,
    PenjelasanSerializer,
    StatusVersiSerializer,
    UrutanSerializer,
)
from docservice.umum.api import baca, jawab, operasi

KE = "dokumen"


def _versi(request: Request, pk: int) -> VersiDokumen:
    """The newest one this person may know of."""
    by = saya(request)
    return versi_tampak_terkini(by, ambil_dokumen(by, pk))


@operasi("Pakai foto apa adanya", ke=KE, keluar=StatusVersiSerializer)
@api_view(["POST"])
def pakai(request: Request, pk: int) -> Response:
    """Kept in spite of the advice about its legibility; the fasilitator sees that."""
    versi = _versi(request, pk)
    saran.pakai_apa_adanya(by=saya(request), versi=versi)
    return jawab(StatusVersiSerializer, versi)


@operasi("Hapus halaman ini", ke=KE, keluar=StatusVersiSerializer, status=201)
@api_view(["POST"])
def hapus_halaman(request: Request, pk: int, nomor: int) -> Response:
    """The paper without this page, as its next version."""
    versi = susunan.hapus_halaman(by=saya(request), versi=_versi(request, pk), nomor=nomor)
    return jawab(StatusVersiSerializer, versi, 201)


@operasi("Urutkan halaman", ke=KE, masuk=UrutanSerializer, keluar=StatusVersiSerializer, status=201)
@api_view(["POST"])
def urutan(request: Request, pk: int) -> Response:
    """The paper with its pages in another order, as its next version."""
    versi, isi = _versi(request, pk), baca(UrutanSerializer, request.data)
    baru = susunan.urutkan_halaman(by=saya(request), versi=versi, nomor=[str(n) for n in isi["nomor"]])
    return jawab(StatusVersiSerializer, baru, 201)


@operasi("Simpan sebagai jenis lain, atau tetap", ke=KE, masuk=JenisPilihanSerializer, keluar=StatusVersiSerializer)
@api_view(["POST"])
def jenis(request: Request, pk: int) -> Response:
    """When the title on the paper speaks of another kind (*tebakan_jenis*)."""
    by, versi, isi = saya(request), _versi(request, pk), baca(JenisPilihanSerializer, request.data)
    if isi["tetap"]:
        saran.pastikan_jenis(by=by, versi=versi)
    else:
        saran.simpan_sebagai_tampaknya(by=by, versi=versi, minor=isi["minor"])
    return jawab(StatusVersiSerializer, _versi(request, pk))


@operasi("Tetap kirim, dengan penjelasan", ke=KE, masuk=PenjelasanSerializer, keluar=StatusVersiSerializer)
@api_view(["POST"])
def penjelasan(request: Request, pk: int) -> Response:
    """Why another person's NIP stands on the paper; the fasilitator reads it."""
    versi, isi = _versi(request, pk), baca(PenjelasanSerializer, request.data)
    saran.tetap_kirim(by=saya(request), versi=versi, penjelasan=isi["penjelasan"])
    return jawab(StatusVersiSerializer, _versi(request, pk))
