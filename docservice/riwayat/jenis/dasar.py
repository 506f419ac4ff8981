"""What a kind of riwayat must say about itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django import forms
from django.core.serializers.json import DjangoJSONEncoder

from docservice.riwayat.jenis.sanding import Kaidah
from docservice.umum.kalimat import dalam_kalimat


class Kelompok(StrEnum):
    """Under which the kinds stand on the page, in this order."""

    PANGKAT = "Pangkat dan gaji"
    JABATAN = "Jabatan dan penugasan"
    KOMPETENSI = "Pendidikan dan kompetensi"
    KINERJA = "Kinerja dan penghargaan"
    KELUARGA = "Keluarga"
    LAIN = "Kedudukan dan lainnya"


def tidak_terpisah(data: Mapping[str, Any]) -> bool:
    """Every row stands among the others."""
    return False


def setara(data: Mapping[str, Any]) -> int:
    """No row weighs more than another: the newest is in force."""
    return 0


def tanpa_turunan(data: Mapping[str, Any]) -> dict[str, str]:
    """Most rows say nothing about the person themselves."""
    return {}


def tanpa_tambahan(data: Mapping[str, Any]) -> dict[str, Any]:
    """BKN asks for nothing that no field holds."""
    return {}


def tanpa_terapan(pegawai: Any, data: Mapping[str, Any]) -> None:
    """Most rows speak for themselves."""


@dataclass(frozen=True)
class BuktiBila:
    """A slot of some rows only; ``kata`` tells people which."""

    bila: Callable[[Mapping[str, Any]], bool]
    kode: tuple[str, ...]
    kata: str


@dataclass(frozen=True)
class JenisRiwayat:
    """``skema`` is the form whose cleaned data is the row.

    ``bukti_wajib`` are the slots that a row must have filled, each by one of the kinds of document it names;
    ``bukti_bila`` those of some rows only, ``bukti_lain`` what may stand beside them (riwayat-layanan C.7);
    ``ditawarkan_oleh``: papers that offer it by themselves, where those are not the ones of its slots.

    ``dari_bacaan`` maps a form field to the name of a value read on the page; ``kaidah``: what looks
    odd beside the person and their other rows, in sentences that do not block; ``ringkas`` one line for lists.
    ``bidang_akhir`` is the field with the last day on which the row holds, for kinds that run out; a later row that
    has the same in ``bidang_sejenis`` (any later row, where that is empty) takes its place.
    ``kata_tmt`` is what the row's date is called; ``tunggal`` says that one row at a time is in force;
    ``banyak`` that one paper may prove several rows, as a family card does. ``siasn`` is the path of the
    kind in BKN's service, empty where it has none. ``terpisah`` says which validated rows stand apart under
    ``nama_terpisah`` and are never the one in force. ``ditawarkan``: papers that could prove it offer it by themselves.
    ``terapkan`` is what a validated row changes on the person, in the transaction that validates it.
    ``bobot``: of several rows the heaviest is in force, then the newest. ``turunan``: which values of the person, by
    the names of their fields, the row in force gives; they follow it from its day on. ``untuk_bkn``: what BKN's service
    asks for beside the fields, by its names, out of a row's data.
    """

    kode: str
    nama: str
    kelompok: Kelompok
    skema: type[forms.Form]
    bidang_tmt: str
    bukti_wajib: tuple[tuple[str, ...], ...]
    ringkas: Callable[[Mapping[str, Any]], str]
    bukti_bila: tuple[BuktiBila, ...] = ()
    bukti_lain: tuple[str, ...] = ()
    ditawarkan_oleh: tuple[str, ...] = ()
    dari_bacaan: Mapping[str, str] = field(default_factory=dict)
    kaidah: tuple[Kaidah, ...] = ()
    kata_tmt: str = "TMT"
    bidang_akhir: str = ""
    bidang_sejenis: str = ""
    tunggal: bool = False
    banyak: bool = False
    siasn: str = ""
    terpisah: Callable[[Mapping[str, Any]], bool] = tidak_terpisah
    nama_terpisah: str = ""
    ditawarkan: bool = True
    terapkan: Callable[[Any, Mapping[str, Any]], None] = tanpa_terapan
    bobot: Callable[[Mapping[str, Any]], int] = setara
    turunan: Callable[[Mapping[str, Any]], dict[str, str]] = tanpa_turunan
    untuk_bkn: Callable[[Mapping[str, Any]], dict[str, Any]] = tanpa_tambahan

    @property
    def bukti_utama(self) -> tuple[str, ...]:
        """The kinds of document that fill a slot."""
        return tuple(dict.fromkeys(kode for slot in self.bukti_wajib for kode in slot))

    @property
    def mulai_dari(self) -> tuple[str, ...]:
        """The kinds of document that a proposal may begin with; the others are added to it."""
        return tuple(dict.fromkeys([*self.bukti_utama, *self.ditawarkan_oleh]))

    def ditawarkan_pada(self, kode: str) -> bool:
        """Whether the page of such a document offers to fill in this row."""
        return self.ditawarkan and kode in (self.ditawarkan_oleh or self.bukti_utama)

    @property
    def bukti(self) -> tuple[str, ...]:
        """Every kind of document that can prove it, what must be there first."""
        bersyarat = (kode for satu in self.bukti_bila for kode in satu.kode)
        return tuple(dict.fromkeys([*self.bukti_utama, *bersyarat, *self.bukti_lain]))

    def slot(self, data: Mapping[str, Any]) -> list[tuple[str, ...]]:
        """What a row with these values must be proved by; rows of old systems may lack what a condition asks for."""
        bersyarat = self.bukti_bila if self.wajib <= data.keys() else ()
        return [*self.bukti_wajib, *(satu.kode for satu in bersyarat if satu.bila(data))]

    @property
    def wajib(self) -> frozenset[str]:
        """Fields that no complete row lacks."""
        return frozenset(nama for nama, isian in self.skema.base_fields.items() if isian.required)

    @property
    def sebutan(self) -> str:
        """The name inside a sentence; abbreviations keep their capitals."""
        return dalam_kalimat(self.nama)


KEPUTUSAN = {"sk_nomor": "nomor", "sk_tanggal": "tanggal"}
"""What the reader finds on any decree."""


def baku(data: Mapping[str, Any]) -> dict[str, Any]:
    """Cleaned data as it will come back from the database: dates as ISO text."""
    hasil: dict[str, Any] = json.loads(json.dumps(data, cls=DjangoJSONEncoder))
    return hasil
