"""Bukti lapor harta kekayaan (riwayat-layanan C.3.23). Confidential."""

from __future__ import annotations

from django import forms

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import bilangan, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import kembar

LAPORAN = {"LHKPN": "LHKPN", "LHKASN": "LHKASN"}


class IsianHarta(forms.Form):
    laporan = pilih("Laporan", LAPORAN)
    tahun = bilangan("Tahun harta", 1999, 2100)
    sk_nomor = teks("Nomor tanda terima")
    tgl_lapor = tanggal("Tanggal lapor", lampau=True)


HARTA = JenisRiwayat(
    kode="harta",
    nama="Laporan harta kekayaan",
    kelompok=Kelompok.LAIN,
    skema=IsianHarta,
    bidang_tmt="tgl_lapor",
    bukti_wajib=(("LHKPN", "LHKASN"),),
    ringkas=lambda data: f"{data['laporan']} {data['tahun']}",
    dari_bacaan={"sk_nomor": "nomor", "tgl_lapor": "tanggal"},
    kata_tmt="Tanggal",
    kaidah=(kembar("laporan", "tahun", kalimat="{lain} sudah tercatat."),),
)
