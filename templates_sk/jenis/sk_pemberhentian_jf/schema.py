"""Data of a dismissal from a functional post (PermenPANRB 1/2023)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from templates_sk.susunan.bagian import Naskah, Pegawai, Teks, isian

ALASAN = {
    "mengundurkan_diri": "mengundurkan diri dari jabatan",
    "berhenti_sementara": "diberhentikan sementara sebagai Pegawai Negeri Sipil",
    "cltn": "menjalani cuti di luar tanggungan negara",
    "tugas_belajar": "menjalani tugas belajar lebih dari 6 (enam) bulan",
    "tugas_lain": "ditugaskan secara penuh di luar jabatan fungsional",
    "tidak_memenuhi_syarat": "tidak memenuhi persyaratan jabatan",
}
_ALASAN = tuple(ALASAN)
Alasan = Literal[_ALASAN]  # type: ignore[valid-type]  # the table is the one list


class Data(Naskah, Pegawai):
    """The six causes of the rule."""

    petikan: bool = isian("Petikan", default=False)
    jf_nama: Teks = isian("Nama jabatan fungsional")
    alasan: Alasan = isian("Alasan pemberhentian")
    tmt: date = isian("TMT")

    @property
    def alasan_kata(self) -> str:
        return ALASAN[self.alasan]
