"""Values read on the page, offered to a person for the row they propose; never counted by themselves."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from docservice.dokumen.models import Dokumen, Isian
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.models import BuktiRiwayat

YAKIN = 80.0
"""Word confidence from which a value is offered without the doubt sentence."""


@dataclass(frozen=True)
class Saran:
    """One offered value with the place it was read at (fractions of the page)."""

    bidang: str
    nilai: str
    halaman: int
    kotak: tuple[float, float, float, float]
    yakin: bool


def saran_isian(jenis: str, dokumen: Dokumen) -> dict[str, Saran]:
    """Per form field: what the page says, where it says something."""
    versi = dokumen.versi_terbuka
    if versi is None:
        return {}
    terbaca: dict[str, Isian] = {}
    for isian in versi.isian.all():
        terbaca.setdefault(isian.nama, isian)
    hasil = {}
    for bidang, nama in SEMUA[jenis].dari_bacaan.items():
        if isian_bidang := terbaca.get(nama):
            kotak = tuple(isian_bidang.kotak)
            yakin = isian_bidang.keyakinan >= YAKIN
            hasil[bidang] = Saran(bidang, isian_bidang.nilai, isian_bidang.halaman, kotak, yakin)
    return hasil


def golongan_dokumen(dokumen: Collection[int]) -> dict[int, str]:
    """The golongan each document is about: of the latest row it proves, where it proves one."""
    baris = BuktiRiwayat.objects.filter(dokumen__in=dokumen, riwayat__jenis="golongan")
    pasangan = baris.order_by("riwayat__tmt", "riwayat").values_list("dokumen", "riwayat__data__golongan")
    return {pk: str(golongan) for pk, golongan in pasangan if golongan}
