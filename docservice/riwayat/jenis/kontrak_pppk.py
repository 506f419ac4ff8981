"""Riwayat perjanjian kerja PPPK (riwayat-layanan C.3.24; PP 49/2018)."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Rentang, bilangan, pilih, tanggal, teks

ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII")


class IsianKontrak(Rentang):
    nomor = teks("Nomor perjanjian kerja")
    mulai = tanggal("Mulai kontrak")
    selesai = tanggal("Akhir kontrak")
    golongan = pilih("Golongan PPPK", {satu: f"Golongan {satu}" for satu in ROMAWI})
    jabatan = teks("Jabatan", 200)
    perpanjangan_ke = bilangan("Perpanjangan ke", 0, 20, wajib=False, bantuan="0 atau kosong untuk kontrak pertama.")


KONTRAK_PPPK = JenisRiwayat(
    kode="kontrak_pppk",
    nama="Perjanjian kerja PPPK",
    kelompok=Kelompok.LAIN,
    skema=IsianKontrak,
    bidang_tmt="mulai",
    bukti=("PK_PPPK", "SK_PPPK"),
    ringkas=lambda data: f"Golongan {data['golongan']}, {data['jabatan']}",
    dari_bacaan={"nomor": "nomor", "mulai": "mulai", "selesai": "selesai", "jabatan": "jabatan"},
    kata_tmt="Mulai",
    tunggal=True,
)
