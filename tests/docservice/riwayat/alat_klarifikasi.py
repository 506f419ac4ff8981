"""Questions about a proposal, and who hears of them."""

from __future__ import annotations

from docservice.riwayat.klarifikasi import tulis_klarifikasi
from docservice.riwayat.models import LangkahUsulan, Riwayat
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import PenugasanFactory

TANYA = "TMT di kertas terbaca 1 Februari atau 1 Maret?"
JAWAB = "1 Februari. Stempelnya menutupi tulisan."


def tulis(kantor: KantorUji, nomor: int, riwayat: Riwayat, isi: str = TANYA) -> LangkahUsulan:
    return tulis_klarifikasi(by=kantor.akun(nomor), riwayat=riwayat, isi=isi)


def staf_arsip(kantor: KantorUji) -> int:
    """A teacher who also helps in the archive: sees every row, decides nothing."""
    PenugasanFactory.create(pengguna=kantor.akun(9), peran="staf_arsip", unit=None)
    return 9
