"""Data of a staffing sheet (PermenPANRB 1/2020)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from templates_sk.susunan.bagian import Bagian, Surat, Teks, isian

Orang = Annotated[int, Field(ge=0, le=99999)]


class Formasi(Bagian):
    """One post: how many are needed, how many are there."""

    jabatan: Teks = isian("Nama jabatan")
    jenis: Literal["JPT", "Administrator", "Pengawas", "Fungsional", "Pelaksana"] = isian("Jenis jabatan")
    kelas: int = isian("Kelas jabatan", ge=1, le=17)
    kebutuhan: Orang = isian("Kebutuhan")
    pns: Orang = isian("PNS yang ada")
    pppk: Orang = isian("PPPK yang ada")
    bup: Annotated[list[Orang], Field(min_length=6, max_length=6)] = isian(
        "Mencapai BUP tahun n sampai dengan n+5", "Enam angka, mulai tahun data.", default=[0, 0, 0, 0, 0, 0]
    )
    usulan: Orang = isian("Usulan", default=0)

    bup_n = property(lambda self: self.bup[0])
    bup_n1 = property(lambda self: self.bup[1])
    bup_n2 = property(lambda self: self.bup[2])
    bup_n3 = property(lambda self: self.bup[3])
    bup_n4 = property(lambda self: self.bup[4])
    bup_n5 = property(lambda self: self.bup[5])

    @property
    def selisih(self) -> str:
        """Signed, with a plain hyphen for a shortage."""
        return f"{self.pns + self.pppk - self.kebutuhan:+d}"


class Data(Surat):
    """A unit and its posts."""

    unit_kerja: Teks = isian("Unit kerja")
    tanggal_data: date = isian("Keadaan tanggal")
    peta_jabatan: Teks = isian("Dasar peta jabatan")
    formasi: Annotated[list[Formasi], Field(min_length=1, max_length=1000)] = isian("Formasi")
