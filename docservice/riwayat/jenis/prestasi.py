"""Riwayat prestasi: what was won or achieved; decorations are *penghargaan* (riwayat-layanan C.3.23)."""

from __future__ import annotations

from django import forms

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import TINGKAT, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import kembar, sesudah_lahir

BIDANG = {
    "kerja": "Pelaksanaan tugas",
    "inovasi": "Inovasi dan karya ilmiah",
    "pendidikan": "Pendidikan",
    "olahraga": "Olahraga",
    "seni": "Seni dan budaya",
    "keagamaan": "Keagamaan",
    "lain": "Lainnya",
}


class IsianPrestasi(forms.Form):
    nama = teks("Prestasi", 200, bantuan="Seperti di piagam, misalnya: Juara 1 Inovasi Pelayanan Publik.")
    bidang = pilih("Bidang", BIDANG)
    tingkat = pilih("Tingkat", TINGKAT)
    penyelenggara = teks("Penyelenggara", 200)
    nomor = teks("Nomor piagam atau sertifikat", wajib=False)
    tgl_prestasi = tanggal("Tanggal", lampau=True)


PRESTASI = JenisRiwayat(
    kode="prestasi",
    nama="Prestasi",
    kelompok=Kelompok.KINERJA,
    skema=IsianPrestasi,
    bidang_tmt="tgl_prestasi",
    bukti_wajib=(("PENGHARGAAN", "SERT_KURSUS"),),
    ringkas=lambda data: f"{data['nama']}, tingkat {TINGKAT[data['tingkat']].lower()}",
    dari_bacaan={"nomor": "nomor", "tgl_prestasi": "tanggal"},
    kata_tmt="Tanggal",
    ditawarkan=False,
    kaidah=(
        kembar("nama", "tgl_prestasi", kalimat="Prestasi ini sudah tercatat ({lain})."),
        sesudah_lahir("Tanggal", 6),
    ),
)
