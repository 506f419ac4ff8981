"""Riwayat peninjauan masa kerja (riwayat-layanan C.3.16; SIASN rw-masakerja)."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Keputusan, Rentang, bilangan, tanggal, teks


class IsianPmk(Rentang, Keputusan):
    pengalaman = teks("Pengalaman kerja yang ditinjau", 200)
    mulai = tanggal("Mulai bekerja", lampau=True)
    selesai = tanggal("Selesai bekerja", lampau=True)
    mk_tahun = bilangan("Masa kerja yang diakui, tahun", 0, 60)
    mk_bulan = bilangan("Masa kerja yang diakui, bulan", 0, 11, awal=0)
    tmt = tanggal("TMT masa kerja baru")
    no_pertek_bkn = teks("Nomor pertek BKN", wajib=False)
    tgl_pertek_bkn = tanggal("Tanggal pertek BKN", wajib=False, lampau=True)


PMK = JenisRiwayat(
    kode="pmk",
    nama="Peninjauan masa kerja",
    kelompok=Kelompok.PANGKAT,
    skema=IsianPmk,
    bidang_tmt="tmt",
    bukti=("SK_PMK", "PERTEK_PMK"),
    ringkas=lambda data: f"{data['pengalaman']}: {data['mk_tahun']} tahun {data['mk_bulan']} bulan",
    dari_bacaan={**KEPUTUSAN, "tmt": "tmt"},
    siasn="rw-masakerja",
)
