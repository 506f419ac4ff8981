"""What upper rooms add to the workbench, asked through registries this room owns."""

from __future__ import annotations

from collections.abc import Callable, Collection

from django.db.models import Q

from docservice.verifikasi.models import Sesi

Sebab = Callable[[Collection[int]], dict[int, str]]
_mendesak: list[tuple[Callable[[], Q], Sebab]] = []
_penutup: list[Callable[[Sesi], str]] = []


def daftarkan_mendesak(syarat: Callable[[], Q], sebab: Sebab) -> None:
    """Papers that *syarat* finds come before others of their age; *sebab* says what waits for them, by key."""
    _mendesak.append((syarat, sebab))


def daftarkan_penutup(alamat: Callable[[Sesi], str]) -> None:
    """Where an ended session is closed with its minutes; the last one registered serves."""
    _penutup[:] = [alamat]


def mendesak() -> Q:
    syarat = Q(pk__in=[])
    for ditunggu, _ in _mendesak:
        syarat |= ditunggu()
    return syarat


def sebab_mendesak(dokumen: Collection[int]) -> dict[int, str]:
    """What waits for each of these papers, in words."""
    return {pk: kata for _, sebab in _mendesak for pk, kata in sebab(dokumen).items()}


def penutup(sesi: Sesi) -> str:
    return _penutup[0](sesi)
