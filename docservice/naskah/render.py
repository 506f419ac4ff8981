"""From a decree's data to its PDF and page images."""

from __future__ import annotations

import io
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

import templates_sk
from docservice.dokumen import gudang
from docservice.naskah.gaya import cairkan
from docservice.naskah.gaya import gaya as gaya_berlaku
from docservice.naskah.models import Naskah
from docservice.umum.errors import IsianSalah
from storage import render_pages
from storage.render import PREVIEW, THUMBNAIL
from templates_sk import DataError, Gaya, Kind


def draf(naskah: Naskah) -> bytes:
    """The draft: DRAF mark, dotted number and date."""
    return pdf(naskah.jenis_naskah, naskah.data, draf=True, gaya=cairkan(naskah.gaya))


def final(naskah: Naskah, *, nomor: str, tanggal: date, token: str) -> templates_sk.Rendered:
    """The same frozen data with its number, date and QR."""
    isi = {**naskah.data, "nomor": nomor, "tanggal": tanggal.isoformat(), "verification_url": url_cek(token)}
    return templates_sk.render(naskah.jenis_naskah, isi, gaya=cairkan(naskah.gaya))


def url_cek(token: str) -> str:
    return f"{settings.PUBLIC_URL}/cek/{token}"


def pdf(jenis: Kind, data: dict[str, Any], *, draf: bool, gaya: Gaya | None = None) -> bytes:
    """In *gaya*, by default the style in force; data errors become a refusal with a sentence per field."""
    try:
        return templates_sk.render(jenis, data, draft=draf, gaya=gaya or gaya_berlaku()).pdf
    except DataError as salah:
        isian = {satu.field: satu.message for satu in salah.errors}
        raise IsianSalah.pada(isian) from None


def gambar(isi: bytes, lebar: tuple[int, ...] = (PREVIEW, THUMBNAIL)) -> list[tuple[str, int, int]]:
    """Page images of our own PDF in the work store: [(sha256, width, height)]."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "naskah.pdf"
        path.write_bytes(isi)
        hasil = []
        for halaman in render_pages(path, type="pdf", out=Path(folder) / "gambar", widths=lebar):
            with halaman.path.open("rb") as isi_gambar:
                hasil.append((gudang.kerja().put(isi_gambar).sha256, halaman.width, halaman.height))
        return hasil


def simpan(isi: bytes) -> str:
    return gudang.kerja().put(io.BytesIO(isi)).sha256
