"""Riwayat CLTN and similar states (riwayat-layanan C.3.15; SIASN rw-cltn)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import timezone

from docservice.riwayat.jenis.dasar import KEPUTUSAN, BuktiBila, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Keputusan, Rentang, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import CUTI, akhir_cuti, berjeda, bertumpuk, lebih_muda, masa_dinas
from docservice.riwayat.jenis.sanding import Kaidah, Sanding, bersinggungan, bulan_antara, hari
from docservice.umum.waktu import tanggal_panjang

JENIS = {
    "1": "Cuti di luar tanggungan negara (CLTN)",
    "5": "Perpanjangan CLTN",
    "3": "Aktif kembali dari CLTN",
    "6": "Tugas belajar",
    "7": "Perpanjangan tugas belajar",
    "8": "Aktif kembali dari tugas belajar",
    "9": "Pejabat negara",
    "11": "Aktif kembali dari pejabat negara",
    "10": "Kepala desa",
    "12": "Aktif kembali dari kepala desa",
    "2": "Prajurit wajib",
    "4": "Aktif kembali dari prajurit wajib",
}
MENDAHULUI = {"5": ("1",), "3": ("1", "5"), "7": ("6",), "8": ("6", "7"), "11": ("9",), "12": ("10",), "4": ("2",)}
TERLAMA = {"1": 3, "5": 1}
"""Years."""
KEMBALI = ("3", "8", "11", "12", "4")
KEDUDUKAN = {"1": "02", "5": "13", "6": "03", "7": "03", "9": "07", "10": "08", "2": "06"}
KEDUDUKAN |= dict.fromkeys(KEMBALI, "01")
"""BKN's kedudukan hukum of whoever is in that state."""
BEKERJA = ("golongan", "kgb", "jabatan", "penugasan")


class IsianCltn(Rentang, Keputusan):
    jenis = pilih("Kedudukan", JENIS, bkn="cltn", tabel="cltn")
    mulai = tanggal("Mulai", bkn="tanggal_awal")
    selesai = tanggal("Selesai", wajib=False, bkn="tanggal_akhir")
    tanggal_aktif = tanggal(
        "Tanggal aktif kembali", wajib=False, bantuan="Bila sudah bekerja lagi.", bkn="tanggal_aktif"
    )
    no_pertek_bkn = teks("Nomor persetujuan BKN", wajib=False, bkn="nomor_letter_bkn")
    tgl_pertek_bkn = tanggal("Tanggal persetujuan BKN", wajib=False, lampau=True, bkn="tanggal_letter_bkn")

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        mulai, aktif = data.get("mulai"), data.get("tanggal_aktif")
        if mulai and aktif and aktif < mulai:
            self.add_error("tanggal_aktif", "Tanggal aktif kembali lebih awal dari mulai.")
        return data


def _cuti(data: Mapping[str, Any]) -> bool:
    return data["jenis"] in CUTI


def kembali_dari(s: Sanding) -> Iterator[str]:
    """Coming back, and an extension, follow what they end or extend."""
    awal = MENDAHULUI.get(s.data["jenis"])
    dulu = [satu for satu in s.sejenis if satu.data["jenis"] in (awal or ())]
    if "6" in (awal or ()):
        dulu += s.baris["tubel"]
    if awal and not any(satu.tmt <= s.tmt for satu in dulu):
        yield f"Riwayat {JENIS[awal[0]]} yang mendahuluinya belum ada."


def hak_cuti(s: Sanding) -> Iterator[str]:
    """For a PNS of five years, three years long and one more (PP 11/2017; riwayat-layanan D.q)."""
    if not _cuti(s.data):
        return
    if s.pegawai.jenis_asn == "PPPK":
        yield "Pegawai ini PPPK; CLTN hanya untuk PNS."
    sejak, selesai, tahun = s.pegawai.tmt_cpns, s.hari("selesai"), TERLAMA[s.data["jenis"]]
    if sejak and lebih_muda(sejak, s.tmt, 5):
        yield "Masa kerjanya belum 5 tahun saat CLTN dimulai."
    if selesai and bulan_antara(s.tmt, selesai) >= tahun * 12:
        yield f"Lebih lama dari {tahun} tahun."


def tetap_bekerja(s: Sanding) -> Iterator[str]:
    """What only somebody in active service gets."""
    selesai = akhir_cuti(s)
    for kode in BEKERJA if _cuti(s.data) else ():
        for satu in s.baris[kode]:
            henti = satu.data.get("jenis_perubahan") == "henti"
            if not henti and s.tmt < satu.tmt and bersinggungan(s.tmt, selesai, satu.tmt, satu.tmt):
                yield f"Dalam masa ini ada riwayat lain: {satu.ringkas}, {tanggal_panjang(satu.tmt)}."


def turunan(data: Mapping[str, Any]) -> dict[str, str]:
    """Until its last day, or the day one came back; what comes after that a row of coming back says, or BKN."""
    hari_ini, selesai, aktif = timezone.localdate(), hari(data, "selesai"), hari(data, "tanggal_aktif")
    if aktif and aktif <= hari_ini and data["jenis"] not in KEMBALI:
        return {"kedudukan_hukum": "01"}
    lewat = selesai and selesai < hari_ini
    return {} if lewat else {"kedudukan_hukum": KEDUDUKAN[data["jenis"]]}


CLTN = JenisRiwayat(
    kode="cltn",
    nama="CLTN dan sejenisnya",
    kelompok=Kelompok.LAIN,
    skema=IsianCltn,
    bidang_tmt="mulai",
    bukti_wajib=(("SK_CLTN", "SK_TUBEL", "SK_AKTIF_KEMBALI"),),
    bukti_bila=(BuktiBila(_cuti, ("PERTEK_CLTN",), "untuk CLTN dan perpanjangannya"),),
    bukti_lain=("LAPORAN",),
    ditawarkan_oleh=("SK_CLTN", "SK_AKTIF_KEMBALI"),
    ringkas=lambda data: JENIS[data["jenis"]],
    dari_bacaan={**KEPUTUSAN, "mulai": "mulai", "selesai": "selesai"},
    kata_tmt="Mulai",
    siasn="rw-cltn",
    turunan=turunan,
    kaidah=(
        bertumpuk("Bertumpuk dengan {lain}, {masa}.", bila=_cuti),
        berjeda("CLTN", bila=_cuti),
        Kaidah(kembali_dari, ("tubel",)),
        Kaidah(hak_cuti),
        Kaidah(tetap_bekerja, BEKERJA),
        masa_dinas("Tanggal mulai", cuti=False),
    ),
)
