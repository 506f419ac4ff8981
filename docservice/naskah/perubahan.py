"""What changed in a draft since somebody initialled it, word by word."""

from __future__ import annotations

import difflib
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.core.cache import cache

from docservice.akun.models import Pengguna
from docservice.dokumen import gudang
from docservice.naskah.models import Naskah
from search import SearchError, extract

SEHARI = 86_400
KONTEKS = 4
"""Words shown before and after a change."""


@dataclass(frozen=True)
class Perubahan:
    """Words that were taken out and put in, between the words around them; one of the two may be empty."""

    sebelum: str
    dihapus: str
    ditambah: str
    sesudah: str


def sejak_paraf(naskah: Naskah, pengguna: Pengguna) -> list[Perubahan] | None:
    """Since this person's last initial; None when there was none, or the older draft cannot be read any more."""
    paraf = naskah.paraf.filter(pejabat__pengguna=pengguna, pada=None).exclude(sha256_lama="").first()
    if paraf is None or not naskah.draf_sha256 or paraf.sha256_lama == naskah.draf_sha256:
        return None
    try:
        return bandingkan(_kata(paraf.sha256_lama), _kata(naskah.draf_sha256))
    except (SearchError, OSError):
        return None


def bandingkan(lama: list[str], baru: list[str]) -> list[Perubahan]:
    """Every stretch of words that differs, in the order of the newer draft."""
    hasil = []
    for aksi, a, b, c, d in difflib.SequenceMatcher(None, lama, baru, autojunk=False).get_opcodes():
        if aksi != "equal":
            sebelum, sesudah = " ".join(baru[max(0, c - KONTEKS) : c]), " ".join(baru[d : d + KONTEKS])
            hasil.append(Perubahan(sebelum, " ".join(lama[a:b]), " ".join(baru[c:d]), sesudah))
    return hasil


def _kata(sidik: str) -> list[str]:
    """The words of a frozen draft; its bytes never change, so neither do they."""
    kunci = f"kata-draf:{sidik}"
    ada: list[str] | None = cache.get(kunci)
    if ada is not None:
        return ada
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draf.pdf"
        with gudang.kerja().open(sidik) as isi:
            path.write_bytes(isi.read())
        kata = [satu.text for halaman in extract(path).pages for satu in halaman.words]
    cache.set(kunci, kata, SEHARI)
    return kata
