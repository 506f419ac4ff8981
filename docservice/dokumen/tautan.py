"""What upper rooms know of a document, asked through registries this room owns.

The rooms above fill them in their ``apps.py``; nothing here imports upwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from docservice.akun.models import Pengguna
from docservice.dokumen.models import Dokumen


@dataclass(frozen=True)
class Tautan:
    """A link of the card *Terhubung dengan*: what, how it is connected (*bukti*, *hasil*), where it leads."""

    label: str
    keterangan: str
    alamat: str
    ikon: str = "berkas"


Penyedia = Callable[[Dokumen, Pengguna], Iterable[Tautan]]
_terhubung: list[Penyedia] = []
_lanjutan: list[Penyedia] = []
_pencocok: list[Callable[[Dokumen, Pengguna], bool]] = []
_catatan: list[Callable[[Dokumen], str]] = []
_periksa: list[Callable[[Dokumen], str]] = []


def daftarkan_tautan(penyedia: Penyedia) -> None:
    """What this document belongs to; the provider shows only what the person may see."""
    _terhubung.append(penyedia)


def daftarkan_lanjutan(penyedia: Penyedia) -> None:
    """What its owner can do next with a document that was read, e.g. *Periksa isian*."""
    _lanjutan.append(penyedia)


def daftarkan_pencocok(penyedia: Callable[[Dokumen, Pengguna], bool]) -> None:
    """Whether this person will compare what is read from a document with the paper, once it has been read."""
    _pencocok.append(penyedia)


def daftarkan_catatan(penyedia: Callable[[Dokumen], str]) -> None:
    """Why a document came back, in the sentence its owner reads; empty when it did not."""
    _catatan.append(penyedia)


def daftarkan_periksa(penyedia: Callable[[Dokumen], str]) -> None:
    """The public address where anybody checks a document that was issued here; empty for others."""
    _periksa.append(penyedia)


def tautan(dokumen: Dokumen, pengguna: Pengguna) -> list[Tautan]:
    return [satu for penyedia in _terhubung for satu in penyedia(dokumen, pengguna)]


def lanjutan(dokumen: Dokumen, pengguna: Pengguna) -> list[Tautan]:
    return [satu for penyedia in _lanjutan for satu in penyedia(dokumen, pengguna)]


def akan_dicocokkan(dokumen: Dokumen, pengguna: Pengguna) -> bool:
    return any(penyedia(dokumen, pengguna) for penyedia in _pencocok)


def tautan_periksa(dokumen: Dokumen) -> str:
    return next((alamat for penyedia in _periksa if (alamat := penyedia(dokumen))), "")


def catatan_kembali(dokumen: Dokumen) -> str:
    return next((teks for penyedia in _catatan if (teks := penyedia(dokumen))), "")
