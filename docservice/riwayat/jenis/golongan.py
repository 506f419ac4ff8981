"""Riwayat golongan / kepangkatan (riwayat-layanan C.3.1; POSO 4e; BABEL 14(2)d; SIASN rw-golongan)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from docservice.riwayat.jenis.dasar import JenisRiwayat
from docservice.umum.fields import TanggalField
from docservice.umum.waktu import tanggal_panjang
from templates_sk import GOLONGAN_PNS, pangkat

PILIHAN = [("", "Pilih golongan"), *((g, f"{g}, {pangkat(g)}") for g in GOLONGAN_PNS)]
JENIS_KP = [
    ("", "Pilih jenis kenaikan pangkat"),
    ("211", "Golongan dari pengadaan CPNS/PNS"),
    ("101", "Reguler"),
    ("201", "Pilihan (jabatan struktural)"),
    ("202", "Pilihan (jabatan fungsional tertentu)"),
    ("203", "Pilihan (penyesuaian ijazah)"),
    ("204", "Pilihan (sedang tugas belajar)"),
    ("205", "Pilihan (setelah tugas belajar)"),
    ("208", "Pilihan (prestasi luar biasa)"),
]


class IsianGolongan(forms.Form):
    """Shape of a rank row; who issued it and the pertek are optional because old decrees lack them."""

    sk_nomor = forms.CharField(
        label="Nomor SK",
        max_length=120,
        error_messages={"required": "Nomor SK belum diisi. Tulis seperti di kertas, misalnya 821.2/123/BKPSDM/2019."},
    )
    sk_tanggal = TanggalField(label="Tanggal SK")
    tmt_golongan = TanggalField(label="TMT golongan", help_text="Terhitung mulai tanggal, selalu tanggal 1.")
    golongan = forms.ChoiceField(
        label="Golongan ruang", choices=PILIHAN, error_messages={"required": "Golongan ruang belum dipilih."}
    )
    jenis_kp = forms.ChoiceField(
        label="Jenis kenaikan pangkat",
        choices=JENIS_KP,
        error_messages={"required": "Jenis kenaikan pangkat belum dipilih."},
    )
    mk_golongan_tahun = forms.IntegerField(label="Masa kerja golongan, tahun", min_value=0, max_value=60, initial=0)
    mk_golongan_bulan = forms.IntegerField(label="Masa kerja golongan, bulan", min_value=0, max_value=11, initial=0)
    gaji_pokok = forms.IntegerField(label="Gaji pokok (rupiah)", min_value=0, required=False)
    pejabat_penetap = forms.CharField(label="Pejabat yang menetapkan", max_length=120, required=False)
    no_pertek_bkn = forms.CharField(label="Nomor pertek BKN", max_length=120, required=False)
    tgl_pertek_bkn = TanggalField(label="Tanggal pertek BKN", required=False)

    def clean_tmt_golongan(self) -> date:
        tmt: date = self.cleaned_data["tmt_golongan"]
        if tmt.day != 1:
            raise forms.ValidationError("TMT golongan harus tanggal 1. Ubah tanggalnya.")
        return tmt

    def clean_sk_tanggal(self) -> date:
        tanggal: date = self.cleaned_data["sk_tanggal"]
        if tanggal > date.today():  # noqa: DTZ011 - a decree's date is a calendar day of the region
            raise forms.ValidationError("Tanggal SK tidak boleh sesudah hari ini.")
        return tanggal


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
    skema=IsianGolongan,
    bidang_tmt="tmt_golongan",
    bukti=("SK_KP", "SK_CPNS", "SK_PNS"),
    dari_bacaan={
        "sk_nomor": "nomor",
        "sk_tanggal": "tanggal",
        "tmt_golongan": "tmt",
        "golongan": "golongan",
        "gaji_pokok": "gaji",
    },
    peringatan=peringatan,
    ringkas=ringkas,
)
