"""Riwayat organisasi (riwayat-layanan C.3.19; POSO 4k; BABEL 14(2)f)."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Rentang, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import bertumpuk, sesudah_lahir

JENIS = {
    "C": "KORPRI",
    "B": "Dharma Wanita",
    "2": "Ekonomi",
    "3": "Sosial",
    "4": "Kebudayaan",
    "5": "Pendidikan",
    "6": "Keagamaan",
    "7": "Olahraga",
    "9": "Organisasi massa",
    "A": "Lainnya",
}
"""Without BKN's *politik* and *Golongan Karya*: civil servants may not belong to a party (UU 20/2023 art. 24)."""


class IsianOrganisasi(Rentang):
    jenis = pilih(
        "Jenis organisasi",
        JENIS,
        bantuan="ASN tidak boleh menjadi anggota atau pengurus partai politik.",
        bkn="jenis",
        tabel="kepanitiaan",
    )
    nama = teks("Nama organisasi", 200, bkn="nama_organisasi")
    jabatan = teks("Kedudukan dalam organisasi", 120, bkn="jabatan")
    nomor_anggota = teks("Nomor anggota", 60, wajib=False, bkn="nomor_anggota")
    mulai = tanggal("Mulai", lampau=True, bkn="tanggal_mulai")
    selesai = tanggal("Selesai", wajib=False, bkn="tanggal_selesai")
    sk = teks("Nomor SK kepengurusan", wajib=False, bkn="sk")
    tempat = teks("Tempat", 120, wajib=False, bkn="tempat")
    pimpinan = teks("Nama pimpinan", 120, wajib=False, bkn="pimpinan")


ORGANISASI = JenisRiwayat(
    kode="organisasi",
    nama="Organisasi",
    kelompok=Kelompok.LAIN,
    skema=IsianOrganisasi,
    bidang_tmt="mulai",
    bukti_wajib=(("SK_ORGANISASI",),),
    ringkas=lambda data: f"{data['jabatan']}, {data['nama']}",
    dari_bacaan={"mulai": "mulai", "selesai": "selesai"},
    kata_tmt="Mulai",
    kaidah=(
        bertumpuk("Kedudukan yang sama sudah tercatat: {lain}, {masa}.", kunci=("nama", "jabatan")),
        sesudah_lahir("Tanggal mulai", 10),
    ),
)
