"""Riwayat pemberhentian (riwayat-layanan C.3.17; SIASN rw-pemberhentian)."""

from __future__ import annotations

from collections.abc import Iterator

from docservice.pegawai.acuan import acuan
from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import LAINNYA, Keputusan, pilih, tanggal, teks
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
    "15": "Lebih dari 6 bulan sesudah CLTN tidak melapor",
}
"""What an employee or the heirs report; ends by discipline or crime are confidential (``henti_khusus``)."""
DINAS = ("golongan", "kgb", "jabatan", "penugasan")


class IsianPemberhentian(Keputusan):
    jenis = pilih("Sebab pemberhentian", JENIS, bkn="jenis_henti", tabel="jenisPemberhentian")
    tmt = tanggal("TMT pemberhentian", bkn="tmt")
    kedudukan_hukum = pilih(
        "Kedudukan hukum sesudahnya",
        acuan("kedudukanHukum"),
        bkn="kedudukan_hukum",
        tabel="kedudukanHukum",
        rinci=LAINNYA,
    )
    asal = teks("Asal data", bantuan="Seperti di SIASN.", bkn="asal", rinci=LAINNYA)


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
    bukti_wajib=(("SK_PENSIUN", "SK_JD", "SK_YP", "SK_PK"),),
    bukti_lain=("PERTEK_PENSIUN", "DPCP"),
    ringkas=lambda data: JENIS[data["jenis"]],
    dari_bacaan={**KEPUTUSAN, "tmt": "tmt"},
    siasn="rw-pemberhentian",
    kaidah=(
        Kaidah(sudah_berhenti),
        Kaidah(sesudahnya, DINAS),
        masa_dinas("TMT", cuti=False, henti=False),
    ),
)
