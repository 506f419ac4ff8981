"""Riwayat diklat struktural (riwayat-layanan C.3.4; POSO 4d; BABEL 14(2)h; SIASN rw-diklat)."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Rentang, bilangan, pilih, tanggal, teks

LATIHAN = {
    "1": "Sepada",
    "2": "Sepala, Adum, PIM IV, atau PKP",
    "3": "Sepadya, Spama, PIM III, atau PKA",
    "4": "Spamen, Sespa, PIM II, atau PKN II",
    "5": "Sespanas, Spati, PIM I, atau PKN I",
    "6": "Sespim",
    "7": "Sespati",
    "8": "Lainnya",
}


class IsianDiklat(Rentang):
    nomor = teks("Nomor sertifikat")
    latihan = pilih("Diklat struktural", LATIHAN)
    penyelenggara = teks("Penyelenggara", 200)
    mulai = tanggal("Mulai", lampau=True)
    selesai = tanggal("Selesai", lampau=True)
    jumlah_jam = bilangan("Jumlah jam pelajaran", 1, 5000, wajib=False)


DIKLAT = JenisRiwayat(
    kode="diklat",
    nama="Diklat struktural",
    kelompok=Kelompok.KOMPETENSI,
    skema=IsianDiklat,
    bidang_tmt="selesai",
    bukti=("SERT_DIKLAT", "STTPL"),
    ringkas=lambda data: f"{LATIHAN[data['latihan']]}, {data['penyelenggara']}",
    dari_bacaan={"nomor": "nomor", "mulai": "mulai", "selesai": "selesai"},
    kata_tmt="Selesai",
    siasn="rw-diklat",
)
