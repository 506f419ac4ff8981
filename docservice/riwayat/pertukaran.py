"""A row as BKN's service knows it: its names, its ids, its way of writing days (riwayat-layanan C.2, C.3).

The names stand at the fields of each kind; whoever exchanges or compares with BKN reads them from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from django import forms

from docservice.pegawai.acuan import nama_bkn, rapat
from docservice.riwayat.jenis import JenisRiwayat
from docservice.riwayat.jenis.isian import YA_TIDAK, NomorTersandi, tanggal_bkn
from docservice.riwayat.jenis.tanda import Tanda, tanda
from docservice.umum.fields import TanggalField


def isi_bkn(jenis: JenisRiwayat, data: Mapping[str, Any]) -> dict[str, Any]:
    """What a row says, by BKN's names; what is empty is left out, and so are sealed numbers.

    A value out of one of BKN's tables is ``{"id", "nama"}``, the id empty where the table does not know the name.
    """
    hasil = {}
    for nama, isian in jenis.skema.base_fields.items():
        ciri, nilai = tanda(isian), data.get(nama)
        if ciri.bkn and nilai not in (None, "") and not isinstance(isian, NomorTersandi):
            hasil[ciri.bkn] = _nilai(isian, ciri, nilai)
    try:
        return hasil | jenis.untuk_bkn(data)
    except (KeyError, TypeError, ValueError):  # a row of an old system lacks what it follows from
        return hasil


def nama_bidang(jenis: JenisRiwayat, bidang: str) -> str:
    """The name under which BKN's data utama repeats a field, or the field's own."""
    ciri = tanda(jenis.skema.base_fields[bidang])
    return ciri.induk or ciri.bkn


def _nilai(isian: forms.Field, ciri: Tanda, nilai: Any) -> Any:
    if isinstance(isian, TanggalField):
        return tanggal_bkn(str(nilai))
    if isinstance(isian, forms.ChoiceField) and {k for k, _ in isian.choices if k} == YA_TIDAK.keys():  # type: ignore[misc, union-attr]
        return str(nilai) == "1"
    if not ciri.tabel:
        return ciri.kode.get(str(nilai), nilai)
    if isinstance(isian, forms.ChoiceField):
        kode = ciri.kode.get(str(nilai), str(nilai))
        return {"id": kode, "nama": nama_bkn(ciri.tabel).get(kode, str(nilai))}
    return {"id": _kode_menurut_nama(ciri.tabel).get(rapat(str(nilai)), ""), "nama": str(nilai)}


@cache
def _kode_menurut_nama(tabel: str) -> dict[str, str]:
    return {rapat(nama): kode for kode, nama in nama_bkn(tabel).items()}
