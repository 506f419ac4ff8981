"""Data of a written warning about untrue data (the rules of the digital archive; not a punishment of PP 94/2021)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from templates_sk.aturan import Rule, tidak_sesudah
from templates_sk.surat.bagian import SuratDinas
from templates_sk.susunan.bagian import Panjang, Pegawai, Rujukan, Teks, isian


class Data(SuratDinas, Pegawai):
    """The case, what was found, what is asked and by when."""

    pemeriksaan: Rujukan = isian("Hasil pemeriksaan")
    temuan: Panjang = isian("Temuan", "Tanpa kata terbukti di depan.")
    klarifikasi: Panjang | None = isian("Klarifikasi pegawai", default=None)
    dasar: Teks = isian("Dasar kewajiban", "Peraturan yang mewajibkan data benar.")
    perintah: Annotated[list[Teks], Field(min_length=1, max_length=10)] = isian("Yang harus dilakukan")
    batas: date = isian("Batas perbaikan")


ATURAN = (
    Rule(("pemeriksaan", "batas"), tidak_sesudah("pemeriksaan.tanggal", "Tanggal pemeriksaan", "batas", "batas waktu")),
)
