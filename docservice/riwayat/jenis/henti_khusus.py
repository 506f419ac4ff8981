"""Pemberhentian for discipline, crime or party membership (riwayat-layanan C.3.17). Confidential like its decree."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import pilih
from docservice.riwayat.jenis.kaidah import kembar
from docservice.riwayat.jenis.pemberhentian import IsianPemberhentian

JENIS = {
    "7": "Hukuman disiplin",
    "8": "Menjadi anggota partai politik",
    "10": "Melanggar sumpah atau janji PNS",
    "11": "Melanggar sumpah atau janji jabatan",
    "12": "Melakukan tindak pidana",
    "13": "Meninggalkan tugas",
    "16": "Tindak pidana korupsi",
}


class IsianHentiKhusus(IsianPemberhentian):
    jenis = pilih("Sebab pemberhentian", JENIS, bkn="jenis_henti", tabel="jenisPemberhentian")


HENTI_KHUSUS = JenisRiwayat(
    kode="henti_khusus",
    nama="Pemberhentian karena pelanggaran",
    kelompok=Kelompok.LAIN,
    skema=IsianHentiKhusus,
    bidang_tmt="tmt",
    bukti_wajib=(("SK_HUKDIS",),),
    bukti_lain=("BAP",),
    ringkas=lambda data: JENIS[data["jenis"]],
    dari_bacaan={**KEPUTUSAN, "tmt": "tmt"},
    siasn="rw-pemberhentian",
    kaidah=(kembar("jenis", "tmt", kalimat="Pemberhentian ini sudah tercatat ({lain})."),),
)
