"""Data of an integrity pact (Pergub Babel 14/2023 Ps. 27), renewed every year."""

from __future__ import annotations

from datetime import date
from typing import Literal

from templates_sk.aturan import Rule, tidak_sesudah
from templates_sk.susunan.bagian import Asn, Surat, isian


class Data(Surat, Asn):
    """In which role, until when."""

    peran: Literal["administrator", "fasilitator", "petugas arsip", "operator"] = isian("Peran")
    berlaku_sampai: date = isian("Berlaku sampai", "Paling lama satu tahun.")


_BATAS = tidak_sesudah("tanggal", "Tanggal penetapan", "berlaku_sampai", "akhir masa berlakunya")
ATURAN = (Rule(("tanggal", "berlaku_sampai"), lambda f: _BATAS(f) if f.tanggal else None),)
