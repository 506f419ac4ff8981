"""Evaluasi kinerja by month or quarter (riwayat-layanan C.3.9; SIASN rw-kinerjaperiodik; PermenPANRB 6/2022)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from docservice.pegawai.acuan import nama_bkn
from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import bilangan, pilih, teks
from docservice.riwayat.jenis.kaidah import bertumpuk, masa_dinas
from docservice.riwayat.jenis.kinerja import EKSPEKTASI, KUADRAN, predikat
from docservice.riwayat.jenis.penilai import PENILAI, blok, status
from docservice.umum.waktu import BULAN

PERIODE = {"1": "Bulanan", "2": "Triwulan"}
LAMA = {"1": 1, "2": 3}
"""Months of each."""
PILIHAN_BULAN = {str(nomor): nama for nomor, nama in enumerate(BULAN, start=1)}


class IsianPeriodik(forms.Form):
    tahun = bilangan("Tahun penilaian", 2022, 2100, bkn="tahun_mulai")
    periodik = pilih("Periode", PERIODE, bkn="periodik", tabel="periodik")
    bulan_mulai = pilih("Bulan pertama", PILIHAN_BULAN, bkn="bulan_mulai")
    hasil_kinerja = pilih("Hasil kerja", EKSPEKTASI, bkn="hasil_kinerja", tabel="perilakuDanKinerja")
    perilaku_kerja = pilih("Perilaku kerja", EKSPEKTASI, bkn="perilaku_kerja", tabel="perilakuDanKinerja")
    koefisien = pilih(
        "Jenjang jabatan fungsional",
        nama_bkn("koefisien"),
        wajib=False,
        bantuan="Untuk koefisien angka kredit. Kosongkan bila bukan jabatan fungsional.",
        bkn="koefisien",
        tabel="koefisien",
    )
    penilai_nama = teks("Nama pejabat penilai", bkn="penilai_nama")
    penilai_nip, penilai_jabatan, penilai_unor, penilai_golongan = blok("penilai", PENILAI)
    status_penilai = status(PENILAI, "status_penilai")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if {"hasil_kinerja", "perilaku_kerja"} <= data.keys():
            data["predikat"] = predikat(data["hasil_kinerja"], data["perilaku_kerja"])
        if {"tahun", "periodik", "bulan_mulai"} <= data.keys():
            self._rentang(data)
        return data

    def _rentang(self, data: dict[str, Any]) -> None:
        """First and last day; quarters are those of the calendar year."""
        awal, tahun = int(data["bulan_mulai"]), data["tahun"]
        akhir = awal + LAMA[data["periodik"]] - 1
        if data["periodik"] == "2" and awal % 3 != 1:
            self.add_error("bulan_mulai", "Triwulan mulai Januari, April, Juli, atau Oktober.")
            return
        data["mulai"], data["selesai"] = date(tahun, awal, 1), date(tahun, akhir, monthrange(tahun, akhir)[1])


def ringkas(data: Any) -> str:
    bulan = PILIHAN_BULAN[data["bulan_mulai"]]
    kata = bulan if data["periodik"] == "1" else f"Triwulan mulai {bulan}"
    return f"{kata} {data['tahun']}: {data['predikat']}"


def untuk_bkn(data: Mapping[str, Any]) -> dict[str, Any]:
    tahun, bulan, _ = data["selesai"].split("-")
    return {
        "tahun_selesai": int(tahun),
        "bulan_selesai": int(bulan),
        "kuadran_kinerja": KUADRAN[data["predikat"]],
    }


KINERJA_PERIODIK = JenisRiwayat(
    kode="kinerja_periodik",
    nama="Kinerja periodik",
    kelompok=Kelompok.KINERJA,
    skema=IsianPeriodik,
    bidang_tmt="selesai",
    bukti_wajib=(("EKIN",),),
    bukti_lain=("SKP",),
    ringkas=ringkas,
    kata_tmt="Sampai",
    banyak=True,
    siasn="rw-kinerjaperiodik",
    untuk_bkn=untuk_bkn,
    kaidah=(
        bertumpuk("Periode itu sudah dinilai: {lain}.", kunci=("periodik",)),
        masa_dinas("Periode", cuti=False, henti=False),
    ),
)
