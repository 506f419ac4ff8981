"""Which papers a row has and lacks: each kind's slots (riwayat-layanan C.7).

What must be there is there, or the row's owner says why not; whoever verifies reads it on the way of the proposal.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from docservice.dokumen.models import Dokumen, JenisDokumen
from docservice.riwayat.jenis import JenisRiwayat
from docservice.riwayat.models import BuktiRiwayat, Riwayat
from docservice.umum.errors import BelumLengkap

Slot = tuple[str, ...]
SEBAB_TERPENDEK = 5


def slot_kosong(jenis: JenisRiwayat, data: Mapping[str, Any], ada: Collection[str]) -> list[Slot]:
    """The slots of a row with this *data* that none of the kinds of document *ada* fills."""
    return [slot for slot in jenis.slot(data) if not set(slot) & set(ada)]


def nama_slot(slot: Iterable[Slot]) -> list[str]:
    """*SK jabatan atau SK pemberhentian dari JF*; one question for any number of them."""
    semua = list(slot)
    nama = dict(JenisDokumen.objects.filter(pk__in={k for s in semua for k in s}).values_list("kode", "nama"))
    return [" atau ".join(nama.get(kode, kode) for kode in satu) for satu in semua]


def kalimat_kurang(jenis: JenisRiwayat, data: Mapping[str, Any], bukti: Sequence[Dokumen]) -> list[str]:
    kosong = slot_kosong(jenis, data, {d.jenis_id for d in bukti})
    return [f"{nama} tidak dilampirkan." for nama in nama_slot(kosong)] if kosong else []


def periksa_slot(jenis: JenisRiwayat, data: Mapping[str, Any], bukti: Sequence[Dokumen], sebab: str) -> str:
    """What the way of the proposal says of papers that are not there; empty when all are.

    Raises :class:`BelumLengkap` when one is missing and nothing is said of it.
    """
    kosong = slot_kosong(jenis, data, {d.jenis_id for d in bukti})
    if not kosong:
        return ""
    nama = " dan ".join(nama_slot(kosong))
    sebab = sebab.strip()
    if len(sebab) < SEBAB_TERPENDEK:
        raise BelumLengkap(
            f"Riwayat {jenis.sebutan} perlu {nama}. Lampirkan, atau tulis mengapa tidak ada.",
            isian={"tanpa_bukti": "Tulis sebabnya, atau lampirkan dokumennya."},
        )
    return f"Tanpa {nama}: {sebab}"[:1000]


def kurang_bukti(baris: Sequence[Riwayat]) -> dict[int, list[str]]:
    """Row → names of the papers it lacks. Rows of a decree issued here stand on that decree."""
    ada: dict[int, set[str]] = {satu.pk: set() for satu in baris if satu.sumber != Riwayat.Sumber.TERBITAN}
    for pk, kode in BuktiRiwayat.objects.filter(riwayat__in=ada).values_list("riwayat", "dokumen__jenis"):
        ada[pk].add(kode)
    kosong = {b.pk: slot_kosong(b.skema, b.data, ada[b.pk]) for b in baris if b.pk in ada}
    nama = dict(zip(rata := [s for semua in kosong.values() for s in semua], nama_slot(rata), strict=True))
    return {pk: [nama[slot] for slot in semua] for pk, semua in kosong.items() if semua}
