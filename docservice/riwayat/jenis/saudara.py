"""Riwayat saudara kandung (riwayat-layanan C.3.7; POSO 4a)."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import pilih, teks
from docservice.riwayat.jenis.kaidah import kembar
from docservice.riwayat.jenis.keluarga import KELAMIN, Orang


class IsianSaudara(Orang):
    jenis_kelamin = pilih("Jenis kelamin", KELAMIN)
    pekerjaan = teks("Pekerjaan", wajib=False)
    alamat = teks("Alamat", 200, wajib=False)


SAUDARA = JenisRiwayat(
    kode="saudara",
    nama="Saudara kandung",
    kelompok=Kelompok.KELUARGA,
    skema=IsianSaudara,
    bidang_tmt="tgl_lahir",
    bukti_wajib=(("KK", "AKTA_LAHIR"),),
    ditawarkan_oleh=("KK",),
    ringkas=lambda data: data["nama"],
    kata_tmt="Lahir",
    banyak=True,
    kaidah=(kembar("nama", "tgl_lahir", kalimat="Saudara ini sudah tercatat ({lain})."),),
)
