"""The signatures of a PDF as a card: the verifier is set by the room that holds the trust list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.cache import cache

from docservice.dokumen import gudang
from docservice.dokumen.models import VersiDokumen
from signing import Report, SignatureReport

Pemeriksa = Callable[[Path], Report]
SEJAM = 3600
"""Seconds a report is kept: long enough for one sitting, short enough to notice an expired certificate."""
_pemeriksa: list[Pemeriksa] = []


def daftarkan_pemeriksa(pemeriksa: Pemeriksa) -> None:
    """The last one registered judges."""
    _pemeriksa[:] = [pemeriksa]


@dataclass(frozen=True)
class Penandatangan:
    """One signature with its three plain checks; *waktu* is the authority's when *dari_tsa* (Law 12)."""

    laporan: SignatureReport
    waktu: datetime | None
    dari_tsa: bool
    utuh: bool
    sertifikat_berlaku: bool
    jangka_panjang: bool


def perlu_diperiksa(versi: VersiDokumen) -> bool:
    return versi.tipe == "pdf" and versi.bertanda_tangan > 0 and bool(_pemeriksa)


def laporan_tersimpan(versi: VersiDokumen) -> Report | None:
    """What an earlier look left; None when it must be computed."""
    isi: dict[str, Any] | None = cache.get(_kunci(versi))
    return Report.from_dict(isi) if isi else None


def laporan(versi: VersiDokumen) -> Report:
    """Judge the original in the sandbox; the bytes under a hash never change, so neither does the work."""
    if lama := laporan_tersimpan(versi):
        return lama
    with gudang.arsip().local_path(versi.sha256) as path:
        hasil = _pemeriksa[0](path)
    cache.set(_kunci(versi), hasil.to_dict(), SEJAM)
    return hasil


def penandatangan(hasil: Report) -> list[Penandatangan]:
    return [_urai(satu) for satu in hasil.signatures]


def _urai(satu: SignatureReport) -> Penandatangan:
    waktu = satu.timestamp or satu.signed_at
    return Penandatangan(
        laporan=satu,
        waktu=datetime.fromisoformat(waktu) if waktu else None,
        dari_tsa=bool(satu.timestamp),
        utuh=satu.verdict != "invalid",
        sertifikat_berlaku=satu.trust == "trusted" and satu.revocation == "good",
        jangka_panjang=(satu.level or "") in ("B-LT", "B-LTA"),
    )


def _kunci(versi: VersiDokumen) -> str:
    return f"tanda-tangan:{versi.sha256}"
