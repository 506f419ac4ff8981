"""Refusals fit to show: one base, children by what the person can do about them.

Every ``pesan`` is a plain Indonesian sentence: what is wrong, what to do. Pages, API and commands show the same text.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Self


class KesalahanDomain(Exception):
    """Base of every refusal. ``kode`` is stable for machines, ``status`` the HTTP status."""

    kode = "ditolak"
    status = 400

    def __init__(self, pesan: str, *, kode: str | None = None, isian: Mapping[str, str] | None = None) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.kode = kode or self.kode
        self.isian = dict(isian or {})
        """Per field: its sentence."""
        self.rujukan: dict[str, int] = {}
        """Ids of what the sentence speaks of, where the API's caller can go on from there."""

    @property
    def rinci(self) -> str:
        """Field by field where it names any, for a report without a form."""
        return "; ".join(f"{nama}: {sebab}" for nama, sebab in self.isian.items()) or self.pesan


class IsianSalah(KesalahanDomain):
    """What was typed must be corrected."""

    kode = "isian_salah"
    status = 422

    @classmethod
    def pada(cls, isian: Mapping[str, str]) -> Self:
        """Everything that is wrong at once: how many fields, and the sentence of each."""
        return cls(f"Ada {len(isian)} hal yang perlu diperbaiki.", isian=isian)


class BelumLengkap(KesalahanDomain):
    """Something must be supplied first."""

    kode = "belum_lengkap"
    status = 422


class TidakBerwenang(KesalahanDomain):
    """The person sees the thing but may not do this to it."""

    kode = "tidak_berwenang"
    status = 403


class SudahBerubah(KesalahanDomain):
    """Someone was quicker, or the thing is in another state by now."""

    kode = "sudah_berubah"
    status = 409

    def __init__(self, pesan: str, *, pada: datetime | None = None, kode: str | None = None) -> None:
        super().__init__(pesan, kode=kode)
        self.pada = pada
        """When the other one saved, where that is known."""


class TerlaluBesar(KesalahanDomain):
    kode = "terlalu_besar"
    status = 413


class TerlaluSering(KesalahanDomain):
    kode = "terlalu_sering"
    status = 429


class RuangPenuh(KesalahanDomain):
    """The disk is full; nothing was accepted, nothing lost."""

    kode = "ruang_penuh"
    status = 507


class SementaraTerganggu(KesalahanDomain):
    """A part we depend on does not answer; trying again later is right."""

    kode = "sementara_terganggu"
    status = 503
