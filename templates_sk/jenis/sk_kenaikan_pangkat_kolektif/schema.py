"""Data of a collective promotion decree (PP 99/2000 jo. PP 12/2002, PP 5/2024, PerBKN 4/2025)."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Annotated

from pydantic import Field

from templates_sk.aturan import Fakta, Rule, gaji_sesuai_tabel, hari_pertama
from templates_sk.errors import FieldError
from templates_sk.susunan.bagian import Golongan, MasaKerja, Naskah, Orang, Pertek, Teks, Uang, isian


class Naik(Orang):
    """One person: old rank, new rank, pay."""

    jabatan: Teks = isian("Jabatan")
    unit_kerja: Teks = isian("Unit kerja")
    golongan_lama: Golongan = isian("Golongan lama")
    golongan_baru: Golongan = isian("Golongan baru")
    mkg: MasaKerja = isian("Masa kerja golongan")
    gaji_pokok: Uang = isian("Gaji pokok")


class Data(Naskah):
    """All who are promoted from one day on."""

    petikan: bool = isian("Petikan", default=False)
    pertek: Pertek = isian("Pertimbangan teknis")
    tmt_kp: date = isian("TMT kenaikan pangkat")
    daftar: Annotated[list[Naik], Field(min_length=1, max_length=2000)] = isian("Pegawai")

    @property
    def jumlah(self) -> int:
        return len(self.daftar)


_GAJI = gaji_sesuai_tabel("golongan_baru", "tmt_kp", masa_kerja="mkg")


def _gaji_semua(f: Fakta) -> FieldError | None:
    """The first row whose pay is not the table's."""
    for nomor, satu in enumerate(f.daftar):
        salah = _GAJI(SimpleNamespace(**dict(satu), tmt_kp=f.tmt_kp))
        if salah:
            return FieldError(f"daftar.{nomor}.{salah.field}", salah.label, f"{satu.nama}: {salah.message}")
    return None


ATURAN = (
    Rule(("tmt_kp",), hari_pertama("tmt_kp", "TMT kenaikan pangkat")),
    Rule(("daftar", "tmt_kp"), _gaji_semua),
)
