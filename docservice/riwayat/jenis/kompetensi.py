"""Kompetensi in four kinds (riwayat-layanan C.3.22; BABEL 5(4), POSO 2d; UU 20/2023, PermenPANRB 38/2017)."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Rentang, bilangan, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import kembar, sesudah_lahir

JENIS = {
    "pemerintahan": "Kompetensi pemerintahan",
    "teknis": "Kompetensi teknis",
    "manajerial": "Kompetensi manajerial",
    "sosiokultural": "Kompetensi sosial kultural",
}
METODE = {"ac": "Assessment center", "ukom": "Uji kompetensi", "cact": "CACT", "lain": "Lainnya"}


class IsianKompetensi(Rentang):
    bidang_rentang = ("tgl_penilaian", "berlaku_sampai")

    jenis = pilih("Jenis kompetensi", JENIS, bkn="jenis")
    nama = teks("Nama kompetensi", 200, bkn="nama_kompetensi", tabel="kompetensi")
    level = bilangan("Level yang dicapai", 1, 5, bkn="level")
    level_standar = bilangan("Level standar jabatan", 1, 5, wajib=False, bkn="level_standar")
    metode = pilih("Cara penilaian", METODE, bkn="metode")
    penyelenggara = teks("Penyelenggara", 200, bkn="penyelenggara")
    tgl_penilaian = tanggal("Tanggal penilaian", lampau=True, bkn="tanggal")
    berlaku_sampai = tanggal("Berlaku sampai", wajib=False, bkn="berlaku_sampai")


KOMPETENSI = JenisRiwayat(
    kode="kompetensi",
    nama="Kompetensi",
    kelompok=Kelompok.KOMPETENSI,
    skema=IsianKompetensi,
    bidang_akhir="berlaku_sampai",
    bidang_sejenis="nama",
    bidang_tmt="tgl_penilaian",
    bukti_wajib=(("SERT_UKOM", "SERT_KURSUS", "HASIL_ASESMEN"),),
    ringkas=lambda data: f"{data['nama']} level {data['level']}",
    dari_bacaan={"tgl_penilaian": "tanggal"},
    kata_tmt="Dinilai",
    kaidah=(
        kembar("jenis", "nama", "tgl_penilaian", kalimat="Penilaian ini sudah tercatat ({lain})."),
        sesudah_lahir("Tanggal penilaian", 15),
    ),
)
