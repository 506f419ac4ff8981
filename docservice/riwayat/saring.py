"""Narrowing a queue of proposals: by person, office and kind; everything in the address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from docservice.pegawai.cari import orang
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.models import Riwayat
from docservice.umum.saring import SaringanForm


class SaringUsulanForm(SaringanForm):
    """GET form; offers only what waits now."""

    q = forms.CharField(label="Nama atau NIP", required=False, max_length=100)
    unit = forms.TypedChoiceField(label="Unit kerja", required=False, coerce=int, empty_value=None)
    jenis = forms.ChoiceField(label="Jenis", required=False)

    def __init__(self, *args: Any, asal: QuerySet[Riwayat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit = asal.order_by("pegawai__unit__nama").values_list("pegawai__unit", "pegawai__unit__nama").distinct()
        jenis = asal.order_by("jenis").values_list("jenis", flat=True).distinct()
        self.tawarkan("unit", "Semua unit", unit)
        self.tawarkan("jenis", "Semua jenis", ((kode, SEMUA[kode].nama) for kode in jenis))

    def terapkan(self, asal: QuerySet[Riwayat]) -> QuerySet[Riwayat]:
        isi = self.isi
        if kata := isi.get("q"):
            asal = asal.filter(orang(kata, "pegawai__"))
        if unit := isi.get("unit"):
            asal = asal.filter(pegawai__unit=unit)
        if jenis := isi.get("jenis"):
            asal = asal.filter(jenis=jenis)
        return asal
