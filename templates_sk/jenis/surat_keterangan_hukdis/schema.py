"""Data of a certificate about discipline, by level (PP 94/2021)."""

from __future__ import annotations

from typing import Literal

from templates_sk.surat.pejabat import Pejabat
from templates_sk.susunan.bagian import Pegawai, Surat, Teks, isian
from templates_sk.susunan.dokumen import SuratPejabat


class Hukuman(SuratPejabat):
    """The decree that punished."""

    bunyi: Teks = isian("Jenis hukuman")


class Data(Surat, Pegawai):
    """Clean for so many years, or punished at the level named."""

    pejabat: Pejabat = isian("Yang menerangkan")
    tingkat: Literal["ringan", "sedang", "berat", "sedang atau berat"] = isian("Tingkat hukuman")
    tahun_terakhir: int = isian("Dalam berapa tahun terakhir", default=1, ge=1, le=40)
    hukuman: Hukuman | None = isian("Hukuman yang pernah dijatuhkan", "Kosong bila tidak ada.", default=None)
    keperluan: Teks = isian("Keperluan")
