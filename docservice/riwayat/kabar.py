"""Telling somebody about a proposal: one shape of notice, with the way to its page."""

from __future__ import annotations

from django.urls import reverse

from docservice.akun.kabar import kabari
from docservice.akun.models import Pengguna
from docservice.riwayat.models import Riwayat


def kabarkan(riwayat: Riwayat, kepada: Pengguna | None, teks: str, nada: str, *, kunci: str = "") -> None:
    """Once per revision of the row, unless *kunci* names another occasion."""
    kunci = kunci or f"riwayat:{riwayat.pk}:{riwayat.revisi}"
    kabari(kepada, teks[:300], kunci=kunci, tautan=reverse("riwayat:usulan", args=[riwayat.pk]), nada=nada)


def kabarkan_pemilik(riwayat: Riwayat, teks: str, nada: str) -> None:
    kabarkan(riwayat, riwayat.pegawai.pengguna, teks, nada)
