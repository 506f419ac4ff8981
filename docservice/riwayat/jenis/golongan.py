"""Riwayat golongan / kepangkatan (riwayat-layanan C.3.1; POSO 4e; BABEL 14(2)d; SIASN rw-golongan)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Keputusan, bilangan, pilih, tanggal, teks
from docservice.umum.waktu import tanggal_panjang
from templates_sk import GOLONGAN_PNS, pangkat

PILIHAN = {g: f"{g}, {pangkat(g)}" for g in GOLONGAN_PNS}
JENIS_KP = {
    "211": "Golongan dari pengadaan CPNS/PNS",
    "101": "Reguler",
    "201": "Pilihan (jabatan struktural)",
    "202": "Pilihan (jabatan fungsional tertentu)",
    "203": "Pilihan (penyesuaian ijazah)",
    "204": "Pilihan (sedang tugas belajar)",
    "205": "Pilihan (setelah tugas belajar)",
    "208": "Pilihan (prestasi luar biasa)",
}


class IsianGolongan(Keputusan):
    """Shape of a rank row; who issued it and the pertek are optional because old decrees lack them."""

    tmt_golongan = tanggal("TMT golongan", bantuan="Terhitung mulai tanggal, selalu tanggal 1.")
    golongan = pilih("Golongan ruang", PILIHAN)
    jenis_kp = pilih("Jenis kenaikan pangkat", JENIS_KP)
    mk_golongan_tahun = bilangan("Masa kerja golongan, tahun", 0, 60, awal=0)
    mk_golongan_bulan = bilangan("Masa kerja golongan, bulan", 0, 11, awal=0)
    gaji_pokok = bilangan("Gaji pokok (rupiah)", 0, 100_000_000, wajib=False)
    pejabat_penetap = teks("Pejabat yang menetapkan", wajib=False)
    no_pertek_bkn = teks("Nomor pertek BKN", wajib=False)
    tgl_pertek_bkn = tanggal("Tanggal pertek BKN", wajib=False)

    def clean_tmt_golongan(self) -> date:
        tmt: date = self.cleaned_data["tmt_golongan"]
        if tmt.day != 1:
            raise forms.ValidationError("TMT golongan harus tanggal 1. Ubah tanggalnya.")
        return tmt


def peringatan(terakhir: Mapping[str, Any] | None, isian: Mapping[str, Any]) -> list[str]:
    """Order and step against the rank in force; the fasilitator sees these sentences too."""
    if terakhir is None:
        return []
    kalimat = []
    tmt = date.fromisoformat(terakhir["tmt_golongan"])
    if isian["tmt_golongan"] <= tmt and isian["golongan"] != terakhir["golongan"]:
        kalimat.append(f"TMT ini lebih awal dari TMT golongan sebelumnya ({tanggal_panjang(tmt)}).")
    urutan = GOLONGAN_PNS.index(isian["golongan"]) - GOLONGAN_PNS.index(terakhir["golongan"])
    if urutan > 1 and isian["jenis_kp"] not in ("208", "203", "211"):
        kalimat.append(f"Golongan naik {urutan} tingkat dari {terakhir['golongan']}.")
    return kalimat


def ringkas(data: Mapping[str, Any]) -> str:
    return f"{data['golongan']} {pangkat(data['golongan'])}"


GOLONGAN = JenisRiwayat(
    kode="golongan",
    nama="Golongan",
    kelompok=Kelompok.PANGKAT,
    skema=IsianGolongan,
    bidang_tmt="tmt_golongan",
    bukti=("SK_KP", "SK_CPNS", "SK_PNS"),
    dari_bacaan={
        **KEPUTUSAN,
        "tmt_golongan": "tmt",
        "golongan": "golongan",
        "gaji_pokok": "gaji",
    },
    peringatan=peringatan,
    ringkas=ringkas,
    tunggal=True,
    siasn="rw-golongan",
)
