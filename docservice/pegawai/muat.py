"""Loading BKN's reference tables as dated rows, version by version (POSO 3c; Law 10)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from docservice.pegawai.acuan import FOLDER
from docservice.pegawai.models import Referensi, VersiReferensi

AWAL = date(2000, 1, 1)
"""From when the codes of a first load count: they are older than this service."""
NAMA = ("nama", "NAMA", "jenis", "detailLayananNama", "keterangan")
"""Where BKN's tables have the name; not all agree."""


@dataclass(frozen=True)
class KodePakai:
    """A code some row of ours uses: of which table, and where it stands."""

    tabel: str
    kode: str
    tempat: str


kode_terpakai: list[Callable[[], Iterable[KodePakai]]] = []
"""Filled by upper rooms: the codes their forms and rows use, for the report of local ones."""


def muat_referensi(folder: Path = FOLDER, pada: date | None = None) -> int:
    """Bring every table of *folder* in; a file that was loaded before costs nothing. How many rows are in force.

    A name that changed ends the old row and begins a new one; a code that is gone ends. Nothing is overwritten.
    """
    for berkas in sorted(folder.glob("*.json")):
        _muat_tabel(berkas, pada or timezone.localdate())
    return Referensi.objects.berlaku().count()


@transaction.atomic
def _muat_tabel(berkas: Path, pada: date) -> None:
    isi, tabel = berkas.read_bytes(), berkas.stem
    sidik = hashlib.sha256(isi).hexdigest()
    terakhir = VersiReferensi.objects.filter(tabel=tabel).order_by("-pk").first()
    if terakhir is not None and terakhir.sidik == sidik:
        return
    baru = _baris(json.loads(isi))
    lama = {satu.kode: satu for satu in Referensi.objects.berlaku(pada).filter(tabel=tabel)}
    berubah = [k for k, (nama, rincian) in baru.items() if k in lama and _beda(lama[k], nama, rincian)]
    hilang = [kode for kode in lama if kode not in baru]
    tambah = [kode for kode in baru if kode not in lama]
    _akhiri([lama[kode] for kode in (*berubah, *hilang)], pada)
    sejak = pada if terakhir is not None else AWAL
    mulai = dict.fromkeys(berubah, pada) | dict.fromkeys(tambah, sejak)
    Referensi.objects.bulk_create(
        (
            Referensi(tabel=tabel, kode=kode, nama=baru[kode][0], rincian=baru[kode][1], berlaku_dari=hari)
            for kode, hari in mulai.items()
        ),
        batch_size=500,
    )
    VersiReferensi.objects.create(
        tabel=tabel, sidik=sidik, jumlah=len(baru), baru=len(tambah), berubah=len(berubah), berakhir=len(hilang)
    )


def _baris(data: list[dict[str, Any]]) -> dict[str, tuple[str, dict[str, Any]]]:
    """Code → name and the rest. A code that stands twice counts once, as it stands last."""
    hasil = {}
    for satu in data:
        kode = satu.get("id") or satu.get("ID")
        kunci_nama = next((nama for nama in NAMA if satu.get(nama)), "")
        rincian = {k: v for k, v in satu.items() if k not in ("id", "ID", kunci_nama)}
        if kode is not None:
            hasil[str(kode)] = (str(satu.get(kunci_nama, "")).strip()[:250], rincian)
    return hasil


def _beda(lama: Referensi, nama: str, rincian: dict[str, Any]) -> bool:
    return (lama.nama, lama.rincian) != (nama, rincian)


def _akhiri(baris: Iterable[Referensi], pada: date) -> None:
    """Until the day before; what began on that very day is written anew in its place."""
    for satu in baris:
        if satu.berlaku_dari < pada:
            Referensi.objects.filter(pk=satu.pk).update(berlaku_sampai=pada - timedelta(days=1))
        else:
            satu.delete()


def kode_lokal() -> list[KodePakai]:
    """Codes in use that BKN's tables of today do not have: local ones, to be mapped before an exchange."""
    dikenal = set(Referensi.objects.berlaku().values_list("tabel", "kode"))
    semua = {satu for sumber in kode_terpakai for satu in sumber()}
    return sorted(
        (satu for satu in semua if (satu.tabel, satu.kode) not in dikenal), key=lambda s: (s.tabel, s.kode, s.tempat)
    )
