"""Riwayat perjanjian kerja PPPK (riwayat-layanan C.3.24; PP 49/2018)."""

from __future__ import annotations

from collections.abc import Iterator

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Rentang, bilangan, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import berjeda, bertumpuk, berurutan, kembar, masa_dinas
from docservice.riwayat.jenis.sanding import Kaidah, Sanding

ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII")


class IsianKontrak(Rentang):
    nomor = teks("Nomor perjanjian kerja")
    mulai = tanggal("Mulai kontrak")
    selesai = tanggal("Akhir kontrak")
    golongan = pilih("Golongan PPPK", {satu: f"Golongan {satu}" for satu in ROMAWI})
    jabatan = teks("Jabatan", 200)
    perpanjangan_ke = bilangan("Perpanjangan ke", 0, 20, wajib=False, bantuan="0 atau kosong untuk kontrak pertama.")


def bukan_pppk(s: Sanding) -> Iterator[str]:
    if s.pegawai.jenis_asn != "PPPK":
        yield f"Pegawai ini tercatat sebagai {s.pegawai.jenis_asn}."


KONTRAK_PPPK = JenisRiwayat(
    kode="kontrak_pppk",
    nama="Perjanjian kerja PPPK",
    kelompok=Kelompok.LAIN,
    skema=IsianKontrak,
    bidang_tmt="mulai",
    bukti=("PK_PPPK", "SK_PPPK"),
    ringkas=lambda data: f"Golongan {data['golongan']}, {data['jabatan']}",
    dari_bacaan={"nomor": "nomor", "mulai": "mulai", "selesai": "selesai", "jabatan": "jabatan"},
    kata_tmt="Mulai",
    tunggal=True,
    bidang_akhir="selesai",
    turunan=lambda data: {"jabatan": data["jabatan"]},
    kaidah=(
        kembar("nomor", kalimat="Perjanjian ini sudah tercatat ({lain})."),
        bertumpuk("Bertumpuk dengan kontrak {lain}, {masa}."),
        berjeda("kontrak"),
        berurutan("perpanjangan_ke", "Perpanjangan"),
        Kaidah(bukan_pppk),
        masa_dinas("Tanggal mulai", "selesai", cuti=False),
    ),
)
