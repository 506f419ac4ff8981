"""Data utama that its owner keeps up (riwayat-layanan C.0, C.1; BABEL 5(2); SIASN data-utama-update).

Name, birth, NIP and the like are corrected by BKN's procedure and are no fields here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from docservice.pegawai.acuan import acuan
from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import berpola, nomor_tersandi, pilih, surel, teks, telepon
from docservice.riwayat.jenis.sanding import Kaidah
from docservice.riwayat.sandi import buka, tersegel

ANGKA_NPWP = "Lima belas angka, atau enam belas sejak 2024."


class IsianDataUtama(forms.Form):
    nik = nomor_tersandi("nik", "NIK", 16, wajib=True, bantuan="Enam belas angka di KTP. Disimpan tersandi.", bkn="nik")
    no_kk = nomor_tersandi("no_kk", "Nomor Kartu Keluarga", 16)
    npwp = nomor_tersandi("npwp", "NPWP", 15, 16, bantuan=ANGKA_NPWP, bkn="npwp_nomor")
    agama = pilih("Agama", acuan("agama"), wajib=False, bkn="agama_id", tabel="agama")
    status_kawin = pilih("Status perkawinan", acuan("kawin"), wajib=False, bkn="jenis_kawin_id", tabel="kawin")
    alamat = teks("Alamat", 250, bkn="alamat")
    kode_pos = berpola("Kode pos", r"^\d{5}$", "Kode pos terdiri atas 5 angka.", 5, bkn="kode_pos")
    no_hp = telepon("Nomor HP", bkn="no_hp")
    email = surel("Email pribadi", bkn="email")
    bpjs = berpola("Nomor BPJS Kesehatan", r"^\d{13}$", "Nomor BPJS terdiri atas 13 angka.", 13, bkn="bpjs")
    taspen = teks("Nomor Taspen", 40, wajib=False, bkn="taspen_nomor")
    tapera = teks("Nomor Tapera", 40, wajib=False, bkn="tapera_nomor")
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
    bukti_wajib=(("KTP",), ("KK",)),
    bukti_lain=("AKTA_LAHIR", "NPWP", "BPJS", "TASPEN", "FOTO", "BUKU_REK"),
    ringkas=lambda data: str(data["alamat"]),
    kaidah=(Kaidah(lambda s: periksa_nik(s.pegawai, s.data)),),
    kata_tmt="Sejak",
    ditawarkan_oleh=("KTP", "KK", "NPWP", "BPJS", "TASPEN", "BUKU_REK"),
    tunggal=True,
    siasn="data-utama-update",
)
