"""Values of a row as people read them, whatever kind they are of."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from docservice.riwayat.jenis import JenisRiwayat
from docservice.riwayat.jenis.isian import NomorTersandi
from docservice.riwayat.jenis.tanda import tanda
from docservice.riwayat.sandi import buka, samarkan, tersegel
from docservice.umum.fields import TanggalField, baca_tanggal
from docservice.umum.templatetags.rupa import rupiah
from docservice.umum.waktu import tanggal_panjang

KOSONG = "belum diisi"


def kata(nama: str, isian: forms.Field, nilai: Any, *, penuh: bool = False) -> str:
    """*penuh*: sealed numbers in full, for their owner and whoever compares them with the paper.

    *1 Februari 2023*, *III/a, Penata Muda*, *Rp2.785.700*; a value of the wrong shape stays as it is."""
    if nilai in (None, ""):
        return KOSONG
    if isinstance(isian, NomorTersandi):
        return _angka(isian, str(nilai), penuh)
    if isinstance(isian, TanggalField):
        hari = nilai if isinstance(nilai, date) else baca_tanggal(str(nilai))
        return tanggal_panjang(hari) if hari else str(nilai)
    if isinstance(isian, forms.ChoiceField):
        return str(dict(isian.choices).get(str(nilai), nilai))  # type: ignore[arg-type]
    if isinstance(isian, forms.DecimalField):
        return str(nilai).replace(".", ",")
    if nama.startswith("gaji") and str(nilai).isdecimal():
        return rupiah(nilai)
    return str(nilai)


def _angka(isian: NomorTersandi, nilai: str, penuh: bool) -> str:
    try:
        angka = buka(isian.nama, nilai) if tersegel(nilai) else nilai
    except ValueError:
        return "tidak dapat dibaca"
    return angka if penuh else samarkan(angka)


def isi_baris(jenis: JenisRiwayat, data: dict[str, Any], *, penuh: bool = False) -> list[tuple[str, str, str]]:
    """(field, label, value) of every field, in the order of the form."""
    semua = jenis.skema.base_fields.items()
    return [(nama, str(isian.label), kata(nama, isian, data.get(nama), penuh=penuh)) for nama, isian in semua]


def yang_terisi(jenis: JenisRiwayat, isi: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Without the empty ones among the fields that are folded away."""
    semua = jenis.skema.base_fields
    return [satu for satu in isi if satu[2] != KOSONG or not tanda(semua[satu[0]]).rinci]


def tersamar(jenis: JenisRiwayat, data: dict[str, Any]) -> dict[str, Any]:
    """*data* as machines get it: sealed numbers by their last digits."""
    sandi = {nama: isian for nama, isian in jenis.skema.base_fields.items() if isinstance(isian, NomorTersandi)}
    return {nama: kata(nama, sandi[nama], nilai) if nama in sandi and nilai else nilai for nama, nilai in data.items()}
