"""Riwayat pasangan (riwayat-layanan C.3.7; POSO 4a)."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Rentang, bilangan, nip, pilih, tanggal, teks

PEKERJAAN = {"pns": "PNS atau PPPK", "bukan": "Bukan ASN"}


class IsianPasangan(Rentang):
    bidang_rentang = ("tgl_lahir", "tgl_nikah")

    nama = teks("Nama suami atau istri")
    urutan = bilangan("Perkawinan ke", 1, 9)
    tempat_lahir = teks("Tempat lahir", wajib=False)
    tgl_lahir = tanggal("Tanggal lahir", lampau=True)
    status_pekerjaan = pilih("Pekerjaan", PEKERJAAN)
    nip_pasangan = nip("NIP suami atau istri")
    tgl_nikah = tanggal("Tanggal menikah", lampau=True)
    no_akta_nikah = teks("Nomor akta atau buku nikah")
    no_karis_karsu = teks("Nomor Karis atau Karsu", 60, wajib=False)


PASANGAN = JenisRiwayat(
    kode="pasangan",
    nama="Pasangan",
    kelompok=Kelompok.KELUARGA,
    skema=IsianPasangan,
    bidang_tmt="tgl_nikah",
    bukti=("AKTA_NIKAH", "LAP_KAWIN", "KARIS_KARSU"),
    ringkas=lambda data: data["nama"],
    dari_bacaan={"no_akta_nikah": "nomor"},
    kata_tmt="Menikah",
    siasn="rw-pasangan",
)
