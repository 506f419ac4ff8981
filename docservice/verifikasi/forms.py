"""Narrowing the queue: by office, kind, uploader and age; everything in the address."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone

from docservice.dokumen.models import Dokumen
from docservice.verifikasi.antrean import batas_terlambat

UMUR = (("", "Semua umur"), ("baru", "Hari ini"), ("terlambat", "Melewati batas"))


class SaringForm(forms.Form):
    """GET form; offers only what waits now."""

    unit = forms.TypedChoiceField(label="Unit kerja", required=False, coerce=int, empty_value=None)
    jenis = forms.ChoiceField(label="Jenis", required=False)
    pengunggah = forms.CharField(label="Pengunggah", required=False, max_length=80)
    umur = forms.ChoiceField(label="Umur", required=False, choices=UMUR)

    def __init__(self, *args: Any, asal: QuerySet[Dokumen], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit = asal.order_by("pegawai__unit__nama").values_list("pegawai__unit", "pegawai__unit__nama").distinct()
        jenis = asal.order_by("jenis__urutan").values_list("jenis", "jenis__nama").distinct()
        self.fields["unit"].choices = [("", "Semua unit"), *unit]  # type: ignore[attr-defined]
        self.fields["jenis"].choices = [("", "Semua jenis"), *jenis]  # type: ignore[attr-defined]

    def terapkan(self, asal: QuerySet[Dokumen]) -> QuerySet[Dokumen]:
        """What fits; a value that no longer stands for anything narrows nothing."""
        self.is_valid()
        isi = getattr(self, "cleaned_data", {})
        if unit := isi.get("unit"):
            asal = asal.filter(pegawai__unit=unit)
        if jenis := isi.get("jenis"):
            asal = asal.filter(jenis=jenis)
        if kata := isi.get("pengunggah"):
            asal = asal.filter(Q(dibuat_oleh__nama__icontains=kata) | Q(dibuat_oleh__nip=kata))
        if isi.get("umur") == "terlambat":
            asal = asal.filter(Q(masuk__lt=batas_terlambat()))
        if isi.get("umur") == "baru":
            asal = asal.filter(Q(masuk__gte=timezone.now() - timedelta(days=1)))
        return asal
