"""A row beside its neighbours: what a rule about order, gaps and overlaps looks at. Sentences, never refusals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from docservice.umum.waktu import tanggal_panjang


@dataclass(frozen=True)
class Tetangga:
    """Another validated row: its date, its data (dates ISO) and its one line."""

    tmt: date
    data: Mapping[str, Any]
    ringkas: str

    def hari(self, nama: str) -> date | None:
        return hari(self.data, nama)


@dataclass(frozen=True)
class Sanding:
    """``data``: the row as it is proposed (dates ISO); ``baris``: by kind the person's others, the oldest first."""

    pegawai: Any
    kode: str
    tmt: date
    data: Mapping[str, Any]
    baris: Mapping[str, Sequence[Tetangga]]
    diganti: date | None = None
    """The date of the row that this one corrects; that row is not among the others."""

    def hari(self, nama: str) -> date | None:
        return hari(self.data, nama)

    @property
    def sejenis(self) -> Sequence[Tetangga]:
        return self.baris[self.kode]

    @property
    def sebelum(self) -> Tetangga | None:
        """The nearest of its kind with an earlier date."""
        return next((satu for satu in reversed(self.sejenis) if satu.tmt < self.tmt), None)

    @property
    def terakhir(self) -> Tetangga | None:
        """The newest of its kind; for a correction the one before the row that is corrected."""
        semua = (t for t in reversed(self.sejenis) if self.diganti is None or t.tmt < self.diganti)
        return next(semua, None)

    @property
    def sesudah(self) -> Tetangga | None:
        return next((satu for satu in self.sejenis if satu.tmt > self.tmt), None)


Periksa = Callable[[Sanding], Iterable[str]]


@dataclass(frozen=True)
class Kaidah:
    """One rule, and the other kinds whose rows it looks at."""

    periksa: Periksa
    melihat: tuple[str, ...] = field(default=())


def hari(data: Mapping[str, Any], nama: str) -> date | None:
    """A date of stored data; None where there is none, or an old row holds something else."""
    try:
        return date.fromisoformat(str(data.get(nama) or ""))
    except ValueError:
        return None


def bersinggungan(awal: date, akhir: date | None, awal_lain: date, akhir_lain: date | None) -> bool:
    """Whether two spans share a day; an open end goes on."""
    return (akhir_lain is None or awal <= akhir_lain) and (akhir is None or awal_lain <= akhir)


def masa(awal: date, akhir: date | None) -> str:
    """*1 Mei 2025 sampai 30 April 2027*, or *sejak 1 Mei 2025*."""
    return f"{tanggal_panjang(awal)} sampai {tanggal_panjang(akhir)}" if akhir else f"sejak {tanggal_panjang(awal)}"


def bulan_antara(awal: date, akhir: date) -> int:
    """Whole months from *awal* to *akhir*."""
    return (akhir.year - awal.year) * 12 + akhir.month - awal.month - (akhir.day < awal.day)


def lama(awal: date, akhir: date) -> str:
    """How long it is from the first day to the day after the last: *3 bulan*, *2 tahun 1 bulan*, *12 hari*."""
    bulan = bulan_antara(awal, akhir)
    if bulan < 1:
        return f"{(akhir - awal).days} hari"
    tahun, sisa = divmod(bulan, 12)
    return " ".join(kata for kata in (tahun and f"{tahun} tahun", sisa and f"{sisa} bulan") if kata)


ESOK = timedelta(days=1)
