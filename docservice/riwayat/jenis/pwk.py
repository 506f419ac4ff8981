"""Riwayat pindah wilayah kerja (riwayat-layanan C.3.14; SIASN rw-pwk): another place of work, the same agency."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Keputusan, tanggal, teks
from docservice.riwayat.jenis.kaidah import bersambung, masa_dinas, setanggal


class IsianPwk(Keputusan):
    instansi = teks("Instansi", 200)
    unit_baru = teks("Unit kerja", 200, wajib=False)
    lokasi_lama = teks("Lokasi kerja asal", 200)
    lokasi_baru = teks("Lokasi kerja tujuan", 200)
    tmt = tanggal("TMT pindah wilayah kerja")


PWK = JenisRiwayat(
    kode="pwk",
    nama="Pindah wilayah kerja",
    kelompok=Kelompok.JABATAN,
    skema=IsianPwk,
    bidang_tmt="tmt",
    bukti=("SK_PINDAH", "SPMT"),
    ringkas=lambda data: f"{data['lokasi_lama']} ke {data['lokasi_baru']}",
    dari_bacaan={**KEPUTUSAN, "tmt": "tmt"},
    siasn="rw-pwk",
    kaidah=(
        setanggal("Sudah ada perpindahan pada tanggal ini ({lain})."),
        bersambung("lokasi_lama", "lokasi_baru", "Lokasi"),
        masa_dinas("TMT"),
    ),
)
