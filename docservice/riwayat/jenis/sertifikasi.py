"""Riwayat sertifikasi, juga uji kompetensi (riwayat-layanan C.3.6; SIASN sertifikasi)."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Rentang, tanggal, teks
from docservice.riwayat.jenis.kaidah import berjeda, kembar, sesudah_lahir


class IsianSertifikasi(Rentang):
    bidang_rentang = ("tgl_sertifikat", "berlaku_sampai")

    nomor = teks("Nomor sertifikat")
    tgl_sertifikat = tanggal("Tanggal sertifikat", lampau=True)
    nama = teks(
        "Nama sertifikasi", 200, bantuan="Untuk uji kompetensi: SERTIFIKASI UJI KOMPETENSI dan nama jabatannya."
    )
    lembaga = teks("Lembaga sertifikasi", 200)
    berlaku_sampai = tanggal("Berlaku sampai", wajib=False, bantuan="Kosongkan bila berlaku seterusnya.")


SERTIFIKASI = JenisRiwayat(
    kode="sertifikasi",
    nama="Sertifikasi",
    kelompok=Kelompok.KOMPETENSI,
    skema=IsianSertifikasi,
    bidang_tmt="tgl_sertifikat",
    bukti=("SERT_UKOM", "STR", "SERDIK"),
    ringkas=lambda data: f"{data['nama']}, {data['lembaga']}",
    dari_bacaan={"nomor": "nomor", "tgl_sertifikat": "tanggal", "berlaku_sampai": "selesai"},
    kata_tmt="Tanggal",
    bidang_akhir="berlaku_sampai",
    bidang_sejenis="nama",
    siasn="rw-sertifikasi",
    kaidah=(
        kembar("nomor", "lembaga", kalimat="Sertifikat ini sudah tercatat ({lain})."),
        berjeda("sertifikat yang sama", kunci=("nama",), bidang="tgl_sertifikat berlaku_sampai"),
        sesudah_lahir("Tanggal sertifikat", 15),
    ),
)
