"""The sheets that all the made-up papers share: bytes are kept once (Law 2), so are their page images."""

from __future__ import annotations

import io
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.utils import timezone

from docservice.dokumen import gudang
from docservice.dokumen.baca import Gambar, baca_berkas
from docservice.dokumen.models import JenisDokumen
from docservice.peragaan.pemindai_tiruan import lembar


@dataclass(frozen=True)
class Lembar:
    """One sheet of one kind and, where the kind has them, year."""

    jenis: JenisDokumen
    minor: str
    sha256: str
    ukuran: int
    gambar: Gambar

    @property
    def judul(self) -> str:
        return f"{self.jenis.nama} {self.minor}".strip()


def buat_lembaran(jumlah: int) -> list[Lembar]:
    """*jumlah* different sheets: what everyone should have first, then the other open kinds, then earlier years."""
    jenis = list(JenisDokumen.objects.filter(hanya_admin=False).order_by("-wajib", "kode"))
    tahun = timezone.localdate().year
    rencana = [(satu, str(tahun - 1) if satu.per_tahun else "") for satu in jenis]
    tahunan = [satu for satu in jenis if satu.per_tahun]
    rencana += [(satu, str(tahun - n)) for n in range(2, 2 + -(-jumlah // len(tahunan))) for satu in tahunan]
    return [_lembar(satu, minor) for satu, minor in rencana[:jumlah]]


def _lembar(jenis: JenisDokumen, minor: str) -> Lembar:
    isi = lembar(f"{jenis.nama} {minor}".strip(), ["Lembar contoh untuk mengukur."])
    blob = gudang.arsip().put(io.BytesIO(isi))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lembar.pdf"
        path.write_bytes(isi)
        bacaan = baca_berkas(path, tipe="pdf", folder=Path(folder) / "gambar")
    return Lembar(jenis, minor, blob.sha256, len(isi), bacaan.gambar[0])
