"""Reading a CSV line by line, as a spreadsheet or SIASN's export writes it."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from docservice.umum.errors import IsianSalah

TAK_UTUH = "Banyaknya kolom di baris ini berbeda dari baris judul. Periksa pemisah dan tanda kutipnya."


@dataclass(frozen=True)
class Baris:
    """``nomor`` is the line's number in the file; ``utuh``: it has as many columns as the header."""

    nomor: int
    isi: dict[str, str]
    utuh: bool = True


def baca(letak: Path, *, wajib: Collection[str], boleh: Collection[str], nip: str = "nip") -> Iterator[Baris]:
    """*nip*: the column with the number of a person. Raises :class:`IsianSalah` for a file that is no such table."""
    try:
        with letak.open(newline="", encoding="utf-8-sig") as isi:
            judul = isi.readline()
            pemisah = ";" if judul.count(";") > judul.count(",") else ","  # what Excel writes follows its country
            kolom = [nama.strip().lower() for nama in next(csv.reader([judul], delimiter=pemisah), [])]
            _periksa_judul(kolom, frozenset(wajib), frozenset(boleh))
            baris = csv.reader(isi, delimiter=pemisah, strict=True)
            for sel in baris:
                rapi = [satu.strip() for satu in sel]
                if any("\x00" in satu for satu in rapi):  # no database takes it
                    raise csv.Error
                if any(rapi):
                    utuh = len(rapi) == len(kolom)
                    yield Baris(baris.line_num + 1, _isi(dict(zip(kolom, rapi, strict=False)), nip), utuh)
    except UnicodeDecodeError:
        raise IsianSalah("Berkas ini bukan UTF-8. Simpan lagi sebagai “CSV UTF-8”, lalu ulangi.") from None
    except csv.Error:
        raise IsianSalah(
            "Berkas ini bukan CSV yang utuh. Periksa tanda kutipnya atau simpan lagi, lalu ulangi."
        ) from None


def _periksa_judul(kolom: list[str], wajib: frozenset[str], boleh: frozenset[str]) -> None:
    """A misspelt column would be lost without a word."""
    if kurang := wajib.difference(kolom):
        raise IsianSalah(f"Kolom yang kurang di baris judul: {', '.join(sorted(kurang))}.")
    if asing := set(kolom) - wajib - boleh:
        raise IsianSalah(f"Kolom yang tidak dikenal: {', '.join(sorted(asing))}. Hapus atau betulkan namanya.")
    if len(set(kolom)) < len(kolom):
        raise IsianSalah("Ada kolom yang tertulis dua kali di baris judul.")


def _isi(isi: dict[str, str], nip: str) -> dict[str, str]:
    """Numbers as people group them, and with the apostrophe that keeps a spreadsheet from rounding them."""
    return {**isi, nip: "".join(isi.get(nip, "").lstrip("'").split())}
