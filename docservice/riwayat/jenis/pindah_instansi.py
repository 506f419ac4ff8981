"""Riwayat pindah instansi (riwayat-layanan C.3.12; POSO 4i; SIASN rw-pindahinstansi)."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Keputusan, tanggal, teks
from docservice.riwayat.jenis.kaidah import bersambung, masa_dinas, setanggal


class IsianPindahInstansi(Keputusan):
    instansi_lama = teks("Instansi asal", 200)
    instansi_baru = teks("Instansi tujuan", 200)
    unit_lama = teks("Unit kerja asal", 200, wajib=False)
    unit_baru = teks("Unit kerja tujuan", 200, wajib=False)
    tmt = tanggal("TMT pindah")
    no_pertek_bkn = teks("Nomor pertek BKN", wajib=False)
    tgl_pertek_bkn = tanggal("Tanggal pertek BKN", wajib=False, lampau=True)


PINDAH_INSTANSI = JenisRiwayat(
    kode="pindah_instansi",
    nama="Pindah instansi",
    kelompok=Kelompok.JABATAN,
    skema=IsianPindahInstansi,
    bidang_tmt="tmt",
    bukti=("SK_PINDAH", "PERTEK_PI"),
    ringkas=lambda data: f"{data['instansi_lama']} ke {data['instansi_baru']}",
    dari_bacaan={**KEPUTUSAN, "tmt": "tmt"},
    siasn="rw-pindahinstansi",
    kaidah=(
        setanggal("Sudah ada perpindahan pada tanggal ini ({lain})."),
        bersambung("instansi_lama", "instansi_baru", "Instansi"),
        masa_dinas("TMT"),
    ),
)
