"""A kind's form told to machines: what to fill in, of which type, with which choices."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms

from docservice.riwayat.jenis import JenisRiwayat
from docservice.riwayat.jenis.tanda import tanda
from docservice.umum.fields import TanggalField


@dataclass(frozen=True)
class Bidang:
    """One field; *pilihan* are (value, label). *bkn*: its name at BKN, *tabel*: BKN's table of its values."""

    nama: str
    label: str
    tipe: str
    wajib: bool
    bantuan: str
    bkn: str
    tabel: str
    kelompok: str
    pilihan: list[tuple[str, str]]


def bidang_dari(jenis: JenisRiwayat) -> list[Bidang]:
    """Every field of the kind, in the order of the form."""
    return [_bidang(nama, isian) for nama, isian in jenis.skema.base_fields.items()]


def _bidang(nama: str, isian: forms.Field) -> Bidang:
    pilihan = getattr(isian, "choices", [])
    return Bidang(
        nama=nama,
        label=str(isian.label),
        tipe=_tipe(isian),
        wajib=isian.required,
        bantuan=str(isian.help_text),
        bkn=tanda(isian).bkn,
        tabel=tanda(isian).tabel,
        kelompok=tanda(isian).rinci,
        pilihan=[(str(nilai), str(kata)) for nilai, kata in pilihan if nilai],
    )


def _tipe(isian: forms.Field) -> str:
    if isinstance(isian, TanggalField):
        return "tanggal"
    if isinstance(isian, forms.ChoiceField):
        return "pilihan"
    if isinstance(isian, forms.DecimalField):
        return "desimal"
    return "bilangan" if isinstance(isian, forms.IntegerField) else "teks"
