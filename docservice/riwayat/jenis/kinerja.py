"""Riwayat evaluasi kinerja since 2022 (riwayat-layanan C.3.9; SIASN rw-skp22; PermenPANRB 6/2022)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from docservice.riwayat.jenis.dasar import JenisRiwayat

EKSPEKTASI = [
    ("", "Pilih penilaian"),
    ("1", "Di atas ekspektasi"),
    ("2", "Sesuai ekspektasi"),
    ("3", "Di bawah ekspektasi"),
]
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
    tahun = forms.IntegerField(
        label="Tahun penilaian", min_value=2022, max_value=2100, error_messages={"required": "Tahun belum diisi."}
    )
    hasil_kinerja = forms.ChoiceField(
        label="Hasil kerja", choices=EKSPEKTASI, error_messages={"required": "Penilaian belum dipilih."}
    )
    perilaku_kerja = forms.ChoiceField(
        label="Perilaku kerja", choices=EKSPEKTASI, error_messages={"required": "Penilaian belum dipilih."}
    )
    penilai_nama = forms.CharField(
        label="Nama pejabat penilai", max_length=120, error_messages={"required": "Nama penilai belum diisi."}
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if tahun := data.get("tahun"):
            data["tmt"] = date(tahun, 12, 31)
        if {"hasil_kinerja", "perilaku_kerja"} <= data.keys():
            data["predikat"] = predikat(data["hasil_kinerja"], data["perilaku_kerja"])
        return data


def tanpa_peringatan(terakhir: Mapping[str, Any] | None, isian: Mapping[str, Any]) -> list[str]:
    return []


KINERJA = JenisRiwayat(
    kode="kinerja",
    nama="Evaluasi kinerja",
    skema=IsianKinerja,
    bidang_tmt="tmt",
    bukti=("EKIN",),
    dari_bacaan={},
    peringatan=tanpa_peringatan,
    ringkas=lambda data: f"{data['tahun']}: {data['predikat']}",
)
