"""Riwayat diklat struktural (riwayat-layanan C.3.4; POSO 4d; BABEL 14(2)h; SIASN rw-diklat)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import LAINNYA, Rentang, bilangan, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import bertumpuk, kembar, masa_dinas

LATIHAN = {
    "1": "Sepada",
    "2": "Sepala, Adum, PIM IV, atau PKP",
    "3": "Sepadya, Spama, PIM III, atau PKA",
    "4": "Spamen, Sespa, PIM II, atau PKN II",
    "5": "Sespanas, Spati, PIM I, atau PKN I",
    "6": "Sespim",
    "7": "Sespati",
    "8": "Lainnya",
}


class IsianDiklat(Rentang):
    nomor = teks("Nomor sertifikat", bkn="nomor")
    latihan = pilih("Diklat struktural", LATIHAN, bkn="latihan_struktural", tabel="latihanStruktural")
    penyelenggara = teks("Penyelenggara", 200, bkn="institusi_penyelenggara")
    mulai = tanggal("Mulai", lampau=True, bkn="tanggal")
    selesai = tanggal("Selesai", lampau=True, bkn="tanggal_selesai")
    jumlah_jam = bilangan("Jumlah jam pelajaran", 1, 5000, wajib=False, bkn="jumlah_jam")
    bobot = bilangan("Bobot", 0, 1000, bkn="bobot", rinci=LAINNYA)
    jenis_kompetensi = teks("Jenis kompetensi", bkn="jenis_kompetensi", rinci=LAINNYA)


def _bernama(data: Mapping[str, Any]) -> bool:
    """The other kinds are taken once."""
    return bool(data["latihan"] != "8")


DIKLAT = JenisRiwayat(
    kode="diklat",
    nama="Diklat struktural",
    kelompok=Kelompok.KOMPETENSI,
    skema=IsianDiklat,
    bidang_tmt="selesai",
    bukti_wajib=(("SERT_DIKLAT", "STTPL"),),
    bukti_lain=("REKOMENDASI", "LAPORAN"),
    ringkas=lambda data: f"{LATIHAN[data['latihan']]}, {data['penyelenggara']}",
    dari_bacaan={"nomor": "nomor", "mulai": "mulai", "selesai": "selesai"},
    kata_tmt="Selesai",
    siasn="rw-diklat",
    untuk_bkn=lambda data: {"tahun": int(data["selesai"][:4])},
    kaidah=(
        kembar(
            "latihan",
            kalimat="Diklat struktural ini sudah tercatat ({lain}).",
            bila=_bernama,
        ),
        kembar("nomor", "penyelenggara", kalimat="Sertifikat ini sudah tercatat ({lain})."),
        bertumpuk("Waktunya bertumpuk dengan {lain}, {masa}."),
        masa_dinas("Tanggal selesai"),
    ),
)
