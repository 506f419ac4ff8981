"""Data of a yearly or quarterly appraisal (PermenPANRB 6/2022)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from templates_sk.aturan import Rule, tidak_sesudah
from templates_sk.surat.pejabat import Pejabat
from templates_sk.susunan.bagian import Pegawai, Surat, Teks, isian

Rating = Literal["Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"]
ATAS, BAWAH = "Di Atas Ekspektasi", "Di Bawah Ekspektasi"


class Data(Surat, Pegawai):
    """Two ratings; the predicate follows from them."""

    pejabat: Pejabat = isian("Pejabat penilai")
    mulai: date = isian("Mulai periode")
    selesai: date = isian("Selesai periode")
    capaian_organisasi: Literal["Istimewa", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"] = isian(
        "Capaian kinerja organisasi"
    )
    hasil_kerja: Rating = isian("Rating hasil kerja")
    perilaku: Rating = isian("Rating perilaku kerja")
    catatan: Teks | None = isian("Catatan/rekomendasi", default=None)

    @property
    def predikat(self) -> str:
        """The matrix of PermenPANRB 6/2022."""
        if self.hasil_kerja == self.perilaku == ATAS:
            return "Sangat Baik"
        if self.hasil_kerja == self.perilaku == BAWAH:
            return "Sangat Kurang"
        if self.hasil_kerja == BAWAH:
            return "Butuh Perbaikan"
        return "Kurang" if self.perilaku == BAWAH else "Baik"


ATURAN = (Rule(("mulai", "selesai"), tidak_sesudah("mulai", "Mulai periode", "selesai", "selesai periode")),)
