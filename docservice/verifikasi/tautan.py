"""What upper rooms add to the workbench, asked through registries this room owns."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Q

from docservice.verifikasi.models import Sesi

_mendesak: list[Callable[[], Q]] = []
_penutup: list[Callable[[Sesi], str]] = []


def daftarkan_mendesak(syarat: Callable[[], Q]) -> None:
    """Papers that a running service waits for come before others of their age."""
    _mendesak.append(syarat)


def daftarkan_penutup(alamat: Callable[[Sesi], str]) -> None:
    """Where an ended session is closed with its minutes; the last one registered serves."""
    _penutup[:] = [alamat]


def mendesak() -> Q:
    syarat = Q(pk__in=[])
    for satu in _mendesak:
        syarat |= satu()
    return syarat


def penutup(sesi: Sesi) -> str:
    return _penutup[0](sesi)
