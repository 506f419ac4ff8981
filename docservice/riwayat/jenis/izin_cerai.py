"""Izin atau keterangan perceraian (riwayat-layanan D.r; PP 10/1983 jo PP 45/1990). Confidential."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Keputusan, pilih, teks
from docservice.riwayat.jenis.kaidah import kembar

KEDUDUKAN = {"penggugat": "Izin perceraian (penggugat)", "tergugat": "Surat keterangan (tergugat)"}
PUTUSAN = {"diberikan": "Diberikan", "ditolak": "Tidak diberikan"}


class IsianIzinCerai(Keputusan):
    kedudukan = pilih("Surat", KEDUDUKAN)
    putusan = pilih("Putusan", PUTUSAN)
    nama_pasangan = teks("Nama suami atau istri")
    pejabat_penetap = teks("Ditetapkan oleh", wajib=False)
    keterangan = teks("Keterangan", 300, wajib=False)


IZIN_CERAI = JenisRiwayat(
    kode="izin_cerai",
    nama="Izin perceraian",
    kelompok=Kelompok.LAIN,
    skema=IsianIzinCerai,
    bidang_tmt="sk_tanggal",
    bukti_wajib=(("IZIN_CERAI", "KET_CERAI"),),
    ringkas=lambda data: f"{KEDUDUKAN[data['kedudukan']]}: {PUTUSAN[data['putusan']].lower()}",
    dari_bacaan=KEPUTUSAN,
    kata_tmt="Tanggal",
    kaidah=(kembar("sk_nomor", kalimat="Nomor SK ini sudah dipakai {lain}."),),
)
