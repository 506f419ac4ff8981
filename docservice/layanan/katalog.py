"""Which check belongs to which service: adding a service is adding its module here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from statistics import median
from typing import Any

from django.utils import timezone

from docservice.layanan import kenaikan_pangkat
from docservice.layanan.kelayakan import Pemeriksaan
from docservice.layanan.models import Layanan, Permohonan, SyaratLayanan
from docservice.layanan.status import StatusPermohonan
from docservice.pegawai.models import Pegawai
from docservice.umum.errors import BelumLengkap
from docservice.umum.waktu import hari_kerja

Pemeriksa = Callable[..., Pemeriksaan]
PEMERIKSA: dict[str, Pemeriksa] = {"l": kenaikan_pangkat.periksa}
VARIAN: dict[str, str] = {"l": kenaikan_pangkat.VARIAN}
UNTUK: dict[str, str] = {"l": kenaikan_pangkat.UNTUK}
BERSYARAT: dict[str, dict[str, str]] = {
    "l": {"lintas_golongan": "hanya bila naik ke golongan berikutnya (dari ruang d)"}
}
"""Conditions a requirement of the service may carry, as people read them."""


def periksa(layanan: Layanan, pegawai: Pegawai, *, beku: Mapping[str, Any] | None = None) -> Pemeriksaan:
    """The complete check of *layanan* for *pegawai*, today; *beku* are the rules a running request was born under."""
    if layanan.kode not in PEMERIKSA:
        raise BelumLengkap(f"Layanan {layanan.nama} belum dibuka.", kode="layanan_tutup")
    return PEMERIKSA[layanan.kode](layanan, pegawai, beku=beku)


def dapat_diajukan(layanan: Layanan) -> bool:
    return layanan.dibuka and layanan.kode in PEMERIKSA


@dataclass(frozen=True)
class Baris:
    """One row of the catalogue: the service, how long it takes, for whom, and the papers to have ready."""

    layanan: Layanan
    dibuka: bool
    lama: int
    untuk: str = ""
    siapkan: tuple[str, ...] = ()


def baris_katalog(layanan: list[Layanan]) -> list[Baris]:
    """What can be asked for first."""
    lama = lama_nyata()
    baris = [_baris(satu, lama.get(satu.kode, satu.hari_kerja)) for satu in layanan]
    return sorted(baris, key=lambda satu: not satu.dibuka)


def _baris(layanan: Layanan, lama: int) -> Baris:
    if not dapat_diajukan(layanan):
        return Baris(layanan, dibuka=False, lama=lama)
    syarat = layanan.syarat_berlaku.filter(varian=VARIAN[layanan.kode], wajib=True)
    siapkan = tuple(_sebutan(layanan, satu) for satu in syarat)
    return Baris(layanan, dibuka=True, lama=lama, untuk=UNTUK.get(layanan.kode, ""), siapkan=siapkan)


def _sebutan(layanan: Layanan, syarat: SyaratLayanan) -> str:
    """*Evaluasi kinerja, 2 tahun terakhir*."""
    tahun = f", {syarat.tahun_terakhir} tahun terakhir" if syarat.tahun_terakhir else ""
    bila = BERSYARAT.get(layanan.kode, {}).get(syarat.bila, "")
    return f"{syarat.jenis.nama}{tahun}" + (f" ({bila})" if bila else "")


CUKUP, TERBARU, SETAHUN = 5, 500, timedelta(days=366)
"""Fewer finished requests than this tell nothing; more than that need not be counted."""


def lama_nyata() -> dict[str, int]:
    """Per service the median of working days that last year's finished requests took, where enough were finished."""
    selesai = Permohonan.objects.filter(status=StatusPermohonan.SELESAI, sejak__gt=timezone.now() - SETAHUN).order_by(
        "-sejak"
    )
    lama: dict[str, list[int]] = {}
    for kode, dari, sampai in selesai.values_list("layanan_id", "dibuat_pada", "sejak")[:TERBARU]:
        hari = hari_kerja(timezone.localtime(dari).date(), timezone.localtime(sampai).date())
        lama.setdefault(kode, []).append(max(1, hari))
    return {kode: round(median(hari)) for kode, hari in lama.items() if len(hari) >= CUKUP}
