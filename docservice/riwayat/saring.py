"""Narrowing a queue of proposals: by person, office and kind; everything in the address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from docservice.pegawai.cari import orang
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.models import Riwayat


class SaringUsulanForm(forms.Form):
    """GET form; offers only what waits now."""

    q = forms.CharField(label="Nama atau NIP", required=False, max_length=100)
    unit = forms.TypedChoiceField(label="Unit kerja", required=False, coerce=int, empty_value=None)
    jenis = forms.ChoiceField(label="Jenis", required=False)

    def __init__(self, *args: Any, asal: QuerySet[Riwayat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit = asal.order_by("pegawai__unit__nama").values_list("pegawai__unit", "pegawai__unit__nama").distinct()
        jenis = asal.order_by("jenis").values_list("jenis", flat=True).distinct()
        self.fields["unit"].choices = [("", "Semua unit"), *unit]  # type: ignore[attr-defined]
        self.fields["jenis"].choices = [("", "Semua jenis"), *((k, SEMUA[k].nama) for k in jenis)]  # type: ignore[attr-defined]

    def terapkan(self, asal: QuerySet[Riwayat]) -> QuerySet[Riwayat]:
        """What fits; a value that no longer stands for anything narrows nothing."""
        self.is_valid()
        isi = getattr(self, "cleaned_data", {})
        if kata := isi.get("q"):
            asal = asal.filter(orang(kata, "pegawai__"))
        if unit := isi.get("unit"):
            asal = asal.filter(pegawai__unit=unit)
        if jenis := isi.get("jenis"):
            asal = asal.filter(jenis=jenis)
        return asal
