"""Riwayat kursus dan pengembangan kompetensi (riwayat-layanan C.3.5; POSO 4d; SIASN rw-kursus)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import LAINNYA, Rentang, bilangan, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import kembar, sesudah_lahir

JENIS = {
    "1": "Diklat struktural",
    "2": "Diklat fungsional",
    "3": "Diklat teknis",
    "4": "Lokakarya",
    "5": "Pelatihan manajerial",
    "6": "Pelatihan sosial kultural",
    "7": "Sosialisasi",
    "8": "Bimbingan teknis",
    "9": "Seminar",
    "10": "Magang",
    "11": "Kursus",
    "12": "Penataran",
    "13": "Pelatihan klasikal lainnya",
    "14": "Coaching",
    "15": "Mentoring",
    "16": "E-learning",
    "17": "Pelatihan jarak jauh",
    "18": "Detasering",
    "19": "Pembelajaran alam terbuka",
    "20": "Patok banding",
    "21": "Pertukaran dengan pegawai swasta, BUMN, atau BUMD",
    "22": "Belajar mandiri",
    "23": "Komunitas belajar",
    "24": "Bimbingan di tempat kerja",
    "25": "Pelatihan nonklasikal lainnya",
}


class IsianKursus(Rentang):
    nomor = teks("Nomor sertifikat", bkn="nomor_sertipikat")
    jenis = pilih("Jenis pengembangan kompetensi", JENIS, bkn="jenis_diklat", tabel="jenisDiklat")
    nama_kursus = teks("Nama pelatihan", 200, bkn="nama_kursus")
    penyelenggara = teks("Penyelenggara", 200, bkn="institusi_penyelenggara")
    mulai = tanggal("Mulai", lampau=True, bkn="tanggal_kursus")
    selesai = tanggal("Selesai", lampau=True, bkn="tanggal_selesai")
    jumlah_jp = bilangan(
        "Jumlah jam pelajaran (JP)", 1, 2000, bantuan="Sasaran tiap PNS 20 JP setahun.", bkn="jumlah_jam"
    )
    jenis_kursus = teks(
        "Kursus menurut daftar BKN",
        200,
        bantuan="Misalnya Administrasi Keuangan Daerah.",
        bkn="jenis_kursus",
        tabel="jenisKursus",
        rinci=LAINNYA,
    )
    lokasi = teks("Tempat pelatihan", bkn="lokasi_id", rinci=LAINNYA)


def untuk_bkn(data: Mapping[str, Any]) -> dict[str, Any]:
    """Every kind of training is a *teknis*, *fungsional* or *penunjang* one to BKN."""
    sifat = {"2": "F", "4": "P", "7": "P", "9": "P"}.get(data["jenis"], "T")
    return {"tahun_kursus": int(data["selesai"][:4]), "jenis_kursus_sertifikat": sifat}


KURSUS = JenisRiwayat(
    kode="kursus",
    nama="Pengembangan kompetensi",
    kelompok=Kelompok.KOMPETENSI,
    skema=IsianKursus,
    bidang_tmt="selesai",
    bukti_wajib=(("SERT_KURSUS",),),
    bukti_lain=("REKOMENDASI", "LAPORAN"),
    ringkas=lambda data: f"{data['nama_kursus']}, {data['jumlah_jp']} JP",
    dari_bacaan={"nomor": "nomor", "mulai": "mulai", "selesai": "selesai"},
    kata_tmt="Selesai",
    siasn="rw-kursus",
    untuk_bkn=untuk_bkn,
    kaidah=(
        kembar("nomor", "penyelenggara", kalimat="Sertifikat ini sudah tercatat ({lain})."),
        kembar("nama_kursus", "mulai", kalimat="Pelatihan ini sudah tercatat ({lain})."),
        sesudah_lahir("Tanggal selesai", 15),
    ),
)
