"""Rows of authority as pages and API list them."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from docservice.naskah.forms_wewenang import FORMULIR


def saring(macam: str, *, jenis: str = "", lama: bool = False) -> QuerySet[Any]:
    """In force today or later; with *lama* those that are over."""
    model = FORMULIR[macam]._meta.model
    semua: QuerySet[Any] = model._default_manager.all()
    if any(bidang.name == "pejabat" for bidang in model._meta.fields):
        semua = semua.select_related("pejabat")
    if jenis:
        semua = semua.filter(jenis_naskah=jenis)
    lewat = Q(berlaku_sampai__lt=timezone.localdate())
    semua = semua.filter(lewat) if lama else semua.exclude(lewat)
    urut = ("jenis_naskah", "urutan") if macam == "paraf" else ("jenis_naskah",)
    return semua.order_by(*urut, "berlaku_dari", "pk")
