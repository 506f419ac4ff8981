"""Data of a list of the family (SE BAKN 08/SE/1983; basis of the family allowance)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from templates_sk.aturan import Fakta, Rule
from templates_sk.errors import FieldError
from templates_sk.susunan.bagian import Kelahiran, Pegawai, PenandaTangan, Surat, Teks, isian


class Pasangan(Kelahiran):
    nama: Teks = isian("Nama")
    pekerjaan: Teks = isian("Pekerjaan")
    tanggal_nikah: date = isian("Tanggal perkawinan")


class Anak(Kelahiran):
    """Counted for the allowance or not."""

    nama: Teks = isian("Nama")
    status: Literal["kandung", "tiri", "angkat"] = isian("Status anak", default="kandung")
    ditanggung: bool = isian("Tertanggung", default=True)

    @property
    def tanggungan(self) -> str:
        return "Ya" if self.ditanggung else "Tidak"


class Data(Surat, Pegawai):
    """At least one member of the family."""

    pasangan: Annotated[list[Pasangan], Field(max_length=4)] = isian("Istri/suami", default_factory=list)
    anak: Annotated[list[Anak], Field(max_length=20)] = isian("Anak", default_factory=list)
    atasan: PenandaTangan = isian("Atasan yang mengetahui")


def _ada_keluarga(f: Fakta) -> FieldError | None:
    if f.pasangan or f.anak:
        return None
    return FieldError("pasangan", "Istri/suami", "Isi istri/suami atau anak; daftar keluarga tidak boleh kosong.")


ATURAN = (Rule(("pasangan", "anak"), _ada_keluarga),)
