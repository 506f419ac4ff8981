"""Riwayat kenaikan gaji berkala (riwayat-layanan C.3.18; POSO 4f; BABEL 14(2)g)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.golongan import PILIHAN
from docservice.riwayat.jenis.isian import Keputusan, bilangan, pilih, tanggal, teks
from docservice.umum.templatetags.rupa import rupiah
from templates_sk import gaji_pokok_pns

SELANG_TAHUN = 2
"""A pay step every two years (PP 7/1977 art. 11)."""


class IsianKgb(Keputusan):
    tmt_kgb = tanggal("TMT KGB", bantuan="Selalu tanggal 1.")
    golongan = pilih("Golongan ruang", PILIHAN)
    mk_tahun = bilangan("Masa kerja golongan, tahun", 0, 60, awal=0)
    mk_bulan = bilangan("Masa kerja golongan, bulan", 0, 11, awal=0)
    gaji_lama = bilangan("Gaji pokok lama (rupiah)", 0, 100_000_000, wajib=False)
    gaji_baru = bilangan("Gaji pokok baru (rupiah)", 1, 100_000_000)
    dasar_gaji = teks("Peraturan gaji", wajib=False, bantuan="Misalnya PP 5 Tahun 2024.")
    pejabat_penetap = teks("Pejabat yang menetapkan", wajib=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if tmt := data.get("tmt_kgb"):
            if tmt.day != 1:
                self.add_error("tmt_kgb", "TMT KGB harus tanggal 1. Ubah tanggalnya.")
            data["tmt_berikut"] = date(tmt.year + SELANG_TAHUN, tmt.month, 1)
        return data


def peringatan(terakhir: Mapping[str, Any] | None, isian: Mapping[str, Any]) -> list[str]:
    """The pay against the table in force on the TMT, and the two years since the step before."""
    kalimat = []
    seharusnya = _menurut_tabel(isian)
    if seharusnya and seharusnya != isian["gaji_baru"]:
        kalimat.append(f"Gaji pokok menurut tabel {rupiah(seharusnya)}, di isian {rupiah(isian['gaji_baru'])}.")
    if terakhir and isian["tmt_kgb"].isoformat() < terakhir["tmt_berikut"]:
        kalimat.append(f"Belum {SELANG_TAHUN} tahun sejak KGB sebelumnya.")
    return kalimat


def _menurut_tabel(isian: Mapping[str, Any]) -> int | None:
    """None before the oldest table we hold, or beyond its last step."""
    try:
        return gaji_pokok_pns(isian["golongan"], isian["mk_tahun"], on=isian["tmt_kgb"])
    except ValueError:
        return None


KGB = JenisRiwayat(
    kode="kgb",
    nama="Kenaikan gaji berkala",
    kelompok=Kelompok.PANGKAT,
    skema=IsianKgb,
    bidang_tmt="tmt_kgb",
    bukti=("SK_KGB",),
    ringkas=lambda data: f"{rupiah(data['gaji_baru'])}, masa kerja {data['mk_tahun']} tahun {data['mk_bulan']} bulan",
    dari_bacaan={**KEPUTUSAN, "tmt_kgb": "tmt", "golongan": "golongan", "gaji_baru": "gaji"},
    peringatan=peringatan,
    tunggal=True,
)
