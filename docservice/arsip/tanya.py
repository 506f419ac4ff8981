"""A question to the archive as its address says it: words, choices, order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.http import QueryDict

from search import ORDERS

LABEL_SARINGAN = {
    "jenis": "Jenis",
    "unit": "Unit kerja",
    "tahun": "Tahun",
    "golongan": "Golongan",
    "status": "Status",
    "kelas": "Kerahasiaan",
}
LABEL_URUT = {"sesuai": "Paling sesuai", "baru": "Terbaru", "lama": "Terlama"}
PALING_PANJANG = 2000
"""Letters of an address that can be kept."""


@dataclass(frozen=True)
class Tanya:
    """``saring`` has keys out of :data:`LABEL_SARINGAN`; ``urut`` is one of ``search.ORDERS``."""

    q: str = ""
    saring: Mapping[str, list[str]] = field(default_factory=dict)
    urut: str = "sesuai"
    persis: bool = False

    @classmethod
    def dari(cls, isi: QueryDict | str) -> Tanya:
        """What a person typed, chose or kept; what is not known is left out."""
        data = QueryDict(isi[:PALING_PANJANG]) if isinstance(isi, str) else isi
        saring = {nama: [n for n in data.getlist(nama) if n and "\0" not in n] for nama in LABEL_SARINGAN}
        urut = data.get("urut", "")
        return cls(
            q=str(data.get("q", "")).strip(),
            saring={nama: nilai for nama, nilai in saring.items() if nilai},
            urut=urut if urut in ORDERS else "sesuai",
            persis=data.get("persis") == "1",
        )

    @property
    def kosong(self) -> bool:
        return not (self.q or self.saring)

    @property
    def banyak_saringan(self) -> int:
        return sum(map(len, self.saring.values()))

    def alamat(self, **lain: object) -> str:
        """``q=…&jenis=…``: only what differs from the usual, *lain* behind it."""
        data = QueryDict(mutable=True)
        if self.q:
            data["q"] = self.q
        for nama, nilai in self.saring.items():
            data.setlist(nama, nilai)
        if self.urut != "sesuai":
            data["urut"] = self.urut
        if self.persis:
            data["persis"] = "1"
        for nama, satu in lain.items():
            data[nama] = str(satu)
        return data.urlencode()

    def tanpa(self, nama: str, nilai: str) -> Tanya:
        """The same question without one of its choices."""
        sisa = {n: [satu for satu in isi if (n, satu) != (nama, nilai)] for n, isi in self.saring.items()}
        return replace(self, saring={n: isi for n, isi in sisa.items() if isi})
