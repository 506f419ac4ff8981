"""The one function that writes the journal, and the one that proves it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from django.db import models, transaction
from django.db.models import Max
from django.utils import timezone

from docservice.audit.models import GENESIS, CapWaktu, Jejak, KepalaJurnal


class Pelaku(Protocol):
    """Whoever acts: a Pengguna, seen from below."""

    pk: Any


def catat(aksi: str, *, by: Pelaku | None, objek: models.Model | str, peran: str = "", **rincian: Any) -> Jejak:
    """Append one entry inside the caller's transaction; ``by=None`` is the system itself.

    The head row is locked until that transaction ends, so numbers rise without gaps and an entry exists
    exactly when its change does.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("Journal entries are written in the transaction of the change they record.")
    kepala = KepalaJurnal.objects.select_for_update().get_or_create(pk=1)[0]
    jejak = Jejak(
        nomor=kepala.nomor + 1,
        waktu=timezone.now(),
        pelaku=None if by is None else by.pk,
        peran=peran,
        aksi=aksi,
        objek=objek if isinstance(objek, str) else f"{objek._meta.model_name}:{objek.pk}",
        rincian=json.loads(json.dumps(rincian)),  # hashed as the database will give it back
        hash_sebelum=kepala.hash,
    )
    jejak.hash = jejak.computed_hash()
    jejak.save(force_insert=True)
    kepala.nomor, kepala.hash = jejak.nomor, jejak.hash
    kepala.save(update_fields=["nomor", "hash"])
    return jejak


@dataclass(frozen=True)
class Kerusakan:
    """Where the chain breaks: entry number and what is wrong there."""

    nomor: int
    sebab: str


def periksa() -> Iterator[Kerusakan]:
    """Walk the chain up to the head as it stands now; yields nothing when it is unbroken.

    The head is read first: entries that are written meanwhile are no damage, they are for the next walk.
    """
    kepala = KepalaJurnal.objects.filter(pk=1).first()
    ujung, hash_ujung = (kepala.nomor, kepala.hash) if kepala else (0, GENESIS)
    sebelum, nomor = GENESIS, 0
    for jejak in Jejak.objects.filter(nomor__lte=ujung).order_by("nomor").iterator(chunk_size=5000):
        nomor += 1
        if jejak.nomor != nomor:
            yield Kerusakan(nomor, f"entri {nomor} sampai {jejak.nomor - 1} hilang")
            nomor = jejak.nomor
        if jejak.hash_sebelum != sebelum:
            yield Kerusakan(nomor, "tidak bersambung dengan entri sebelumnya")
        if jejak.hash != jejak.computed_hash():
            yield Kerusakan(nomor, "isi entri berubah")
        sebelum = jejak.hash
    if (nomor, sebelum) != (ujung, hash_ujung):
        yield Kerusakan(nomor, f"ujung jurnal terpotong: kepala menunjuk entri {ujung}")
    yield from _periksa_kepala()
    yield from _periksa_cap()


def _periksa_kepala() -> Iterator[Kerusakan]:
    """No entry beyond the head: last entry first, then the head, which only grows."""
    akhir = Jejak.objects.aggregate(akhir=Max("nomor"))["akhir"] or 0
    kepala = KepalaJurnal.objects.filter(pk=1).first()
    if kepala is None:
        if akhir:
            yield Kerusakan(akhir, "kepala jurnal hilang: ujungnya tidak dapat dibuktikan")
    elif akhir > kepala.nomor:
        yield Kerusakan(akhir, f"ada entri sesudah ujung jurnal: kepala menunjuk entri {kepala.nomor}")


def _periksa_cap() -> Iterator[Kerusakan]:
    for cap in CapWaktu.objects.order_by("nomor"):
        # The row can be edited to fit, the authority's token cannot.
        if cap.sidik != cap.hash or not Jejak.objects.filter(nomor=cap.nomor, hash=cap.hash).exists():
            yield Kerusakan(cap.nomor, "cap waktu tidak cocok dengan entri ini")
