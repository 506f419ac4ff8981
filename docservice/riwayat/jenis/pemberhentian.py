"""Riwayat pemberhentian (riwayat-layanan C.3.17; SIASN rw-pemberhentian)."""

from __future__ import annotations

from collections.abc import Iterator

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Keputusan, pilih, tanggal
from docservice.riwayat.jenis.kaidah import masa_dinas
from docservice.riwayat.jenis.sanding import Kaidah, Sanding
from docservice.umum.waktu import tanggal_panjang

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
DINAS = ("golongan", "kgb", "jabatan", "penugasan")


class IsianPemberhentian(Keputusan):
    jenis = pilih("Sebab pemberhentian", JENIS)
    tmt = tanggal("TMT pemberhentian")


def sudah_berhenti(s: Sanding) -> Iterator[str]:
    return (f"Pemberhentian sudah tercatat: {satu.ringkas}, {tanggal_panjang(satu.tmt)}." for satu in s.sejenis)


def sesudahnya(s: Sanding) -> Iterator[str]:
    """Rows of service from that day on."""
    for kode in DINAS:
        yield from (
            f"Sesudah tanggal ini ada riwayat lain: {satu.ringkas}, {tanggal_panjang(satu.tmt)}."
            for satu in s.baris[kode]
            if satu.tmt >= s.tmt
        )


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
    kaidah=(
        Kaidah(sudah_berhenti),
        Kaidah(sesudahnya, DINAS),
        masa_dinas("TMT", cuti=False, henti=False),
    ),
)
