"""When a person reaches the pension age, and from when the pension counts: derived from the post held, never typed
(riwayat-layanan C.5; UU 20/2023 Pasal 55).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from docservice.pegawai.models import Pegawai, Referensi
from docservice.riwayat.jenis.jabatan import BERHENTI, ESELON, JENJANG, PELAKSANA, STRUKTURAL
from docservice.riwayat.kini import kini
from docservice.riwayat.models import Riwayat
from docservice.umum.waktu import tanggal_panjang

UMUM, TINGGI, UTAMA = 58, 60, 65
PIMPINAN_TINGGI = frozenset({"11", "12", "21", "22"})
"""Eselon I and II: JPT Utama, Madya and Pratama."""
MENURUT_JENJANG = {"MA": TINGGI, "UT": UTAMA}
GURU = "guru "
BELUM = "Riwayat jabatan belum tervalidasi, jadi BUP belum dapat dihitung."


@dataclass(frozen=True)
class Pensiun:
    """``dasar`` says by which post, or why nothing can be said; a PPPK's contract ends instead."""

    bup: int | None
    tmt: date | None
    dasar: str


def pensiun(pegawai: Pegawai) -> Pensiun:
    if pegawai.jenis_asn == Pegawai.JenisAsn.PPPK:
        return Pensiun(None, None, "PPPK: masa kerja berakhir menurut perjanjian kerjanya.")
    bup, dasar = _bup(pegawai, kini(pegawai, "jabatan"))
    return Pensiun(bup, tmt_pensiun(pegawai.tanggal_lahir, bup) if bup else None, dasar)


def tmt_pensiun(lahir: date, bup: int) -> date:
    """The first day of the month after the one in which the age is reached."""
    tahun, bulan = divmod(lahir.year * 12 + lahir.month + bup * 12, 12)
    return date(tahun, bulan + 1, 1)


def _bup(pegawai: Pegawai, baris: Riwayat | None) -> tuple[int | None, str]:
    """By the post in force; without a row of it only a post of no rank is beyond doubt."""
    if baris is None:
        pelaksana = pegawai.jenis_jabatan == Pegawai.JenisJabatan.PELAKSANA
        return (UMUM, "Pelaksana") if pelaksana else _menurut_nama(pegawai)
    data = baris.data
    if data.get("jenis_perubahan") == BERHENTI or data["jenis_jabatan"] == PELAKSANA:
        return UMUM, "Pelaksana"
    if data["jenis_jabatan"] == STRUKTURAL:
        eselon = data.get("eselon", "")
        sebutan = "Pimpinan tinggi" if eselon in PIMPINAN_TINGGI else "Administrator atau pengawas"
        return (TINGGI if eselon in PIMPINAN_TINGGI else UMUM), f"{sebutan}, eselon {ESELON.get(eselon, '')}"
    jenjang, nama = data.get("jenjang", ""), str(data["nama_jabatan"])
    return _fungsional(nama, jenjang), f"Fungsional {JENJANG.get(jenjang, nama)}"


def _menurut_nama(pegawai: Pegawai) -> tuple[int | None, str]:
    """A functional post that BKN lists under this very name needs no row of its own."""
    if pegawai.jenis_jabatan == Pegawai.JenisJabatan.FUNGSIONAL and (usia := _tabel(pegawai.jabatan)):
        return usia, f"Fungsional {pegawai.jabatan}"
    return None, BELUM


def _fungsional(nama: str, jenjang: str) -> int:
    """BKN's own table where it names the post; else by rank, and teachers apart."""
    if usia := _tabel(nama):
        return usia
    return TINGGI if nama.casefold().startswith(GURU) else MENURUT_JENJANG.get(jenjang, UMUM)


def _tabel(nama: str) -> int | None:
    baris = Referensi.objects.berlaku().filter(tabel="jabatanFungsional", nama__iexact=nama.strip())
    usia = [int(satu.rincian.get("usiaBup") or 0) for satu in baris]
    return next((satu for satu in usia if satu), None)


def fakta_pensiun(pegawai: Pegawai) -> list[tuple[str, str]]:
    """As pages print it."""
    hasil = pensiun(pegawai)
    bup = f"{hasil.bup} tahun ({hasil.dasar})" if hasil.bup else hasil.dasar
    return [("BUP", bup), ("TMT pensiun", tanggal_panjang(hasil.tmt) if hasil.tmt else "tidak ada")]
