"""The report of a sending: one line per file, safe to open in a spreadsheet (ASVS 1.2.10)."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import Any, Protocol

from docservice.borongan.models import BarisBorongan
from docservice.umum.lembar import aman

KEPALA = ("urutan", "berkas", "jenis", "minor", "nip", "status", "dokumen", "keterangan")


class Tujuan(Protocol):
    def write(self, isi: str, /) -> Any: ...


def tulis_laporan(baris: Iterable[BarisBorongan], tujuan: Tujuan) -> None:
    tulis = csv.writer(tujuan)
    tulis.writerow(KEPALA)
    for satu in baris:
        isi = (satu.urutan + 1, satu.nama, satu.jenis, satu.minor, satu.nip)
        tulis.writerow(map(aman, (*isi, satu.get_status_display(), satu.dokumen_id, satu.masalah)))
