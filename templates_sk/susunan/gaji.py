"""Pay and its next periodic rise, shared by the letter for PNS and the decree for PPPK."""

from __future__ import annotations

from datetime import date

from templates_sk.aturan import Fakta, Rule, gaji_sesuai_tabel, hari_pertama
from templates_sk.bahasa import tanggal
from templates_sk.errors import FieldError
from templates_sk.golongan import kgb_berikutnya
from templates_sk.susunan.bagian import Bagian, MasaKerja, Uang, isian
from templates_sk.susunan.dokumen import SkJabatan

_LABEL = "Kenaikan berikutnya"


class SkGaji(SkJabatan):
    """The last decree on pay: whose, when, from when, at which service."""

    mkg: MasaKerja = isian("Masa kerja golongan pada tanggal itu")


class Kenaikan(Bagian):
    """A periodic rise: old pay with its basis, new pay, and when the next rise is due."""

    gaji_lama: Uang = isian("Gaji pokok lama", "Menurut surat keputusan terakhir.")
    sk_dasar: SkGaji = isian("Dasar gaji lama")
    gaji_baru: Uang = isian("Gaji pokok baru", "Menurut tabel gaji yang berlaku pada TMT.")
    mkg_baru: MasaKerja = isian("Masa kerja golongan baru")
    tmt_kgb: date = isian("TMT kenaikan gaji berkala", "Tanggal 1.")
    kgb_berikutnya: date | None = isian("Kenaikan berikutnya", "Kosong bila sudah di ujung tabel.", default=None)

    @property
    def berikutnya(self) -> str:
        """As it is printed: a dash at the end of the table."""
        return tanggal(self.kgb_berikutnya) if self.kgb_berikutnya else "-"


def kgb_berikutnya_sesuai(f: Fakta) -> FieldError | None:
    """The next rise is the next step of the table; at its end there is none."""
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


ATURAN = (
    Rule(("tmt_kgb",), hari_pertama("tmt_kgb", "TMT kenaikan gaji berkala")),
    Rule(
        ("golongan", "mkg_baru", "gaji_baru", "tmt_kgb"),
        gaji_sesuai_tabel("golongan", "tmt_kgb", gaji="gaji_baru", masa_kerja="mkg_baru", wajib=True),
    ),
    Rule(("golongan", "mkg_baru", "tmt_kgb", "kgb_berikutnya"), kgb_berikutnya_sesuai),
)
