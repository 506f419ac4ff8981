"""Data of the statement that a person has taken up the post (Permendagri 1/2023)."""

from __future__ import annotations

from datetime import date

from templates_sk.aturan import Rule, tidak_sesudah
from templates_sk.surat.pejabat import Pejabat
from templates_sk.susunan.bagian import Pegawai, Surat, isian
from templates_sk.susunan.dokumen import SkJabatan


class Data(Surat, Pegawai):
    """Signed by the head of the receiving office."""

    pejabat: Pejabat = isian("Yang menyatakan")
    sk_dasar: SkJabatan = isian("Keputusan yang menjadi dasar")
    mulai_tugas: date = isian("Tanggal mulai melaksanakan tugas")


ATURAN = (
    Rule(("mulai_tugas", "tanggal"), tidak_sesudah("mulai_tugas", "Tanggal mulai tugas", "tanggal", "tanggal surat")),
)
