"""Riwayat potensi: what an assessment says somebody can become (riwayat-layanan C.3.23; PermenPANRB 3/2020)."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Rentang, nilai, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import kembar, sesudah_lahir

ASPEK = {
    "umum": "Potensi keseluruhan",
    "intelektual": "Kemampuan intelektual",
    "interpersonal": "Kemampuan interpersonal",
    "diri": "Kesadaran diri",
    "strategis": "Kemampuan berpikir kritis dan strategis",
    "masalah": "Kemampuan menyelesaikan permasalahan",
    "emosi": "Kecerdasan emosional",
    "belajar": "Kemampuan belajar cepat dan mengembangkan diri",
    "motivasi": "Motivasi dan komitmen",
}
KATEGORI = {"tinggi": "Tinggi", "menengah": "Menengah", "rendah": "Rendah"}
METODE = {"ac": "Assessment center", "cact": "CACT", "psikotes": "Tes psikologi", "lain": "Lainnya"}


class IsianPotensi(Rentang):
    bidang_rentang = ("tgl_penilaian", "berlaku_sampai")

    aspek = pilih("Aspek potensi", ASPEK)
    kategori = pilih("Kategori", KATEGORI)
    skor = nilai("Nilai", 100, wajib=False)
    metode = pilih("Cara penilaian", METODE)
    penyelenggara = teks("Penyelenggara", 200)
    nomor = teks("Nomor laporan", wajib=False)
    tgl_penilaian = tanggal("Tanggal penilaian", lampau=True)
    berlaku_sampai = tanggal("Berlaku sampai", wajib=False)


POTENSI = JenisRiwayat(
    kode="potensi",
    nama="Potensi",
    kelompok=Kelompok.KOMPETENSI,
    skema=IsianPotensi,
    bidang_tmt="tgl_penilaian",
    bukti_wajib=(("HASIL_ASESMEN",),),
    ringkas=lambda data: f"{ASPEK[data['aspek']]}: {KATEGORI[data['kategori']].lower()}",
    dari_bacaan={"nomor": "nomor", "tgl_penilaian": "tanggal"},
    kata_tmt="Dinilai",
    bidang_akhir="berlaku_sampai",
    bidang_sejenis="aspek",
    banyak=True,
    kaidah=(
        kembar("aspek", "tgl_penilaian", kalimat="Penilaian ini sudah tercatat ({lain})."),
        sesudah_lahir("Tanggal penilaian", 15),
    ),
)
