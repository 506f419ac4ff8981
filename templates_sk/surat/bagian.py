"""Pieces of data that letters share."""

from __future__ import annotations

from datetime import date
from typing import Literal

from templates_sk.aturan import Rule, tidak_sesudah
from templates_sk.susunan.bagian import Asn, GolonganAsn, Pegawai, Pendek, Surat, Teks, isian

Sifat = Literal["Biasa", "Penting", "Segera", "Terbatas", "Rahasia", "Sangat Rahasia"]


class SuratDinas(Surat):
    """Correspondence: to whom, how urgent, with what enclosed."""

    sifat: Sifat = isian("Sifat", default="Biasa")
    lampiran: Pendek = isian("Lampiran", "Misalnya: 1 (satu) berkas.", default="-")
    kepada: Teks = isian("Kepada", "Jabatan yang dituju, tanpa Yth.")
    kepada_tempat: Teks = isian("Tempat tujuan")


class NotaDinas(Surat):
    """A note inside one office."""

    sifat: Sifat = isian("Sifat", default="Biasa")
    lampiran: Pendek = isian("Lampiran", default="-")
    kepada: Teks = isian("Kepada", "Jabatan yang dituju, tanpa Yth.")
    dari: Teks = isian("Dari", "Jabatan pengirim.")


class Cuti(Surat, Pegawai):
    """A leave permit: who, from when to when, why, where to be found."""

    mulai: date = isian("Mulai cuti")
    selesai: date = isian("Selesai cuti")
    alasan: Teks | None = isian("Alasan cuti", default=None)
    alamat_cuti: Teks | None = isian("Alamat selama cuti", default=None)


class CutiAsn(Cuti, Asn):
    """Leave that PPPK have too: tahunan, sakit, melahirkan (PP 49/2018; PerBKN 7/2022)."""

    golongan: GolonganAsn = isian("Golongan", "Misalnya III/b; bagi PPPK I sampai dengan XVII.")


def masa_cuti() -> Rule:
    """A leave does not end before it begins."""
    return Rule(("mulai", "selesai"), tidak_sesudah("mulai", "Mulai cuti", "selesai", "tanggal selesai"))
