"""Pay and its next periodic rise, shared by the letter for PNS and the decree for PPPK."""

from __future__ import annotations

from templates_sk.aturan import Fakta
from templates_sk.bahasa import tanggal
from templates_sk.errors import FieldError
from templates_sk.golongan import kgb_berikutnya
from templates_sk.susunan.bagian import MasaKerja, isian
from templates_sk.susunan.dokumen import SkJabatan

_LABEL = "Kenaikan berikutnya"


class SkGaji(SkJabatan):
    """The last decree on pay: whose, when, from when, at which service."""

    mkg: MasaKerja = isian("Masa kerja golongan pada tanggal itu")


def kgb_berikutnya_sesuai(f: Fakta) -> FieldError | None:
    """The next rise is the next step of the table; at its end there is none. Tables we lack are not judged."""
    try:
        berikut = kgb_berikutnya(f.golongan, f.mkg_baru.tahun, f.mkg_baru.bulan, per=f.tmt_kgb)
    except ValueError:
        return None
    if f.kgb_berikutnya == (berikut.tmt if berikut else None):
        return None
    benar = (
        f"{_LABEL} seharusnya {tanggal(berikut.tmt)}." if berikut else f"{_LABEL} dikosongkan: sudah di ujung tabel."
    )
    return FieldError("kgb_berikutnya", _LABEL, benar)
