"""Riwayat angka kredit (riwayat-layanan C.3.8; SIASN rw-angkakredit; PermenPANRB 1/2023)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Keputusan, Rentang, nilai, pilih, tanggal
from docservice.riwayat.jenis.kaidah import berjeda, bertumpuk, kembar, masa_dinas

SIFAT = {
    "berkala": "Penetapan berkala",
    "pertama": "Angka kredit pertama",
    "integrasi": "Integrasi",
    "konversi": "Konversi predikat kinerja",
}
"""SIASN's three flags exclude each other; none of them is a regular assessment."""


class IsianAngkaKredit(Rentang, Keputusan):
    sifat = pilih("Sifat penetapan", SIFAT)
    mulai = tanggal("Mulai masa penilaian", lampau=True)
    selesai = tanggal("Selesai masa penilaian", lampau=True)
    kredit_utama = nilai("Angka kredit utama", 5000)
    kredit_penunjang = nilai("Angka kredit penunjang", 5000, wajib=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("kredit_utama") is not None:
            data["kredit_total"] = data["kredit_utama"] + (data.get("kredit_penunjang") or 0)
        return data


def _bukan_integrasi(data: Mapping[str, Any]) -> bool:
    """Integration sums up what was counted before."""
    return bool(data["sifat"] != "integrasi")


def _pertama(data: Mapping[str, Any]) -> bool:
    return bool(data["sifat"] == "pertama")


ANGKA_KREDIT = JenisRiwayat(
    kode="angka_kredit",
    nama="Angka kredit",
    kelompok=Kelompok.KINERJA,
    skema=IsianAngkaKredit,
    bidang_tmt="selesai",
    bukti=("PAK", "SK_PAK", "KONV_PAK"),
    ringkas=lambda data: f"{str(data['kredit_total']).replace('.', ',')} ({SIFAT[data['sifat']].lower()})",
    dari_bacaan=KEPUTUSAN,
    kata_tmt="Sampai",
    siasn="rw-angkakredit",
    kaidah=(
        bertumpuk("Bertumpuk dengan {lain}, {masa}: dapat terhitung dua kali.", bila=_bukan_integrasi),
        berjeda("masa penilaian", bila=_bukan_integrasi),
        kembar(
            "sifat",
            kalimat="Angka kredit pertama sudah tercatat ({lain}).",
            bila=_pertama,
        ),
        masa_dinas("Tanggal selesai", cuti=False),
    ),
)
