"""Sending bytes out: the original as a download, pages as images we rendered.

Of what people uploaded only the archive store is ever opened (Law 3).
"""

from __future__ import annotations

import io
from typing import IO

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from docservice.akun.models import Pengguna
from docservice.dokumen import gudang
from docservice.dokumen.actions import catat_baca
from docservice.dokumen.models import Halaman, VersiDokumen
from storage import BlobMissing, BlobStore

GAMBAR = "image/webp"
PDF = "application/pdf"
TIPE = {"pdf": PDF, "jpeg": "image/jpeg", "png": "image/png", "tiff": "image/tiff"}
TIPE |= {"heic": "image/heic", "webp": "image/webp"}
TANPA_SKRIP = "default-src 'none'; sandbox"
"""Should a browser show the bytes after all, nothing in them may run in our name (ASVS 3.2.1)."""


def nama_unduhan(versi: VersiDokumen, tipe: str = "") -> str:
    """Ours, not the uploader's: *SK_CPNS_199710022022021913_v1.pdf* (ASVS 5.4.1)."""
    dokumen = versi.dokumen
    minor = f"_{dokumen.minor.replace('/', '')}" if dokumen.minor else ""
    return f"{dokumen.jenis_id}_{versi.pegawai.nip}{minor}_v{versi.nomor}.{tipe or versi.tipe}"


def kirim_asli(versi: VersiDokumen, *, by: Pengguna, peran: str, sebagai_pdf: bool = False) -> FileResponse:
    """The original, streamed, never shown in our origin; noted before the first byte leaves.

    *sebagai_pdf*: the PDF made of it, where the original is a photo few programs open.
    """
    sidik, tipe = (versi.turunan, "pdf") if sebagai_pdf and versi.tipe != "pdf" else (versi.sha256, versi.tipe)
    if not sidik:
        raise Http404
    jenis = TIPE.get(tipe, "application/octet-stream")
    jawaban = kirim(gudang.arsip(), sidik, jenis, unduhan=nama_unduhan(versi, tipe))
    catat_baca(by=by, dokumen=versi.dokumen, cara="unduh", peran=peran)
    return jawaban


def kirim_halaman(
    request: HttpRequest, halaman: Halaman, *, by: Pengguna, peran: str, kecil: bool = False
) -> HttpResponseBase:
    """One page as an image. A browser keeps it, but asks each time, so that access is checked each time."""
    sidik = halaman.kecil if kecil else halaman.gambar
    etag = quote_etag(sidik)
    jawaban = get_conditional_response(request, etag=etag) or kirim(gudang.arsip(), sidik, GAMBAR)
    catat_baca(by=by, dokumen=halaman.versi.dokumen, cara="lihat", peran=peran)
    jawaban.headers["Cache-Control"] = "private, no-cache"
    jawaban.headers["ETag"] = etag
    return jawaban


def kirim(asal: BlobStore, sha256: str, tipe: str, *, unduhan: str = "") -> FileResponse:
    """Bytes out of a store. With *unduhan* a browser saves them under that name (RFC 6266)."""
    header = {"Content-Security-Policy": TANPA_SKRIP}
    nama = unduhan or "halaman.webp"
    terbuka = asal.lies_open_at(sha256) if settings.ACCEL_REDIRECT else None
    if terbuka and (alamat := gudang.alamat_dalam(terbuka)):
        header["X-Accel-Redirect"] = alamat
        isi: IO[bytes] = io.BytesIO()  # the bytes and their length come from the server in front
    else:
        try:
            header["Content-Length"], isi = str(asal.size(sha256)), asal.open(sha256)
        except BlobMissing:
            raise Http404 from None
    return FileResponse(isi, content_type=tipe, headers=header, as_attachment=bool(unduhan), filename=nama)
