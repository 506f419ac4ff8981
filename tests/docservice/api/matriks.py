"""The two tables of access, and the people who knock by them.

A column stands for one person; what a cell may say stands at the head of each table.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.db import transaction
from django.test import Client
from django.utils import timezone

from docservice.akun.bukti import MASUK
from docservice.akun.models import Pengguna, Penugasan, TokenApi
from docservice.akun.sesi import DIKUNCI
from tests.docservice.api.conftest import Kantor, Klien, KlienApi
from tests.docservice.halaman import BACKEND

ORANG = {
    "anon": "",
    "habis": "administrator",
    "kunci": "administrator",
    "milik": "pemilik",
    "rekan": "rekan",
    "asing": "orang_lain",
    "fas": "fasilitator",
    "fas2": "fasilitator_lain",
    "akhir": "fasilitator",
    "kpd": "kepala_pd",
    "kpd2": "kepala_pd_lain",
    "atas": "atasan_langsung",
    "adm": "administrator",
    "kep": "kepala_bkpsdm",
    "arsip": "staf_arsip",
    "ttd": "pejabat",
    "paraf": "pemaraf",
    "ppk": "ppk",
    "info": "diskominfo",
    "audit": "auditor_internal",
}
"""Column: who of the office it is."""
LUAR = frozenset({"rekan", "asing", "fas2", "akhir", "kpd2", "atas", "ppk", "info", "audit"})
"""Who may read nothing about the owner."""


@dataclass(frozen=True)
class Tabel:
    kolom: list[str]
    baris: list[list[str]]

    @classmethod
    def baca(cls, nama: str) -> Tabel:
        isi = (Path(__file__).parent / nama).read_text().splitlines()
        kepala, *baris = [satu.split() for satu in isi if satu.strip() and not satu.startswith("#")]
        assert all(len(satu) == len(kepala) for satu in baris), "a row without a word for each column"
        return cls(kepala[2:], baris)

    def untuk(self, aktor: str) -> Iterator[tuple[str, str, str]]:
        """Method, address, and what *aktor* is to find there."""
        kolom = self.kolom.index(aktor) + 2
        return ((satu[0], satu[1], satu[kolom]) for satu in self.baris)

    def bertiga(self) -> list[list[str]]:
        """The columns in three parts, each of which knocks in a world of its own."""
        return [self.kolom[satu::3] for satu in range(3)]


@contextmanager
def tanpa_akibat() -> Iterator[None]:
    """Whatever the request does is taken back, so that each meets the same world."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def sebagai(kantor: Kantor, aktor: str) -> Iterator[Pengguna | None]:
    """The person of this column, with what became of them; taken back after them."""
    with tanpa_akibat():
        akun = kantor.akun(ORANG[aktor]) if ORANG[aktor] else None
        if aktor == "akhir":
            kemarin = timezone.localdate() - timedelta(days=1)
            Penugasan.objects.filter(pengguna=akun).update(berlaku_sampai=kemarin)
        yield akun


def pemegang_token(klien: Klien, aktor: str, akun: Pengguna | None) -> KlienApi:
    orang = klien(akun)
    if aktor == "habis":
        TokenApi.objects.filter(pengguna=akun).update(kedaluwarsa=timezone.now())
    return orang


def peramban(aktor: str, akun: Pengguna | None) -> Client:
    klien = Client()
    if akun is not None:
        klien.force_login(akun, backend=BACKEND)
    if aktor in ("habis", "kunci"):
        sesi = klien.session
        sesi.update({"habis": {MASUK: 0.0}, "kunci": {DIKUNCI: time.time() + 1}}[aktor])
        sesi.save()
    return klien
