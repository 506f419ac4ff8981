"""Data utama that its owner keeps up (riwayat-layanan C.0, C.1; BABEL 5(2); SIASN data-utama-update).

Name, birth, NIP and the like are corrected by BKN's procedure and are no fields here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils import timezone

from docservice.pegawai.acuan import acuan
from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import nomor_tersandi, pilih, teks
from docservice.riwayat.jenis.sanding import Kaidah
from docservice.riwayat.sandi import buka, tersegel


def _berpola(label: str, pola: str, pesan: str, panjang: int = 30, bantuan: str = "") -> forms.CharField:
    isian = teks(label, panjang, wajib=False, bantuan=bantuan)
    isian.validators.append(RegexValidator(pola, pesan))
    return isian


class IsianDataUtama(forms.Form):
    nik = nomor_tersandi("nik", "NIK", 16, wajib=True, bantuan="Enam belas angka di KTP. Disimpan tersandi.")
    no_kk = nomor_tersandi("no_kk", "Nomor Kartu Keluarga", 16)
    npwp = nomor_tersandi("npwp", "NPWP", 15, 16, bantuan="Lima belas angka, atau enam belas sejak 2024.")
    agama = pilih("Agama", acuan("agama"), wajib=False)
    status_kawin = pilih("Status perkawinan", acuan("kawin"), wajib=False)
    alamat = teks("Alamat", 250)
    kode_pos = _berpola("Kode pos", r"^\d{5}$", "Kode pos terdiri atas 5 angka.", 5)
    no_hp = _berpola("Nomor HP", r"^\+?[\d ()\-]{8,20}$", "Nomor HP tidak dikenal. Tulis seperti 0812-3456-7890.", 20)
    email = forms.EmailField(
        label="Email pribadi",
        required=False,
        max_length=120,
        error_messages={"invalid": "Email tidak dikenal. Tulis seperti nama@contoh.id."},
    )
    bpjs = _berpola("Nomor BPJS Kesehatan", r"^\d{13}$", "Nomor BPJS terdiri atas 13 angka.", 13)
    taspen = teks("Nomor Taspen", 40, wajib=False)
    tapera = teks("Nomor Tapera", 40, wajib=False)
    bank = teks("Bank", 60, wajib=False)
    rekening = nomor_tersandi("rekening", "Nomor rekening", *range(8, 21))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("rekening") and not data.get("bank"):
            self.add_error("bank", "Nama bank belum diisi.")
        return {**data, "sejak": timezone.localdate()}


def periksa_nik(pegawai: Any, isian: Mapping[str, Any]) -> list[str]:
    """Digits 7–12 are the birth date, forty added to the day of women."""
    nik = isian.get("nik", "")
    if not tersegel(nik):
        return []
    return [] if buka("nik", nik)[6:12] == tengah_nik(pegawai.tanggal_lahir, pegawai.jenis_kelamin) else [TAK_COCOK]


TAK_COCOK = "NIK ini tidak sesuai dengan tanggal lahir atau jenis kelamin yang tercatat."


def tengah_nik(lahir: date, kelamin: str) -> str:
    return f"{lahir.day + (40 if kelamin == 'P' else 0):02d}{lahir:%m%y}"


DATA_UTAMA = JenisRiwayat(
    kode="data_utama",
    nama="Data utama",
    kelompok=Kelompok.LAIN,
    skema=IsianDataUtama,
    bidang_tmt="sejak",
    bukti=("KTP", "KK", "NPWP", "BPJS", "TASPEN", "BUKU_REK"),
    ringkas=lambda data: str(data["alamat"]),
    kaidah=(Kaidah(lambda s: periksa_nik(s.pegawai, s.data)),),
    kata_tmt="Sejak",
    tunggal=True,
    siasn="data-utama-update",
)
