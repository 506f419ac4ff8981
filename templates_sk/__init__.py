"""Naskah dinas: a catalogue of kinds, their data and rules, and their pages as PDF/A-2a and PDF/UA-1."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from templates_sk.bahasa import (
    diktum,
    masa_kerja,
    nama_lengkap,
    nip_tampil,
    rupiah,
    tanggal,
    tanggal_angka,
    terbilang,
)
from templates_sk.engine.images import Picture, PictureError, read_picture
from templates_sk.errors import DataError, FieldError, LayoutError, TemplateError, UnknownKind, Unreadable
from templates_sk.gambar import Rendered, SignatureBox
from templates_sk.golongan import (
    GOLONGAN_PNS,
    GOLONGAN_PPPK,
    Kgb,
    TanpaTabel,
    gaji_pokok,
    gaji_pokok_pns,
    kgb_berikutnya,
    mkg_sesudah_naik,
    next_golongan,
    pangkat,
)
from templates_sk.katalog import Kind, kind, kinds
from templates_sk.klasifikasi import klasifikasi
from templates_sk.nomor import NumberPattern
from templates_sk.perkataan import bekukan, cairkan, dasar_hukum, kata_baru, teks_kata, tembusan_baku
from templates_sk.render import render, validate
from templates_sk.susunan.gaya import Gaya
from templates_sk.tinjau import tak_tercetak

if TYPE_CHECKING:
    from templates_sk.banding import Comparison, compare


def __getattr__(name: str) -> Any:
    """Comparing needs a reader of PDF, which takes longer to load than all the rest."""
    if name in ("Comparison", "compare"):
        return getattr(import_module("templates_sk.banding"), name)
    raise AttributeError(f"module 'templates_sk' has no attribute {name!r}")


__all__ = [
    "GOLONGAN_PNS",
    "GOLONGAN_PPPK",
    "Comparison",
    "DataError",
    "FieldError",
    "Gaya",
    "Kgb",
    "Kind",
    "LayoutError",
    "NumberPattern",
    "Picture",
    "PictureError",
    "Rendered",
    "SignatureBox",
    "TanpaTabel",
    "TemplateError",
    "UnknownKind",
    "Unreadable",
    "bekukan",
    "cairkan",
    "compare",
    "dasar_hukum",
    "diktum",
    "gaji_pokok",
    "gaji_pokok_pns",
    "kata_baru",
    "kgb_berikutnya",
    "kind",
    "kinds",
    "klasifikasi",
    "masa_kerja",
    "mkg_sesudah_naik",
    "nama_lengkap",
    "next_golongan",
    "nip_tampil",
    "pangkat",
    "read_picture",
    "render",
    "rupiah",
    "tak_tercetak",
    "tanggal",
    "tanggal_angka",
    "teks_kata",
    "tembusan_baku",
    "terbilang",
    "validate",
]
