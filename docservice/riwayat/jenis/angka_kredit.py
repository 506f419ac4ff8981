"""Riwayat angka kredit (riwayat-layanan C.3.8; SIASN rw-angkakredit; PermenPANRB 1/2023)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import KeputusanBernomor, Rentang, nilai, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import berjeda, bertumpuk, kembar, masa_dinas, sama
from docservice.riwayat.jenis.sanding import Kaidah, Sanding

SIFAT = {
    "berkala": "Penetapan berkala",
    "pertama": "Angka kredit pertama",
    "integrasi": "Integrasi",
    "konversi": "Konversi predikat kinerja",
}
"""SIASN's three flags exclude each other; none of them is a regular assessment."""
BENDERA = {"pertama": "angka_kredit_pertama", "integrasi": "integrasi", "konversi": "konversi"}


class IsianAngkaKredit(Rentang, KeputusanBernomor):
    sifat = pilih("Sifat penetapan", SIFAT)
    mulai = tanggal("Mulai masa penilaian", lampau=True)
    selesai = tanggal("Selesai masa penilaian", lampau=True)
    kredit_utama = nilai("Angka kredit utama", 5000, bkn="kredit_utama_baru")
    kredit_penunjang = nilai("Angka kredit penunjang", 5000, wajib=False, bkn="kredit_penunjang_baru")
    jabatan = teks(
        "Jabatan fungsional yang dinilai", 200, wajib=False, bantuan="Seperti di riwayat jabatan.", bkn="rw_jabatan"
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("kredit_utama") is not None:
            data["kredit_total"] = data["kredit_utama"] + (data.get("kredit_penunjang") or 0)
        return data


def jabatan_saat_itu(s: Sanding) -> Iterator[str]:
    """The post that was assessed was held by then."""
    nama, sampai = str(s.data.get("jabatan") or ""), s.tmt
    dipegang = [satu for satu in s.baris["jabatan"] if satu.tmt <= sampai]
    if nama and not any(sama({"nama_jabatan": nama}, satu.data, ("nama_jabatan",)) for satu in dipegang):
        yield f"Jabatan {nama} belum tercatat di riwayat jabatan sampai masa penilaian itu."


def untuk_bkn(data: Mapping[str, Any]) -> dict[str, Any]:
    """Months and years instead of days, three flags instead of one word."""
    mulai, selesai = data["mulai"], data["selesai"]
    return {
        "bulan_mulai_penilaian": int(mulai[5:7]),
        "tahun_mulai_penilaian": int(mulai[:4]),
        "bulan_selesai": int(selesai[5:7]),
        "tahun_selesai": int(selesai[:4]),
        "kredit_baru_total": str(data["kredit_total"]),
        **{f"is_{nama}": data["sifat"] == sifat for sifat, nama in BENDERA.items()},
    }


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
    bukti_wajib=(("PAK", "KONV_PAK"),),
    bukti_lain=("SK_PAK",),
    ringkas=lambda data: f"{str(data['kredit_total']).replace('.', ',')} ({SIFAT[data['sifat']].lower()})",
    dari_bacaan=KEPUTUSAN,
    kata_tmt="Sampai",
    siasn="rw-angkakredit",
    untuk_bkn=untuk_bkn,
    kaidah=(
        bertumpuk("Bertumpuk dengan {lain}, {masa}: dapat terhitung dua kali.", bila=_bukan_integrasi),
        berjeda("masa penilaian", bila=_bukan_integrasi),
        kembar(
            "sifat",
            kalimat="Angka kredit pertama sudah tercatat ({lain}).",
            bila=_pertama,
        ),
        Kaidah(jabatan_saat_itu, ("jabatan",)),
        masa_dinas("Tanggal selesai", cuti=False),
    ),
)
