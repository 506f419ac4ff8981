"""Riwayat kenaikan gaji berkala (riwayat-layanan C.3.18; POSO 4f; BABEL 14(2)g)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.golongan import ID_BKN, PILIHAN
from docservice.riwayat.jenis.isian import LAINNYA, KeputusanBernomor, bilangan, pilih, tanggal, tanggal_bkn, teks
from docservice.riwayat.jenis.kaidah import masa_dinas, setanggal
from docservice.riwayat.jenis.sanding import Kaidah, Sanding, lama
from docservice.umum.templatetags.rupa import rupiah
from docservice.umum.waktu import tanggal_panjang
from templates_sk import GOLONGAN_PPPK, gaji_pokok

SEMUA_GOLONGAN = PILIHAN | {satu: f"Golongan {satu} (PPPK)" for satu in GOLONGAN_PPPK}
SELANG_TAHUN = 2
"""A pay step every two years (PP 7/1977 art. 11)."""


class IsianKgb(KeputusanBernomor):
    tmt_kgb = tanggal("TMT KGB", bantuan="Selalu tanggal 1.", bkn="tmt_kgb")
    golongan = pilih("Golongan ruang", SEMUA_GOLONGAN, bkn="golongan", tabel="golonganPns", kode=ID_BKN)
    mk_tahun = bilangan("Masa kerja golongan, tahun", 0, 60, awal=0, bkn="mk_tahun")
    mk_bulan = bilangan("Masa kerja golongan, bulan", 0, 11, awal=0, bkn="mk_bulan")
    gaji_lama = bilangan("Gaji pokok lama (rupiah)", 0, 100_000_000, wajib=False, bkn="gaji_lama")
    gaji_baru = bilangan("Gaji pokok baru (rupiah)", 1, 100_000_000, bkn="gaji_baru")
    dasar_gaji = teks("Peraturan gaji", wajib=False, bantuan="Misalnya PP 5 Tahun 2024.", bkn="dasar_gaji")
    pejabat_penetap = teks("Pejabat yang menetapkan", wajib=False, bkn="pejabat_penetap")
    instansi = teks("Instansi", 200, bkn="instansi", tabel="instansi", rinci=LAINNYA)
    unit_kerja = teks("Unit kerja", 200, bkn="unor", rinci=LAINNYA)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if tmt := data.get("tmt_kgb"):
            if tmt.day != 1:
                self.add_error("tmt_kgb", "TMT KGB harus tanggal 1. Ubah tanggalnya.")
            data["tmt_berikut"] = date(tmt.year + SELANG_TAHUN, tmt.month, 1)
        return data


def gaji(s: Sanding) -> Iterator[str]:
    """The pay against the table in force on the TMT."""
    seharusnya = _menurut_tabel(s)
    if seharusnya and seharusnya != s.data["gaji_baru"]:
        yield f"Gaji pokok menurut tabel {rupiah(seharusnya)}, di isian {rupiah(s.data['gaji_baru'])}."


def selang(s: Sanding) -> Iterator[str]:
    """Two years from step to step; a promotion between them begins a new count."""
    dulu, nanti = s.sebelum, s.sesudah
    jatuh, berikut = dulu and dulu.hari("tmt_berikut"), s.hari("tmt_berikut")
    if dulu and jatuh and s.tmt < jatuh:
        yield f"Belum {SELANG_TAHUN} tahun sejak KGB sebelumnya."
    elif dulu and jatuh and s.tmt > jatuh and not any(dulu.tmt < g.tmt <= s.tmt for g in s.baris["golongan"]):
        yield f"Ada jeda {lama(jatuh, s.tmt)}: KGB sesudah {tanggal_panjang(dulu.tmt)} jatuh {tanggal_panjang(jatuh)}."
    if nanti and berikut and berikut > nanti.tmt:
        yield f"Kurang dari {SELANG_TAHUN} tahun sebelum KGB berikutnya ({tanggal_panjang(nanti.tmt)})."


def golongan_saat_itu(s: Sanding) -> Iterator[str]:
    berlaku = [satu for satu in s.baris["golongan"] if satu.tmt <= s.tmt]
    if berlaku and berlaku[-1].data["golongan"] != s.data["golongan"]:
        yield f"Menurut riwayat golongan, pada TMT ini golongannya {berlaku[-1].data['golongan']}."


def _menurut_tabel(s: Sanding) -> int | None:
    """None before the oldest table we hold, or beyond its last step."""
    try:
        return gaji_pokok(s.data["golongan"], s.data["mk_tahun"], on=s.tmt)
    except ValueError:
        return None


KGB = JenisRiwayat(
    kode="kgb",
    nama="Kenaikan gaji berkala",
    kelompok=Kelompok.PANGKAT,
    skema=IsianKgb,
    bidang_tmt="tmt_kgb",
    bukti_wajib=(("SK_KGB",),),
    ringkas=lambda data: f"{rupiah(data['gaji_baru'])}, masa kerja {data['mk_tahun']} tahun {data['mk_bulan']} bulan",
    dari_bacaan={**KEPUTUSAN, "tmt_kgb": "tmt", "golongan": "golongan", "gaji_baru": "gaji"},
    tunggal=True,
    untuk_bkn=lambda data: {"tmt_kgb_berikutnya": tanggal_bkn(data["tmt_berikut"])},
    kaidah=(
        Kaidah(gaji),
        setanggal("Sudah ada KGB dengan TMT ini ({lain})."),
        Kaidah(selang, ("golongan",)),
        Kaidah(golongan_saat_itu, ("golongan",)),
        masa_dinas("TMT"),
    ),
)
