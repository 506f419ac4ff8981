"""Riwayat evaluasi kinerja since 2022 (riwayat-layanan C.3.9; SIASN rw-skp22; PermenPANRB 6/2022)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import bilangan, pilih, teks
from docservice.riwayat.jenis.kaidah import kembar, masa_dinas, tiap_tahun
from docservice.riwayat.jenis.penilai import PENILAI, blok, status
from docservice.riwayat.jenis.sanding import Kaidah, Sanding

EKSPEKTASI = {"1": "Di atas ekspektasi", "2": "Sesuai ekspektasi", "3": "Di bawah ekspektasi"}
KUADRAN = {"Sangat Baik": "1", "Baik": "2", "Butuh Perbaikan": "3", "Kurang": "4", "Sangat Kurang": "5"}
"""BKN's id of each quadrant."""
BAIK = frozenset({"Sangat Baik", "Baik"})


def predikat(hasil: str, perilaku: str) -> str:
    """The quadrant of the performance matrix."""
    if hasil == "1" and perilaku == "1":
        return "Sangat Baik"
    if hasil != "3" and perilaku != "3":
        return "Baik"
    if hasil == "3" and perilaku == "3":
        return "Sangat Kurang"
    return "Butuh Perbaikan" if hasil == "3" else "Kurang"


class IsianKinerja(forms.Form):
    tahun = bilangan("Tahun penilaian", 2022, 2100, bkn="tahun")
    hasil_kinerja = pilih("Hasil kerja", EKSPEKTASI, bkn="hasil_kinerja", tabel="perilakuDanKinerja")
    perilaku_kerja = pilih("Perilaku kerja", EKSPEKTASI, bkn="perilaku_kerja", tabel="perilakuDanKinerja")
    penilai_nama = teks("Nama pejabat penilai", bkn="penilai_nama")
    penilai_nip, penilai_jabatan, penilai_unor, penilai_golongan = blok("penilai", PENILAI)
    status_penilai = status(PENILAI, "status_penilai")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if tahun := data.get("tahun"):
            data["tmt"] = date(tahun, 12, 31)
        if {"hasil_kinerja", "perilaku_kerja"} <= data.keys():
            data["predikat"] = predikat(data["hasil_kinerja"], data["perilaku_kerja"])
        return data


def belum_selesai(s: Sanding) -> Iterator[str]:
    """The year is judged in December at the earliest."""
    hari_ini = timezone.localdate()
    if (s.tmt.year, 12) > (hari_ini.year, hari_ini.month):
        yield f"Tahun {s.tmt.year} belum berakhir."


KINERJA = JenisRiwayat(
    kode="kinerja",
    nama="Evaluasi kinerja",
    kelompok=Kelompok.KINERJA,
    skema=IsianKinerja,
    bidang_tmt="tmt",
    bukti_wajib=(("EKIN",),),
    bukti_lain=("SKP",),
    ringkas=lambda data: f"{data['tahun']}: {data['predikat']}",
    kata_tmt="Tahun berakhir",
    tunggal=True,
    siasn="rw-skp22",
    untuk_bkn=lambda data: {"kuadran_kinerja": KUADRAN[data["predikat"]]},
    kaidah=(
        kembar("tahun", kalimat="Penilaian tahun itu sudah tercatat ({lain})."),
        tiap_tahun("skp"),
        Kaidah(belum_selesai),
        masa_dinas("Tahun", cuti=False, henti=False),
    ),
)
