"""Riwayat kepanitiaan: committees and working teams on a decree (riwayat-layanan C.3.23)."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import TINGKAT, Keputusan, Rentang, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import kembar, masa_dinas

KEDUDUKAN = {
    "pengarah": "Pengarah",
    "penanggung_jawab": "Penanggung jawab",
    "ketua": "Ketua",
    "wakil": "Wakil ketua",
    "sekretaris": "Sekretaris",
    "bendahara": "Bendahara",
    "koordinator": "Koordinator",
    "anggota": "Anggota",
}


class IsianKepanitiaan(Rentang, Keputusan):
    nama = teks("Nama panitia atau tim", 200)
    kedudukan = pilih("Kedudukan", KEDUDUKAN)
    tingkat = pilih("Tingkat", TINGKAT)
    penyelenggara = teks("Penyelenggara", 200)
    mulai = tanggal("Mulai", lampau=True)
    selesai = tanggal("Selesai", wajib=False)


KEPANITIAAN = JenisRiwayat(
    kode="kepanitiaan",
    nama="Kepanitiaan",
    kelompok=Kelompok.LAIN,
    skema=IsianKepanitiaan,
    bidang_tmt="mulai",
    bukti_wajib=(("SK_PANITIA",),),
    ringkas=lambda data: f"{KEDUDUKAN[data['kedudukan']]}, {data['nama']}",
    dari_bacaan={**KEPUTUSAN, "mulai": "mulai", "selesai": "selesai"},
    kata_tmt="Mulai",
    kaidah=(
        kembar("sk_nomor", "nama", kalimat="Panitia ini sudah tercatat ({lain})."),
        masa_dinas("Tanggal mulai", "selesai"),
    ),
)
