"""Riwayat pemberhentian (riwayat-layanan C.3.17; SIASN rw-pemberhentian)."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Keputusan, pilih, tanggal

JENIS = {
    "1": "Mencapai batas usia pensiun",
    "2": "Meninggal dunia",
    "3": "Atas permintaan sendiri",
    "4": "Cacat",
    "5": "Keuzuran jasmani",
    "6": "Tewas",
    "9": "Penyederhanaan organisasi",
    "14": "Dinyatakan hilang",
}
"""What an employee or the heirs report; ends by discipline or crime come with the confidential decree itself."""


class IsianPemberhentian(Keputusan):
    jenis = pilih("Sebab pemberhentian", JENIS)
    tmt = tanggal("TMT pemberhentian")


PEMBERHENTIAN = JenisRiwayat(
    kode="pemberhentian",
    nama="Pemberhentian",
    kelompok=Kelompok.LAIN,
    skema=IsianPemberhentian,
    bidang_tmt="tmt",
    bukti=("SK_PENSIUN", "PERTEK_PENSIUN"),
    ringkas=lambda data: JENIS[data["jenis"]],
    dari_bacaan={**KEPUTUSAN, "tmt": "tmt"},
    siasn="rw-pemberhentian",
)
