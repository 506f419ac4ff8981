"""The resumable upload protocol tus 1.0.0 (https://tus.io): creation, termination, expiration, checksum.

One translation for both doors, pages and API: headers in, a verb of ``kiriman.py``, headers out. What has arrived is
then named in the ordinary upload form (``kiriman``) instead of a file, so that the rest is the very same upload.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from django.utils.http import http_date

from docservice.akun.models import Pengguna
from docservice.dokumen import gudang
from docservice.dokumen.kiriman import ambil, batalkan, mulai, paling_besar, tambah
from docservice.dokumen.kuota import boleh_borongan
from docservice.dokumen.models import Kiriman
from docservice.dokumen.upload import ruang_penuh, terlalu_besar
from docservice.umum.errors import KesalahanDomain
from docservice.umum.galat import badan

VERSI = "1.0.0"
PERLUASAN = "creation,termination,expiration,checksum"
SIDIK = ("sha1", "sha256")
JENIS_ISI = "application/offset+octet-stream"
POTONG = 256 * 1024
Alamat = Callable[[str], str]


class SalahProtokol(KesalahanDomain):
    """The client speaks another tus, or no tus at all: a fault of its program, not of its person."""

    kode = "tus_salah"

    def __init__(self, pesan: str, status: int = 400) -> None:
        super().__init__(pesan)
        self.status = status


def layani(request: HttpRequest, by: Pengguna, alamat: Alamat, pk: str = "") -> HttpResponse:
    """Answer one tus request of *by*; *alamat* gives the address of an upload at this door."""
    cara = request.headers.get("X-HTTP-Method-Override") or request.method or ""
    try:
        if cara != "OPTIONS" and request.headers.get("Tus-Resumable") != VERSI:
            raise SalahProtokol(f"Yang dilayani hanya tus {VERSI}.", 412)
        jawaban = _pilih(cara, pk)(request, by, alamat, pk)
    except KesalahanDomain as salah:
        jawaban = JsonResponse(badan(salah), status=salah.status)
        if salah.status == 412:
            jawaban.headers["Tus-Version"] = VERSI
    jawaban.headers["Tus-Resumable"] = VERSI
    jawaban.headers["Cache-Control"] = "no-store"
    return jawaban


def _pilih(cara: str, pk: str) -> Callable[..., HttpResponse]:
    satu = {"HEAD": _kepala, "PATCH": _sambung, "DELETE": _batal, "OPTIONS": _kemampuan}
    pintu = satu if pk else {"POST": _buat, "OPTIONS": _kemampuan}
    if cara not in pintu:
        raise SalahProtokol("Cara ini tidak dilayani di alamat ini.", 405)
    return pintu[cara]


def _kemampuan(request: HttpRequest, by: Pengguna, alamat: Alamat, pk: str) -> HttpResponse:
    untuk = Kiriman.Untuk.BORONGAN if boleh_borongan(by) else Kiriman.Untuk.DOKUMEN
    besar = str(max(paling_besar(untuk), paling_besar(Kiriman.Untuk.DOKUMEN)))
    kepala = {"Tus-Version": VERSI, "Tus-Extension": PERLUASAN, "Tus-Max-Size": besar}
    return HttpResponse(status=204, headers={**kepala, "Tus-Checksum-Algorithm": ",".join(SIDIK)})


def _buat(request: HttpRequest, by: Pengguna, alamat: Alamat, pk: str) -> HttpResponse:
    kata = _keterangan(request.headers.get("Upload-Metadata", ""))
    untuk = Kiriman.Untuk.BORONGAN if kata.get("untuk") == "borongan" else Kiriman.Untuk.DOKUMEN
    ukuran = _bilangan(request, "Upload-Length")
    kiriman = mulai(by=by, nama_berkas=kata.get("filename", ""), ukuran=ukuran, untuk=untuk)
    kepala = {"Location": alamat(kiriman.pk), "Upload-Expires": _habis(kiriman), "Upload-Offset": "0"}
    isi = {"id": kiriman.pk, "alamat": kepala["Location"], "kedaluwarsa": kiriman.kedaluwarsa.isoformat()}
    return JsonResponse(isi, status=201, headers=kepala)


def _kepala(request: HttpRequest, by: Pengguna, alamat: Alamat, pk: str) -> HttpResponse:
    kiriman = ambil(by=by, pk=pk)
    nama = base64.b64encode(kiriman.nama_berkas.encode()).decode()
    kepala = {"Upload-Length": str(kiriman.ukuran), "Upload-Metadata": f"filename {nama}"}
    return HttpResponse(headers=_sampai(kiriman) | kepala)


def _sambung(request: HttpRequest, by: Pengguna, alamat: Alamat, pk: str) -> HttpResponse:
    if request.headers.get("Content-Type") != JENIS_ISI:
        raise SalahProtokol(f"Isi bagian harus {JENIS_ISI}.", 415)
    kiriman, tempat = ambil(by=by, pk=pk), _bilangan(request, "Upload-Offset")
    panjang = _bilangan(request, "Content-Length")
    if panjang > kiriman.ukuran - kiriman.tiba and kiriman.tiba == tempat:
        raise terlalu_besar(kiriman.ukuran)
    if not gudang.ruang_cukup(panjang):
        raise ruang_penuh()
    tambah(by=by, kiriman=kiriman, tempat=tempat, isi=_isi(request))
    return HttpResponse(status=204, headers=_sampai(kiriman))


def _batal(request: HttpRequest, by: Pengguna, alamat: Alamat, pk: str) -> HttpResponse:
    batalkan(by=by, kiriman=ambil(by=by, pk=pk))
    return HttpResponse(status=204)


def _isi(request: HttpRequest) -> Iterator[bytes]:
    """The body as it comes. A line that breaks ends it: what has come is kept, unless a checksum was promised."""
    hitung, janji = _janji(request)
    while True:
        try:
            potong = request.read(POTONG)
        except (UnreadablePostError, OSError):
            potong = b""
        if not potong:
            break
        hitung.update(potong)
        yield potong
    if janji is not None and hitung.digest() != janji:
        raise SalahProtokol("Bagian ini rusak di perjalanan. Kirim lagi bagian yang sama.", 460)


def _janji(request: HttpRequest) -> tuple[Any, bytes | None]:
    """The digest to compute, and what the sender says it will be."""
    kepala = request.headers.get("Upload-Checksum")
    if kepala is None:
        return hashlib.sha256(), None
    nama, _, sandi = kepala.partition(" ")
    if nama not in SIDIK:
        raise SalahProtokol(f"Sidik {nama[:20]} tidak dilayani; pakai {' atau '.join(SIDIK)}.")
    return hashlib.new(nama, usedforsecurity=False), _base64(sandi)


def _keterangan(kepala: str) -> dict[str, str]:
    """``Upload-Metadata``: comma-separated pairs of a key and its Base64 value, which may be missing."""
    hasil = {}
    for pasang in filter(None, kepala.split(",")):
        nama, _, sandi = pasang.strip().partition(" ")
        hasil[nama] = _base64(sandi).decode(errors="replace")
    return hasil


def _base64(sandi: str) -> bytes:
    try:
        return base64.b64decode(sandi, validate=True)
    except binascii.Error:
        raise SalahProtokol("Kepala permintaan tidak dapat dibaca.") from None


def _bilangan(request: HttpRequest, nama: str) -> int:
    kata = request.headers.get(nama, "")
    if not (kata.isascii() and kata.isdigit() and len(kata) < 16):
        raise SalahProtokol(f"Kepala {nama} harus berisi bilangan.")
    return int(kata)


def _sampai(kiriman: Kiriman) -> dict[str, str]:
    return {"Upload-Offset": str(kiriman.tiba), "Upload-Expires": _habis(kiriman)}


def _habis(kiriman: Kiriman) -> str:
    return http_date(kiriman.kedaluwarsa.timestamp())
