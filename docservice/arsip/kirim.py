"""Sending a list out: made now, noted before the first byte leaves."""

from __future__ import annotations

import hashlib

from django.http import HttpResponse

from docservice.akun.models import Pengguna
from docservice.arsip.actions import ambil_isi_daftar
from docservice.arsip.daftar import buat
from docservice.arsip.models import PermintaanDaftar
from docservice.arsip.permissions import check_may_ambil


def kirim_lembar(pengguna: Pengguna, permintaan: PermintaanDaftar) -> HttpResponse:
    """Raises as :func:`check_may_ambil` does."""
    check_may_ambil(pengguna, permintaan)
    lembar = buat(permintaan, pengguna)
    sidik = hashlib.sha256(lembar.isi).hexdigest()
    ambil_isi_daftar(by=pengguna, permintaan=permintaan, baris=lembar.baris, sha256=sidik)
    header = {"Content-Disposition": f'attachment; filename="{lembar.nama}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(lembar.isi, content_type=lembar.tipe, headers=header)
