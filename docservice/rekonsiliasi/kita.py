"""What is recorded here about many people at once: two queries for any number of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from docservice.pegawai.models import Pegawai
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.kini import paling_berlaku
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
    baris: dict[tuple[int, str], list[Riwayat]] = defaultdict(list)
    for satu in Riwayat.objects.tervalidasi().filter(pegawai__in=semua, jenis__in=JENIS):
        baris[satu.pegawai_id, satu.jenis].append(satu)
    for (pegawai, jenis), milik in baris.items():
        if berlaku := paling_berlaku(milik, SEMUA[jenis]):
            semua[pegawai].berlaku[jenis] = berlaku.data
    return {satu.pegawai.nip: satu for satu in semua.values()}
