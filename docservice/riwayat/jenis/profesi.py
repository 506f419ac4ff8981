"""Riwayat profesi: who may call themselves what, and until when they may practise (riwayat-layanan C.3.23)."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Rentang, tanggal, teks
from docservice.riwayat.jenis.kaidah import kembar, sesudah_lahir


class IsianProfesi(Rentang):
    bidang_rentang = ("tgl_profesi", "berlaku_sampai")

    nama = teks("Profesi", 120, bantuan="Misalnya dokter, apoteker, ners, guru, insinyur, akuntan, advokat.")
    penyelenggara = teks("Perguruan tinggi atau lembaga", 200)
    nomor = teks("Nomor sertifikat profesi")
    tgl_profesi = tanggal("Tanggal sertifikat", lampau=True)
    nomor_registrasi = teks("Nomor registrasi atau STR", wajib=False)
    berlaku_sampai = tanggal("Berlaku sampai", wajib=False, bantuan="Kosongkan bila berlaku seterusnya.")


PROFESI = JenisRiwayat(
    kode="profesi",
    nama="Profesi",
    kelompok=Kelompok.KOMPETENSI,
    skema=IsianProfesi,
    bidang_tmt="tgl_profesi",
    bukti_wajib=(("STR", "SERDIK", "IJAZAH", "SERT_UKOM"),),
    ringkas=lambda data: f"{data['nama']}, {data['penyelenggara']}",
    dari_bacaan={"nomor": "nomor", "tgl_profesi": "tanggal", "berlaku_sampai": "selesai"},
    kata_tmt="Tanggal",
    bidang_akhir="berlaku_sampai",
    bidang_sejenis="nama",
    ditawarkan=False,
    kaidah=(
        kembar("nomor", "penyelenggara", kalimat="Sertifikat profesi ini sudah tercatat ({lain})."),
        sesudah_lahir("Tanggal sertifikat", 18),
    ),
)
