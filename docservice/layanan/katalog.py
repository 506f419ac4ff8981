"""Which check belongs to which service: adding a service is adding its module here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from docservice.layanan import kenaikan_pangkat
from docservice.layanan.kelayakan import Pemeriksaan
from docservice.layanan.models import Layanan
from docservice.pegawai.models import Pegawai
from docservice.umum.errors import BelumLengkap

Pemeriksa = Callable[..., Pemeriksaan]
PEMERIKSA: dict[str, Pemeriksa] = {"l": kenaikan_pangkat.periksa}
VARIAN: dict[str, str] = {"l": kenaikan_pangkat.VARIAN}
BERSYARAT: dict[str, dict[str, str]] = {
    "l": {"lintas_golongan": "hanya bila naik ke golongan berikutnya (dari ruang d)"}
}
"""Conditions a requirement of the service may carry, as people read them."""


def periksa(layanan: Layanan, pegawai: Pegawai, *, beku: Mapping[str, Any] | None = None) -> Pemeriksaan:
    """The complete check of *layanan* for *pegawai*, today; *beku* are the rules a running request was born under."""
    if layanan.kode not in PEMERIKSA:
        raise BelumLengkap(f"Layanan {layanan.nama} belum dibuka.", kode="layanan_tutup")
    return PEMERIKSA[layanan.kode](layanan, pegawai, beku=beku)
