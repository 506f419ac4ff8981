"""Riwayat jabatan (riwayat-layanan C.3.2; POSO 4b; BABEL 14(2)d; SIASN rw-jabatan)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Keputusan, pilih, tanggal, teks
from docservice.umum.waktu import tanggal_panjang

STRUKTURAL = "1"
JENIS_JABATAN = {STRUKTURAL: "Struktural", "2": "Fungsional", "4": "Pelaksana"}
PERUBAHAN = {"angkat": "Pengangkatan", "pindah": "Pemindahan", "henti": "Pemberhentian"}
ESELON = {
    "11": "I.a",
    "12": "I.b",
    "21": "II.a",
    "22": "II.b",
    "31": "III.a",
    "32": "III.b",
    "41": "IV.a",
    "42": "IV.b",
    "51": "V.a",
    "52": "V.b",
}
JENJANG = {
    "PM": "Pemula",
    "TR": "Terampil",
    "MH": "Mahir",
    "PY": "Penyelia",
    "PT": "Ahli Pertama",
    "MU": "Ahli Muda",
    "MA": "Ahli Madya",
    "UT": "Ahli Utama",
}


class IsianJabatan(Keputusan):
    """A definitive post; Plt., Plh. and the like are rows of *penugasan*."""

    jenis_perubahan = pilih("Jenis perubahan", PERUBAHAN)
    jenis_jabatan = pilih("Jenis jabatan", JENIS_JABATAN)
    nama_jabatan = teks("Nama jabatan", 200)
    eselon = pilih("Eselon", ESELON, wajib=False, bantuan="Hanya untuk jabatan struktural.")
    jenjang = pilih("Jenjang fungsional", JENJANG, wajib=False, bantuan="Hanya untuk jabatan fungsional.")
    unit_kerja = teks("Unit kerja", 200)
    tmt_jabatan = tanggal("TMT jabatan")
    tmt_pelantikan = tanggal("Tanggal pelantikan", wajib=False)
    pejabat_penetap = teks("Pejabat yang menetapkan", wajib=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        jenis = data.get("jenis_jabatan")
        if jenis == STRUKTURAL and not data.get("eselon"):
            self.add_error("eselon", "Eselon belum dipilih. Jabatan struktural selalu bereselon.")
        if jenis == "2" and not data.get("jenjang"):
            self.add_error("jenjang", "Jenjang fungsional belum dipilih.")
        return data


def peringatan(terakhir: Mapping[str, Any] | None, isian: Mapping[str, Any]) -> list[str]:
    if terakhir is None:
        return []
    tmt = date.fromisoformat(terakhir["tmt_jabatan"])
    if isian["tmt_jabatan"] > tmt:
        return []
    return [f"TMT ini tidak sesudah TMT jabatan yang sekarang berlaku ({tanggal_panjang(tmt)})."]


def ringkas(data: Mapping[str, Any]) -> str:
    henti = "Berhenti sebagai " if data["jenis_perubahan"] == "henti" else ""
    return f"{henti}{data['nama_jabatan']}, {data['unit_kerja']}"


JABATAN = JenisRiwayat(
    kode="jabatan",
    nama="Jabatan",
    kelompok=Kelompok.JABATAN,
    skema=IsianJabatan,
    bidang_tmt="tmt_jabatan",
    bukti=("SK_JAB", "SK_BERHENTI_JF", "SPP", "BA_PELANTIKAN", "SPMT", "SPMJ"),
    ringkas=ringkas,
    dari_bacaan={**KEPUTUSAN, "tmt_jabatan": "tmt", "nama_jabatan": "jabatan", "unit_kerja": "unit"},
    peringatan=peringatan,
    tunggal=True,
    siasn="rw-jabatan",
)
