"""Data of the statement that a person was sworn into a post."""

from __future__ import annotations

from datetime import date

from templates_sk.surat.pejabat import Pejabat
from templates_sk.susunan.bagian import Pegawai, Surat, isian
from templates_sk.susunan.dokumen import SkJabatan


class Data(Surat, Pegawai):
    """Signed by the official who inducted."""

    pejabat: Pejabat = isian("Yang menyatakan")
    sk_dasar: SkJabatan = isian("Keputusan yang menjadi dasar")
    tanggal_lantik: date = isian("Tanggal pelantikan")
