"""Data of a proposal for Satyalancana (UU 20/2009, PP 35/2010)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from templates_sk.aturan import Fakta, Rule
from templates_sk.errors import FieldError
from templates_sk.surat.bagian import SuratDinas
from templates_sk.susunan.bagian import Kelahiran, MasaKerja, Pegawai, Rujukan, isian

TAHUN = {"X": 10, "XX": 20, "XXX": 30}


class Usul(Pegawai, Kelahiran):
    """One person proposed."""

    tmt_cpns: date = isian("TMT CPNS")
    masa_kerja: MasaKerja = isian("Masa kerja", "Tanpa cuti di luar tanggungan negara.")
    keppres_sebelumnya: Rujukan | None = isian(
        "Keppres tanda kehormatan terakhir", "Kosong bila belum pernah.", default=None
    )
    kelas: Literal["X", "XX", "XXX"] = isian("Kelas")


class Data(SuratDinas):
    """The letter and its list."""

    usul: Annotated[list[Usul], Field(min_length=1, max_length=500)] = isian("Yang diusulkan")

    @property
    def jumlah(self) -> int:
        return len(self.usul)


def _masa_kerja(f: Fakta) -> FieldError | None:
    for nomor, satu in enumerate(f.usul):
        if satu.masa_kerja.tahun < TAHUN[satu.kelas]:
            pesan = f"Masa kerja {satu.nama} belum {TAHUN[satu.kelas]} tahun."
            return FieldError(f"usul.{nomor}.masa_kerja", "Masa kerja", pesan)
    return None


ATURAN = (Rule(("usul",), _masa_kerja),)
