"""Riwayat orang tua and parents-in-law (riwayat-layanan C.3.7; POSO 4a; SIASN rw-orangtua)."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import pilih, tanggal, teks
from docservice.riwayat.jenis.keluarga import HIDUP, Orang

HUBUNGAN = {"ayah": "Ayah", "ibu": "Ibu", "ayah_mertua": "Ayah mertua", "ibu_mertua": "Ibu mertua"}


class IsianOrangTua(Orang):
    hubungan = pilih("Hubungan", HUBUNGAN)
    pekerjaan = teks("Pekerjaan", wajib=False)
    alamat = teks("Alamat", 200, wajib=False)
    status_hidup = pilih("Keadaan", HIDUP)
    tgl_meninggal = tanggal("Tanggal meninggal", wajib=False, lampau=True)


ORANG_TUA = JenisRiwayat(
    kode="orang_tua",
    nama="Orang tua",
    kelompok=Kelompok.KELUARGA,
    skema=IsianOrangTua,
    bidang_tmt="tgl_lahir",
    bukti=("KK", "AKTA_LAHIR"),
    ringkas=lambda data: f"{HUBUNGAN[data['hubungan']]}: {data['nama']}",
    kata_tmt="Lahir",
    banyak=True,
    siasn="rw-orangtua",
)
