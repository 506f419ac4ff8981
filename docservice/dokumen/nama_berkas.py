"""File names by BKN's naming rules (riwayat-layanan E): ``<NAMA>[_<MINOR>]_<NIP>.pdf``, the minor on either side.

A name begins with a registered document name, holds one 18-digit NIP and nothing that has no meaning; what does not
fit is for a person to say. Nothing is ever guessed from the content.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from docservice.dokumen.models import JenisDokumen

BERKAS = Path(__file__).parent / "data" / "nama_berkas.csv"
NIP = re.compile(r"\d{18}")
BENTUK_MINOR = {
    "tahun": r"(19|20)\d\d",
    "gol": r"[1-3][1-4]|4[1-5]",
    "pend": r"\d{2}",
    "urut": r"\d{1,3}",
    "tmt": r"(19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])",
}
CONTOH = "SK_CPNS_199001012015011901.pdf"


@dataclass(frozen=True)
class Tebakan:
    """What a name says; ``masalah`` is the sentence about what it does not say, else empty."""

    jenis: str = ""
    minor: str = ""
    nip: str = ""
    masalah: str = ""


def tebak(nama: str) -> Tebakan:
    """Read a file's name (its folder does not matter)."""
    batang = PurePosixPath(nama.replace("\\", "/")).stem.upper()
    bagian = [b for b in re.split(r"[_\s]+", batang) if b]
    nip = [b for b in bagian if NIP.fullmatch(b)]
    if len(nip) != 1:
        kata = "lebih dari satu NIP" if nip else "NIP 18 angka belum ada"
        return Tebakan(masalah=f"Di nama berkas {kata}. Contoh yang benar: {CONTOH}.")
    sisa = [b for b in bagian if b != nip[0]]
    cocok = [t for nama_jenis, jenis, minor in daftar() if (t := _cocok(sisa, nip[0], nama_jenis, jenis, minor))]
    if not cocok:
        return Tebakan(nip=nip[0], masalah="Jenis dokumen tidak dikenal dari nama berkasnya. Pilih jenisnya.")
    return cocok[0]


def _cocok(sisa: list[str], nip: str, nama: list[str], jenis: str, bentuk: str) -> Tebakan | None:
    if sisa[: len(nama)] != nama:
        return None
    lebih = sisa[len(nama) :]
    if not lebih:
        return Tebakan(jenis, "", nip) if nama != ["SK"] else None
    if len(lebih) > 1 or not bentuk or not re.fullmatch(BENTUK_MINOR[bentuk], lebih[0]):
        return None
    return Tebakan(jenis, _golongan(lebih[0]) if bentuk == "gol" else lebih[0], nip)


def _golongan(kode: str) -> str:
    """BKN's id of a rank as people write it: 32 is III/b."""
    return f"{('I', 'II', 'III', 'IV')[int(kode[0]) - 1]}/{'abcde'[int(kode[1]) - 1]}"


def daftar() -> Iterator[tuple[list[str], str, str]]:
    """(parts of the name, kind, form of its minor), the longest names first."""
    semua = [(nama or kode, kode, minor) for kode, nama, minor in _terdaftar()]
    punya_sendiri = {kode for _, kode, _ in semua}
    kini = set(JenisDokumen.objects.values_list("pk", flat=True))
    semua += [(kode, kode, "") for kode in kini - punya_sendiri]
    pakai = ((nama.split("_"), kode, minor) for nama, kode, minor in semua if kode in kini)
    yield from sorted(pakai, key=lambda satu: -len(satu[0]))


@cache
def _terdaftar() -> list[tuple[str, str, str]]:
    with BERKAS.open(newline="") as isi:
        return [(satu["kode"], satu["nama"], satu["minor"]) for satu in csv.DictReader(isi)]
