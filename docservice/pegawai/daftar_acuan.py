"""Reference tables as pages and API list them; they change only by loading BKN's next version (``muat_referensi``)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from docservice.pegawai.models import Referensi, VersiReferensi


@dataclass(frozen=True)
class Tabel:
    """One table: rows in force, and the version that was loaded last."""

    nama: str
    jumlah: int
    versi: VersiReferensi | None


def semua_tabel() -> list[Tabel]:
    terakhir = {satu.tabel: satu for satu in VersiReferensi.objects.order_by("pk")}
    hitung = Referensi.objects.berlaku().values("tabel").annotate(n=Count("pk")).order_by("tabel")
    baris: Iterable[tuple[str, int]] = hitung.values_list("tabel", "n")
    return [Tabel(nama, jumlah, terakhir.get(nama)) for nama, jumlah in baris]


def isi_tabel(tabel: str, *, q: str = "", lama: bool = False) -> QuerySet[Referensi]:
    """Codes in force, or those that ended; raises :class:`Http404` for a table that never was."""
    semua = Referensi.objects.filter(tabel=tabel)
    if not semua.exists():
        raise Http404
    semua = semua.exclude(berlaku_sampai=None) if lama else semua.berlaku()
    if q:
        semua = semua.filter(Q(nama__icontains=q) | Q(kode__iexact=q))
    return semua.order_by("nama", "pk")
