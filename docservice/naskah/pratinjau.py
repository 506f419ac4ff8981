"""The draft as it stands: while it is being written drawn anew, once sent for initials the frozen bytes."""

from __future__ import annotations

from django.http import FileResponse, Http404

from docservice.dokumen import gudang
from docservice.dokumen.kirim import GAMBAR, PDF, kirim
from docservice.naskah import render
from docservice.naskah.models import Naskah
from docservice.naskah.status import StatusNaskah


def draf_pdf(naskah: Naskah) -> FileResponse:
    """As a download."""
    sidik = naskah.draf_sha256 if _beku(naskah) else render.simpan(render.draf(naskah))
    return kirim(gudang.kerja(), sidik, PDF, unduhan=f"draf-naskah-{naskah.pk}-r{naskah.revisi}.pdf")


def draf_halaman(naskah: Naskah, nomor: int) -> FileResponse:
    """One page as an image; raises 404 beyond the last."""
    halaman = naskah.gambar_draf if _beku(naskah) else render.gambar(render.draf(naskah))
    if not 1 <= nomor <= len(halaman):
        raise Http404
    return kirim(gudang.kerja(), halaman[nomor - 1][0], GAMBAR)


def _beku(naskah: Naskah) -> bool:
    return naskah.status != StatusNaskah.DRAF
