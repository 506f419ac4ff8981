"""Telling a person, once, what happened to their paper or waits for their decision."""

from __future__ import annotations

from collections.abc import Collection

from docservice.akun.models import Kabar, Pengguna, Penugasan
from docservice.antrean.models import Prioritas
from docservice.antrean.pekerjaan import taruh

SEGERA = "akun.surel_segera"
"""The job that mails one notice; see ``surel_kabar.py``."""


def kabari(pengguna: Pengguna | None, teks: str, *, kunci: str, tautan: str = "", nada: str = "info") -> None:
    """Write a notice in the caller's transaction; *kunci* makes a repeated call harmless."""
    if pengguna is None:
        return
    isi = {"pengguna": pengguna, "teks": teks, "tautan": tautan, "nada": nada}
    satu, baru = Kabar.objects.get_or_create(kunci=kunci, defaults=isi)
    if baru and pengguna.surel and pengguna.surel_kabar == Pengguna.SurelKabar.SEGERA:
        taruh(SEGERA, satu.pk, prioritas=Prioritas.BORONGAN)


def kabari_pemegang(
    peran: str | Collection[str], teks: str, *, kunci: str, tautan: str = "", nada: str = "info"
) -> None:
    """The same to everyone who holds *peran*, or one of them, today: once each, under *kunci* of their own."""
    tugas = Penugasan.objects.berlaku().filter(peran__in=[peran] if isinstance(peran, str) else peran)
    for pengguna in Pengguna.objects.filter(pk__in=tugas.values("pengguna")):
        kabari(pengguna, teks, kunci=f"{kunci}:{pengguna.pk}", tautan=tautan, nada=nada)
