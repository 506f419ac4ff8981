"""Narrowing the queue: by office, kind, uploader and age; everything in the address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from docservice.dokumen.models import Dokumen
from docservice.umum.saring import SaringanForm
from docservice.verifikasi.antrean import UMUR, saring


class SaringForm(SaringanForm):
    """GET form; offers only what waits now."""

    unit = forms.TypedChoiceField(label="Unit kerja", required=False, coerce=int, empty_value=None)
    jenis = forms.ChoiceField(label="Jenis", required=False)
    pengunggah = forms.CharField(label="Pengunggah", required=False, max_length=80)
    umur = forms.ChoiceField(label="Umur", required=False, choices=(("", "Semua umur"), *UMUR))

    def __init__(self, *args: Any, asal: QuerySet[Dokumen], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit = asal.order_by("pegawai__unit__nama").values_list("pegawai__unit", "pegawai__unit__nama").distinct()
        jenis = asal.order_by("jenis__urutan").values_list("jenis", "jenis__nama").distinct()
        self.tawarkan("unit", "Semua unit", unit)
        self.tawarkan("jenis", "Semua jenis", jenis)

    def terapkan(self, asal: QuerySet[Dokumen]) -> QuerySet[Dokumen]:
        return saring(asal, **self.isi)
