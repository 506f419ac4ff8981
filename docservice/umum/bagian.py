"""A page of several lists: the beginning of each, or one of them whole, on pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict

from docservice.umum.saring import SaringanForm

SEKILAS, PER_HALAMAN = 20, 50


class BagianForm(SaringanForm):
    """GET form: a word that narrows every list, and which list is shown alone."""

    q = forms.CharField(label="Nama, NIP, atau unit", required=False, max_length=100)
    bagian = forms.ChoiceField(label="Bagian", required=False)

    def __init__(self, isi: QueryDict, judul: Mapping[str, str]) -> None:
        super().__init__(isi)
        self.tawarkan("bagian", "Semua", judul.items())

    @property
    def kata(self) -> str:
        return str(self.isi.get("q", ""))


def bagian(asal: Mapping[str, QuerySet[Any]], isi: QueryDict) -> dict[str, Page[Any]]:
    """Of the lists by name the first rows of each, or the one that *isi* asks for (again as ``halaman``)."""
    pilih = isi.get("bagian", "")
    if pilih in asal:
        halaman = Paginator(asal[pilih], PER_HALAMAN).get_page(isi.get("hal"))
        return {pilih: halaman, "halaman": halaman}
    return {nama: Paginator(semua, SEKILAS).get_page(1) for nama, semua in asal.items()}
