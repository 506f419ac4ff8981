"""The navigation as a registry: upper rooms add their entries, the frame never imports them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import reverse


@dataclass(frozen=True)
class Butir:
    """One entry of one role; ``hitung`` counts live work only and hides at 0."""

    peran: str
    label: str
    nama_url: str
    ikon: str
    urutan: int
    hitung: Callable[[Any], int] | None = None
    tombol: str = ""


@dataclass(frozen=True)
class Tampil:
    """An entry as the frame draws it."""

    label: str
    alamat: str
    ikon: str
    jumlah: int
    kini: bool
    tombol: str = ""


_butir: list[Butir] = []


def daftarkan(
    *peran: str,
    label: str,
    nama_url: str,
    ikon: str,
    urutan: int,
    hitung: Callable[[Any], int] | None = None,
    tombol: str = "",
) -> None:
    """Called from an app's ``ready``; *tombol* are the keys that lead there, such as ``g b``."""
    _butir.extend(Butir(satu, label, nama_url, ikon, urutan, hitung, tombol) for satu in peran)


def hitung(peran: str, pengguna: Any) -> dict[str, int]:
    """What waits behind each entry of *peran* that counts anything, by the name of its address."""
    return {b.nama_url: b.hitung(pengguna) for b in _butir if b.peran == peran and b.hitung}


def navigasi(peran: str, jumlah: Mapping[str, int], jalur: str) -> list[Tampil]:
    """The entries of *peran* in order; the current one is the longest address that *jalur* begins with."""
    milik = sorted((b for b in _butir if b.peran == peran), key=lambda b: b.urutan)
    alamat = {b.nama_url: _alamat(b.nama_url) for b in milik}
    cocok = [a for a in alamat.values() if jalur == a or (a != "/" and jalur.startswith(a))]
    kini = max(cocok, key=len, default=None)
    return [
        Tampil(b.label, alamat[b.nama_url], b.ikon, jumlah.get(b.nama_url, 0), alamat[b.nama_url] == kini, b.tombol)
        for b in milik
    ]


_alamat = cache(reverse)
"""Entries have no arguments: their addresses stay as they are as long as the process lives."""


def bagi(butir: Sequence[Tampil], muat: int) -> tuple[Sequence[Tampil], Sequence[Tampil]]:
    """What a bar with *muat* places shows, and what goes behind its last one, *Lainnya*."""
    depan = muat if len(butir) <= muat else muat - 1
    return butir[:depan], butir[depan:]
