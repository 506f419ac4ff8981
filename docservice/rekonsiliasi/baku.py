"""Reading what BKN writes: the same thing written otherwise is no difference."""

from __future__ import annotations

import re
from collections.abc import Mapping

from docservice.pegawai.acuan import nama_bkn
from docservice.pegawai.acuan import rapat as rapat
from docservice.umum.fields import baca_tanggal

JENJANG = {
    "sd": "05",
    "sekolahdasar": "05",
    "sltp": "10",
    "smp": "10",
    "sltpkejuruan": "12",
    "slta": "15",
    "sma": "15",
    "sltakejuruan": "17",
    "smk": "17",
    "sltakeguruan": "18",
    "d1": "20",
    "di": "20",
    "diplomai": "20",
    "d2": "25",
    "dii": "25",
    "diplomaii": "25",
    "d3": "30",
    "diii": "30",
    "diplomaiii": "30",
    "diplomaiiisarjanamuda": "30",
    "d4": "35",
    "div": "35",
    "diplomaiv": "35",
    "s1": "40",
    "s1sarjana": "40",
    "profesi": "42",
    "s2": "45",
    "spesialis": "47",
    "subspesialis": "49",
    "s3": "50",
    "s3doktor": "50",
}
KELAMIN = {
    "m": "L",
    "l": "L",
    "1": "L",
    "pria": "L",
    "lakilaki": "L",
    "f": "P",
    "p": "P",
    "2": "P",
    "wanita": "P",
    "perempuan": "P",
}
ASN = {"p": "PNS", "pns": "PNS", "c": "CPNS", "cpns": "CPNS", "pppk": "PPPK"}
JENIS_JABATAN = {
    "struktural": "1",
    "jabatanstruktural": "1",
    "fungsional": "2",
    "jabatanfungsional": "2",
    "jabatanfungsionaltertentu": "2",
    "pelaksana": "4",
    "jabatanpelaksana": "4",
    "jabatanfungsionalumum": "4",
}
_WILAYAH = re.compile(r"^(kab(upaten)?|kota(madya)?)(\.\s*|\s+)(adm(inistrasi)?\.?\s+)?", re.IGNORECASE)
_TINGKAT = re.compile(r"^\s*(s-?[123]|d-?(iv|i{1,3}|[1-4])|diploma\s+\w+|profesi|spesialis|sarjana)\b[\s/.:-]*", re.I)
_GOLONGAN = re.compile(r"\b(IV|I{1,3})\s*/\s*([A-Ea-e])\b")
_ROMAWI = re.compile(r"^(?:gol(?:ongan)?\.?\s*)?([IVX]+)$", re.IGNORECASE)


def tempat(teks: str) -> str:
    """*KOTA PANGKAL CONTOH* and *Pangkal Contoh* are one place."""
    return rapat(_WILAYAH.sub("", teks.strip()))


def jurusan(teks: str) -> str:
    """*S-1 PENDIDIKAN BIOLOGI* and *Pendidikan Biologi*: the level stands in a field of its own."""
    return rapat(_TINGKAT.sub("", teks)) or rapat(teks)


def tanggal(teks: str) -> str:
    """ISO; text that is no date raises :class:`ValueError`."""
    if not teks:
        return ""
    hari = baca_tanggal(teks.split(" ")[0] if re.match(r"^\d{4}-\d\d-\d\d ", teks) else teks)
    if hari is None:
        raise ValueError("bukan tanggal")
    return hari.isoformat()


def golongan(teks: str) -> str:
    """BKN's id, *III/A*, *Penata (III/c)* or the Roman number of a PPPK."""
    if nama := nama_bkn("golonganPns").get(teks.strip()):
        return nama
    if cocok := _GOLONGAN.search(teks):
        return f"{cocok[1]}/{cocok[2].lower()}"
    cocok_romawi = _ROMAWI.match(teks.strip())
    return cocok_romawi[1].upper() if cocok_romawi else teks.strip()


def kedudukan(teks: str) -> str:
    return _kode("kedudukanHukum", teks)


def agama(teks: str) -> str:
    return _kode("agama", teks)


def kawin(teks: str) -> str:
    return _kode("kawin", teks)


def menurut(tabel: Mapping[str, str], teks: str) -> str:
    """The code that *tabel* gives for these words; what it does not know stays as it is."""
    return tabel.get(rapat(teks), teks.strip())


def _kode(tabel: str, teks: str) -> str:
    semua = nama_bkn(tabel)
    bersih = teks.strip()
    if bersih in semua:
        return bersih
    if bersih.zfill(2) in semua:  # a spreadsheet that took 01 for a number
        return bersih.zfill(2)
    return next((kode for kode, nama in semua.items() if rapat(nama) == rapat(teks)), bersih)
