"""The end of a marriage: divorce or death (riwayat-layanan C.3.7 peristiwa; POSO 4a)."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Keputusan, pilih, tanggal, teks

SEBAB = {"cerai": "Cerai hidup", "mati": "Cerai mati", "rujuk": "Rujuk"}


class IsianPerceraian(Keputusan):
    sk_nomor = teks("Nomor akta")
    sk_tanggal = tanggal("Tanggal akta", lampau=True)
    sebab = pilih("Peristiwa", SEBAB)
    nama_pasangan = teks("Nama suami atau istri")
    tgl_peristiwa = tanggal("Tanggal peristiwa", lampau=True)
    penerbit = teks("Diterbitkan oleh", bantuan="Pengadilan, KUA, atau Disdukcapil.")


PERCERAIAN = JenisRiwayat(
    kode="perceraian",
    nama="Perceraian atau kematian pasangan",
    kelompok=Kelompok.KELUARGA,
    skema=IsianPerceraian,
    bidang_tmt="tgl_peristiwa",
    bukti=("AKTA_CERAI", "AKTA_MATI"),
    ringkas=lambda data: f"{SEBAB[data['sebab']]}: {data['nama_pasangan']}",
    dari_bacaan={"sk_nomor": "nomor", "sk_tanggal": "tanggal"},
    kata_tmt="Tanggal",
)
