"""Which blobs the rows know, store by store: fixity asks for them, and what no row knows is swept.

Each room says in its ``apps.py`` which of its columns name blobs (:func:`kenali`); none sweeps by a rule of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from storage import Promised

ANGKA = "0123456789abcdef"


@dataclass(frozen=True)
class Sumber:
    """*isi*: of a first hexadecimal digit every SHA-256 and its size where it is known; *hitung*: how many about.

    *janji*: they must be there. Else they are only kept, should they be.
    """

    isi: Callable[[str], Iterable[tuple[str, int | None]]]
    hitung: Callable[[], int]
    janji: bool = True


def kolom(baris: Callable[[], QuerySet[Any]], bidang: str, *, ukuran: str = "", janji: bool = True) -> Sumber:
    """The column *bidang* of those rows, and perhaps the one of their sizes."""

    def isi(digit: str) -> Iterator[tuple[str, int | None]]:
        semua = baris().filter(**{f"{bidang}__startswith": digit}).order_by()
        if ukuran:
            yield from semua.values_list(bidang, ukuran).iterator()
        else:
            yield from ((sidik, None) for sidik in semua.values_list(bidang, flat=True).iterator())

    return Sumber(isi, lambda: baris().exclude(**{bidang: ""}).count(), janji)


_sumber: dict[str, list[Sumber]] = defaultdict(list)


def kenali(toko: str, *sumber: Sumber) -> None:
    """Called from an app's ``ready``: rows of it name blobs of the store *toko*."""
    _sumber[toko] += sumber


class Dikenal(Promised):
    """Every hash that a row knows in one store, a sixteenth at a time by its first digit, for there may be millions.

    *janji*: only those that must be there. A sixteenth is as old as the look at it: what is put meanwhile is young.
    """

    def __init__(self, toko: str, *, janji: bool = False) -> None:
        self._sumber = [satu for satu in _sumber[toko] if satu.janji or not janji]
        if not self._sumber:
            raise LookupError(f"Nobody knows a blob of the store {toko!r}.")
        self._digit, self._isi = "", dict[str, int | None]()

    def after(self, sha256: str) -> Iterator[str]:
        for digit in ANGKA:
            if digit >= sha256[:1]:
                yield from (sidik for sidik in sorted(self._bagian(digit)) if sidik > sha256)

    def __iter__(self) -> Iterator[str]:
        return self.after("")

    def __len__(self) -> int:
        """About: a picture that two pages share counts twice."""
        return sum(satu.hitung() for satu in self._sumber)

    def __getitem__(self, sha256: str) -> int | None:
        return self._bagian(sha256[:1])[sha256]

    def _bagian(self, digit: str) -> dict[str, int | None]:
        if digit != self._digit:
            self._digit, self._isi = digit, self._baca(digit)
        return self._isi

    def _baca(self, digit: str) -> dict[str, int | None]:
        hasil: dict[str, int | None] = {}
        for satu in self._sumber:
            for sidik, ukuran in satu.isi(digit):
                hasil[sidik] = ukuran if ukuran is not None else hasil.get(sidik)
        return hasil
