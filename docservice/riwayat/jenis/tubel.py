"""Riwayat tugas belajar (riwayat-layanan C.3.21; SE MenPANRB 28/2021)."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Keputusan, Rentang, bilangan, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import berjeda, bertumpuk, berurutan, masa_dinas
from docservice.riwayat.jenis.pendidikan import TINGKAT

PEMBIAYAAN = {"apbn": "APBN", "apbd": "APBD", "beasiswa": "Beasiswa", "mandiri": "Mandiri"}
STATUS_JABATAN = {"henti": "Diberhentikan dari jabatan", "tetap": "Tetap dalam jabatan"}
JENJANG = {kode: kata for kode, kata in TINGKAT.items() if kode >= "20"}


class IsianTubel(Rentang, Keputusan):
    jenjang = pilih("Jenjang pendidikan", JENJANG)
    nama_sekolah = teks("Perguruan tinggi", 200)
    program_studi = teks("Program studi", 200)
    mulai = tanggal("Mulai belajar")
    selesai = tanggal("Batas waktu belajar")
    pembiayaan = pilih("Pembiayaan", PEMBIAYAAN)
    status_jabatan = pilih("Kedudukan selama belajar", STATUS_JABATAN)
    perpanjangan_ke = bilangan("Perpanjangan ke", 0, 4, wajib=False, bantuan="0 atau kosong bila bukan perpanjangan.")


TUBEL = JenisRiwayat(
    kode="tubel",
    nama="Tugas belajar",
    kelompok=Kelompok.KOMPETENSI,
    skema=IsianTubel,
    bidang_tmt="mulai",
    bukti=("SK_TUBEL", "IBEL"),
    ringkas=lambda data: f"{JENJANG[data['jenjang']]} {data['program_studi']}, {data['nama_sekolah']}",
    dari_bacaan={**KEPUTUSAN, "mulai": "mulai", "selesai": "selesai"},
    kata_tmt="Mulai",
    kaidah=(
        bertumpuk("Waktunya bertumpuk dengan {lain}, {masa}."),
        berjeda("tugas belajar", kunci=("nama_sekolah", "program_studi")),
        berurutan("perpanjangan_ke", "Perpanjangan", kunci=("nama_sekolah", "program_studi")),
        masa_dinas("Tanggal mulai", "selesai"),
    ),
)
