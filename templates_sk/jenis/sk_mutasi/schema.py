"""Data of a transfer decree (PP 11/2017 Ps. 190 ff., PerBKN 5/2019)."""

from __future__ import annotations

from datetime import date

from templates_sk.susunan.bagian import Golongan, Naskah, Orang, Teks, isian
from templates_sk.susunan.dokumen import SuratPejabat


class Data(Naskah, Orang):
    """From the old unit and post to the new ones."""

    golongan: Golongan = isian("Golongan ruang")
    jabatan_lama: Teks = isian("Jabatan lama")
    unit_lama: Teks = isian("Unit kerja lama")
    jabatan_baru: Teks = isian("Jabatan baru")
    unit_baru: Teks = isian("Unit kerja baru")
    usul: SuratPejabat = isian("Surat usul")
    tmt: date = isian("TMT")
    hari_lapor: int = isian("Batas melapor (hari kerja)", default=5, ge=1, le=30)
