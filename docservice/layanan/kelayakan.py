"""Is a person eligible, and what exactly is missing? (riwayat-layanan D.0, D.l)

Three kinds of answer, never mixed (screens §5.6): *kurang* (the person can fix it), *menunggu* (others must act),
*tidak terpenuhi* (cannot be fixed now; says from when).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from docservice.layanan.models import Layanan
from docservice.pegawai.models import Pegawai


class Hasil(StrEnum):
    TERPENUHI = "terpenuhi"
    KURANG = "kurang"
    MENUNGGU = "menunggu"
    TIDAK = "tidak_terpenuhi"


@dataclass(frozen=True)
class Butir:
    """One line of the check: need, value, how known and since when, article; for papers the slot or document behind it.

    ``mulai``: the day from which a line that is not fulfilled will be, where it can be told.
    """

    kode: str
    nama: str
    hasil: Hasil
    keterangan: str
    nilai: str = ""
    dasar: str = ""
    jenis_dokumen: str = ""
    minor: str = ""
    dokumen: int | None = None
    sumber: str = ""
    tanggal: date | None = None
    mulai: date | None = None


@dataclass
class Pemeriksaan:
    """The whole check of one person for one service, with the values a request would freeze."""

    pegawai: Pegawai
    varian: str
    butir: list[Butir] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)

    def dengan(self, *hasil: Hasil) -> list[Butir]:
        return [b for b in self.butir if b.hasil in hasil]

    @property
    def kurang(self) -> list[Butir]:
        return self.dengan(Hasil.KURANG)

    @property
    def menunggu(self) -> list[Butir]:
        return self.dengan(Hasil.MENUNGGU)

    @property
    def tidak(self) -> list[Butir]:
        return self.dengan(Hasil.TIDAK)

    @property
    def terpenuhi(self) -> list[Butir]:
        return self.dengan(Hasil.TERPENUHI)

    @property
    def jumlah_kurang(self) -> int:
        return len(self.kurang) + len(self.tidak)

    @property
    def mulai(self) -> date | None:
        """The first day on which nothing stands in the way that time alone removes."""
        return max((b.mulai for b in self.tidak if b.mulai), default=None)

    def judul(self, layanan: Layanan) -> str:
        """*Kenaikan pangkat ke III/b*."""
        baru = self.data.get("golongan_baru")
        return f"{layanan.nama} ke {baru}" if baru else layanan.nama

    @property
    def lengkap(self) -> bool:
        """May be sent: nothing the person must fix, nothing that cannot be fixed.

        A paper that is uploaded but not yet verified does not stop the sending; it stops the hand-over
        to BKPSDMD (D.0 gate 2).
        """
        return not self.kurang and not self.tidak


def tambah_tahun(tanggal: date, tahun: int) -> date:
    """The same day *tahun* years later; 29 February becomes 1 March."""
    try:
        return tanggal.replace(year=tanggal.year + tahun)
    except ValueError:
        return date(tanggal.year + tahun, 3, 1)


def awal_bulan_depan(hari: date) -> date:
    return date(hari.year + hari.month // 12, hari.month % 12 + 1, 1)
