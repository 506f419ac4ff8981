"""Data of a fasilitator's statement of readiness, which lifts a suspension (Pergub Babel 14/2023 Ps. 9)."""

from __future__ import annotations

from datetime import date

from templates_sk.aturan import Rule, tidak_sesudah
from templates_sk.susunan.bagian import Asn, PenandaTangan, Surat, isian


class Data(Surat, Asn):
    """The fasilitator, the head who knows of it, and the day the access was suspended."""

    dibekukan: date | None = isian("Tanggal pembekuan akses", "Kosong bila tidak pernah dibekukan.", default=None)
    mengetahui: PenandaTangan = isian("Kepala perangkat daerah yang mengetahui")


_SEBELUM = tidak_sesudah("dibekukan", "Tanggal pembekuan akses", "tanggal", "tanggal pernyataan")
ATURAN = (Rule(("dibekukan", "tanggal"), lambda f: _SEBELUM(f) if f.dibekukan else None),)
