"""Riwayat tugas belajar (riwayat-layanan C.3.21; SE MenPANRB 28/2021)."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Keputusan, Rentang, bilangan, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import berjeda, bertumpuk, berurutan, masa_dinas
from docservice.riwayat.jenis.pendidikan import AKREDITASI, TINGKAT

PRODI = "Gelar dan akreditasi program studi"
PEMBIAYAAN = {"apbn": "APBN", "apbd": "APBD", "beasiswa": "Beasiswa", "mandiri": "Mandiri"}
STATUS_JABATAN = {"henti": "Diberhentikan dari jabatan", "tetap": "Tetap dalam jabatan"}
JENJANG = {kode: kata for kode, kata in TINGKAT.items() if kode >= "20"}


class IsianTubel(Rentang, Keputusan):
    jenjang = pilih("Jenjang pendidikan", JENJANG, bkn="jenjang")
    nama_sekolah = teks("Perguruan tinggi", 200, bkn="nama_sekolah")
    program_studi = teks("Program studi", 200, bkn="prodi")
    mulai = tanggal("Mulai belajar", bkn="tgl_mulai")
    selesai = tanggal("Batas waktu belajar", bkn="tgl_selesai")
    pembiayaan = pilih("Pembiayaan", PEMBIAYAAN, bkn="pembiayaan")
    status_jabatan = pilih("Kedudukan selama belajar", STATUS_JABATAN, bkn="status_jabatan")
    perpanjangan_ke = bilangan(
        "Perpanjangan ke", 0, 4, wajib=False, bantuan="0 atau kosong bila bukan perpanjangan.", bkn="perpanjangan"
    )
    gelar_depan = teks("Gelar di depan nama", 30, bantuan="Yang akan diperoleh.", bkn="gelar_depan", rinci=PRODI)
    gelar_belakang = teks("Gelar di belakang nama", 30, bkn="gelar_belakang", rinci=PRODI)
    akreditasi = pilih("Akreditasi program studi", AKREDITASI, bkn="predikat_akreditasi", rinci=PRODI)
    no_akreditasi = teks("Nomor akreditasi", bkn="no_akreditasi", rinci=PRODI)


TUBEL = JenisRiwayat(
    kode="tubel",
    nama="Tugas belajar",
    kelompok=Kelompok.KOMPETENSI,
    skema=IsianTubel,
    bidang_tmt="mulai",
    bukti_wajib=(("SK_TUBEL", "IBEL"),),
    bukti_lain=("KET_PT", "AKRED", "REKOM_JURUSAN", "SK_AKTIF_KEMBALI", "LAPORAN"),
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
