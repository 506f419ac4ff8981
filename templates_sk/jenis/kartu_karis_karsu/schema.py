"""Data of a spouse card's registration slip (Kep. BAKN 1158a/KEP/1983; the card itself is BKN's, and virtual)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from templates_sk.aturan import Rule, tidak_sesudah
from templates_sk.susunan.bagian import Dasar, Kelahiran, Orang, Pendek, isian


class Data(Dasar, Orang, Kelahiran):
    """The civil servant, and the spouse with birth data; texts are short because a card is small."""

    pemerintah: Pendek = isian("Nama pemerintah daerah", "Huruf kapital.", min_length=1)
    instansi: Pendek = isian("Singkatan perangkat daerah", "Misalnya BKPSDM.", min_length=1)
    jenis: Literal["karis", "karsu"] = isian("Jenis kartu")
    nomor_seri: Pendek = isian("Nomor seri", default="")
    pasangan: Pendek = isian("Nama istri/suami", min_length=1)
    tanggal_nikah: date = isian("Tanggal perkawinan")

    @property
    def kartu(self) -> str:
        return {"karis": "Kartu Istri", "karsu": "Kartu Suami"}[self.jenis]

    @property
    def sebutan(self) -> str:
        return {"karis": "Nama istri", "karsu": "Nama suami"}[self.jenis]


ATURAN = (
    Rule(
        ("tanggal_nikah", "tanggal"),
        tidak_sesudah("tanggal_nikah", "Tanggal perkawinan", "tanggal", "tanggal penerbitan"),
    ),
)
