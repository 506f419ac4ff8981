"""Data of a promotion decree and its rules (PP 99/2000 jo. PP 12/2002, PP 5/2024, PerBKN 4/2025)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field

from templates_sk.aturan import Fakta, Rule, gaji_sesuai_tabel, hari_pertama
from templates_sk.errors import FieldError
from templates_sk.golongan import GOLONGAN_PNS, next_golongan
from templates_sk.susunan.bagian import Golongan, Naskah, Nip, Pertek, Teks


class Data(Naskah):
    """A promotion by one step; dates arrive as ISO text."""

    pertek: Pertek = Field(title="Pertimbangan teknis")
    jenis_kp: Literal["reguler", "pilihan", "penyesuaian_ijazah", "anumerta", "pengabdian"] = Field(
        "reguler", title="Jenis kenaikan pangkat"
    )
    nomor_urut: int = Field(1, title="Nomor urut", ge=1, le=9999)
    nama: Teks = Field(title="Nama")
    tempat_lahir: Teks = Field(title="Tempat lahir")
    tanggal_lahir: date = Field(title="Tanggal lahir")
    nip: Nip = Field(title="NIP")
    pendidikan: Teks = Field(title="Pendidikan")
    golongan_lama: Golongan = Field(title="Golongan lama")
    tmt_lama: date = Field(title="TMT golongan lama")
    jabatan: Teks = Field(title="Jabatan")
    unit_kerja: Teks = Field(title="Unit kerja")
    golongan_baru: Golongan = Field(title="Golongan baru")
    tmt_kp: date = Field(title="TMT kenaikan pangkat")
    mk_tahun: int = Field(title="Masa kerja golongan (tahun)", ge=0, le=50)
    mk_bulan: int = Field(title="Masa kerja golongan (bulan)", ge=0, le=11)
    gaji_pokok: int = Field(title="Gaji pokok", ge=1)
    ak_kumulatif: Decimal | None = Field(None, title="Angka kredit kumulatif", ge=0, le=9999)


def _setingkat(f: Fakta) -> FieldError | None:
    if f.jenis_kp not in ("reguler", "pilihan") or f.golongan_lama == GOLONGAN_PNS[-1]:
        return None
    benar = next_golongan(f.golongan_lama)
    if f.golongan_baru == benar:
        return None
    return FieldError(
        "golongan_baru",
        "Golongan baru",
        f"Golongan baru dari {f.golongan_lama} seharusnya {benar}, setingkat lebih tinggi.",
    )


def _sesudah_tmt_lama(f: Fakta) -> FieldError | None:
    if f.tmt_kp > f.tmt_lama:
        return None
    return FieldError("tmt_kp", "TMT kenaikan pangkat", "TMT kenaikan pangkat harus sesudah TMT golongan lama.")


def _pertek_lebih_dulu(f: Fakta) -> FieldError | None:
    if f.pertek.tanggal <= (f.tanggal or f.hari_ini):
        return None
    batas = "tanggal penetapan keputusan" if f.tanggal else "hari ini"
    return FieldError(
        "pertek.tanggal",
        "Tanggal pertimbangan teknis",
        f"Tanggal pertimbangan teknis tidak boleh sesudah {batas}.",
    )


ATURAN = (
    Rule(("jenis_kp", "golongan_lama", "golongan_baru"), _setingkat),
    Rule(("tmt_kp",), hari_pertama("tmt_kp", "TMT kenaikan pangkat")),
    Rule(("tmt_lama", "tmt_kp"), _sesudah_tmt_lama),
    Rule(("pertek", "tanggal"), _pertek_lebih_dulu),
    Rule(("golongan_baru", "mk_tahun", "gaji_pokok", "tmt_kp"), gaji_sesuai_tabel("golongan_baru", "tmt_kp")),
)
