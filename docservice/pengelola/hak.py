"""Who may do what (riwayat-layanan B.1, B.2), as one table; a test walks it cell by cell over every way in.

The checks themselves stand with their verbs and querysets. This table is what they are held against and what the
page *Siapa boleh apa* shows. A role that a row does not name may do nothing to that object.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from docservice.akun.peran import Peran


class Aksi(StrEnum):
    """The letters of B.2."""

    BACA = "R"
    BUAT = "C"
    UBAH = "U"
    VERIFIKASI = "V"
    SETUJU = "A"
    TANDA_TANGAN = "S"


KATA = {
    Aksi.BACA: "membaca",
    Aksi.BUAT: "membuat atau mengusulkan",
    Aksi.UBAH: "mengubah",
    Aksi.VERIFIKASI: "memverifikasi",
    Aksi.SETUJU: "memvalidasi atau mengesahkan",
    Aksi.TANDA_TANGAN: "menandatangani",
}


@dataclass(frozen=True)
class Baris:
    """One object with the letters each role has: *pegawai* their own, *fasilitator* and *kepala_pd* their unit's."""

    nama: str
    hak: Mapping[Peran, str]

    def boleh(self, peran: str) -> frozenset[Aksi]:
        return frozenset(Aksi(huruf) for huruf in self.hak.get(Peran(peran), ""))


P = Peran


def _semua(huruf: str, lain: Mapping[Peran, str]) -> dict[Peran, str]:
    """*huruf* for every role but those that *lain* names."""
    return {satu: lain.get(satu, huruf) for satu in P}


