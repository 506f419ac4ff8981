"""Other documents a naskah refers to."""

from __future__ import annotations

from datetime import date

from templates_sk.susunan.bagian import Rujukan, Teks, isian


class SuratPejabat(Rujukan):
    """A letter or decree with the official who issued it."""

    pejabat: Teks = isian("Pejabat", "Jabatan yang menetapkan atau mengusulkan.")


class SkJabatan(SuratPejabat):
    """A decree with the day it took effect."""

    tmt: date = isian("TMT")
