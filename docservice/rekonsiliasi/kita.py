"""What is recorded here about many people at once: two queries for any number of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from docservice.pegawai.models import Pegawai
from docservice.riwayat.models import Riwayat

JENIS = ("golongan", "jabatan", "pendidikan", "kontrak_pppk", "data_utama")


@dataclass(frozen=True)
class Kita:
    """A person, and per kind of riwayat the data of the validated row in force."""

    pegawai: Pegawai
    berlaku: dict[str, dict[str, Any]] = field(default_factory=dict)


def kumpulkan(nip: Collection[str]) -> dict[str, Kita]:
    """By NIP, those of *nip* who are recorded here."""
    semua = {satu.pk: Kita(satu) for satu in Pegawai.objects.filter(nip__in=nip).select_related("unit")}
    baris = Riwayat.objects.tervalidasi().filter(pegawai__in=semua, jenis__in=JENIS).order_by("tmt", "pk")
    for pegawai, jenis, data in baris.values_list("pegawai", "jenis", "data"):
        semua[pegawai].berlaku[jenis] = data  # the latest stays
    return {satu.pegawai.nip: satu for satu in semua.values()}