HAK: dict[str, Baris] = {
    "riwayat": Baris(
        "Data utama dan riwayat",
        {P.PEGAWAI: "RC", P.FASILITATOR: "RV", P.ADMINISTRATOR: "RA", P.KEPALA_BKPSDM: "R", P.STAF_ARSIP: "R"},
    ),
    "dokumen": Baris(
        "Dokumen pegawai",
        {P.PEGAWAI: "RC", P.FASILITATOR: "RCV", P.ADMINISTRATOR: "RC", P.KEPALA_BKPSDM: "R", P.STAF_ARSIP: "R"},
    ),
    "dokumen_rahasia": Baris(
        "Dokumen rahasia (hukuman disiplin, BAP, kesehatan, harta, perceraian)",
        {P.ADMINISTRATOR: "RC", P.KEPALA_BKPSDM: "R"},
    ),
    "sk_rahasia": Baris(
        "SK rahasia yang diterbitkan di sini",
        {P.PEGAWAI: "R", P.ADMINISTRATOR: "R", P.KEPALA_BKPSDM: "R"},
    ),
    "riwayat_rahasia": Baris(
        "Data rahasia yang sudah disahkan", {P.PEGAWAI: "R", P.ADMINISTRATOR: "RCA", P.KEPALA_BKPSDM: "R"}
    ),
    "naskah": Baris(
        "Naskah sebelum terbit",
        {P.FASILITATOR: "R", P.KEPALA_PD: "R", P.ADMINISTRATOR: "RCU", P.KEPALA_BKPSDM: "R", P.PEJABAT: "RS"},
    ),
    "pencabutan": Baris("Pencabutan keputusan yang sudah terbit", {P.ADMINISTRATOR: "RCA", P.KEPALA_BKPSDM: "R"}),
    "peran": Baris("Peran dan lingkup", {P.ADMINISTRATOR: "RCU", P.KEPALA_BKPSDM: "R"}),
    "administrator": Baris("Peran administrator", {P.ADMINISTRATOR: "R", P.KEPALA_BKPSDM: "RCU"}),
    "fasilitator": Baris(
        "Usul fasilitator unit",
        {P.PEGAWAI: "R", P.FASILITATOR: "RC", P.KEPALA_PD: "RC", P.ADMINISTRATOR: "RA", P.KEPALA_BKPSDM: "R"},
    ),
    "unit": Baris(
        "Susunan unit kerja",
        _semua("R", {P.ADMINISTRATOR: "RCU"}),
    ),
    "perpindahan": Baris(
        "Perpindahan pegawai",
        {P.PEGAWAI: "R", P.FASILITATOR: "R", P.ADMINISTRATOR: "RC", P.KEPALA_BKPSDM: "R", P.STAF_ARSIP: "R"},
    ),
    "jurnal": Baris(
        "Jurnal kegiatan, tanpa isinya",
        {P.FASILITATOR: "R", P.ADMINISTRATOR: "R", P.KEPALA_BKPSDM: "R", P.AUDITOR: "R"},
    ),
    "permohonan": Baris(
        "Permohonan layanan di Perangkat Daerah",
        {P.PEGAWAI: "RU", P.FASILITATOR: "RV", P.ADMINISTRATOR: "R", P.KEPALA_BKPSDM: "R", P.STAF_ARSIP: "R"},
    ),
    "permohonan_badan": Baris(
        "Permohonan layanan yang sudah di BKPSDMD",
        {P.PEGAWAI: "R", P.FASILITATOR: "R", P.ADMINISTRATOR: "RV", P.KEPALA_BKPSDM: "R", P.STAF_ARSIP: "R"},
    ),
    "layanan": Baris("Katalog layanan", _semua("R", {P.ADMINISTRATOR: "RCU"})),
    "aturan": Baris("Syarat layanan, jenis dokumen, dan hari libur", {P.ADMINISTRATOR: "RCU", P.KEPALA_BKPSDM: "R"}),
    "acuan": Baris("Tabel acuan BKN", {P.FASILITATOR: "R", P.ADMINISTRATOR: "R", P.KEPALA_BKPSDM: "R"}),
    "wewenang": Baris(
        "Kewenangan tanda tangan, jalur paraf, pola nomor",
        {P.ADMINISTRATOR: "RCU", P.KEPALA_BKPSDM: "R", P.PEJABAT: "R"},
    ),
    "daftar": Baris(
        "Permintaan data dan daftar keluar (Pasal 16)",
        _semua("C", {P.PEGAWAI: "RC", P.ADMINISTRATOR: "RCA", P.KEPALA_BKPSDM: "RCA"}),
    ),
    "pegawai_baru": Baris("Pegawai baru dengan akunnya", {P.ADMINISTRATOR: "C"}),
    "surel_pertama": Baris("Email dinas pertama bagi yang belum punya", {P.ADMINISTRATOR: "C"}),
    "akun": Baris("Menonaktifkan dan mengaktifkan akun", {P.ADMINISTRATOR: "U"}),
    "daerah": Baris("Data daerah", _semua("R", {P.ADMINISTRATOR: "RU"})),
    "rekonsiliasi": Baris("Rekonsiliasi yang berjalan", {P.ADMINISTRATOR: "RCU", P.KEPALA_BKPSDM: "R"}),
    "hasil_rekonsiliasi": Baris(
        "Hasil rekonsiliasi",
        {P.FASILITATOR: "R", P.KEPALA_PD: "R", P.ADMINISTRATOR: "R", P.KEPALA_BKPSDM: "R"},
    ),
    "kelengkapan": Baris(
        "Kelengkapan arsip per unit",
        {P.FASILITATOR: "R", P.ADMINISTRATOR: "R", P.KEPALA_BKPSDM: "R", P.STAF_ARSIP: "R"},
    ),
    "evaluasi": Baris(
        "Pemantauan dan evaluasi Perangkat Daerah",
        {
            **{P.FASILITATOR: "RC", P.ADMINISTRATOR: "RC", P.KEPALA_PD: "R"},
            **{P.KEPALA_BKPSDM: "R", P.STAF_ARSIP: "R", P.PPK: "R"},
        },
    ),
    "karantina": Baris("Berkas dalam karantina", {P.ADMINISTRATOR: "RCA", P.KEPALA_BKPSDM: "RCA"}),
    "gangguan": Baris("Pekerjaan yang macet", {P.ADMINISTRATOR: "RU", P.DISKOMINFO: "R"}),
}
