"""Riwayat CLTN and similar states (riwayat-layanan C.3.15; SIASN rw-cltn)."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Keputusan, Rentang, pilih, tanggal, teks

JENIS = {
    "1": "Cuti di luar tanggungan negara (CLTN)",
    "5": "Perpanjangan CLTN",
    "3": "Aktif kembali dari CLTN",
    "9": "Pejabat negara",
    "11": "Aktif kembali dari pejabat negara",
    "10": "Kepala desa",
    "12": "Aktif kembali dari kepala desa",
    "2": "Prajurit wajib",
    "4": "Aktif kembali dari prajurit wajib",
}


class IsianCltn(Rentang, Keputusan):
    jenis = pilih("Kedudukan", JENIS)
    mulai = tanggal("Mulai")
    selesai = tanggal("Selesai", wajib=False)
    no_pertek_bkn = teks("Nomor persetujuan BKN", wajib=False)
    tgl_pertek_bkn = tanggal("Tanggal persetujuan BKN", wajib=False, lampau=True)


CLTN = JenisRiwayat(
    kode="cltn",
    nama="CLTN dan sejenisnya",
    kelompok=Kelompok.LAIN,
    skema=IsianCltn,
    bidang_tmt="mulai",
    bukti=("SK_CLTN", "PERTEK_CLTN"),
    ringkas=lambda data: JENIS[data["jenis"]],
    dari_bacaan={**KEPUTUSAN, "mulai": "mulai", "selesai": "selesai"},
    kata_tmt="Mulai",
    siasn="rw-cltn",
)
