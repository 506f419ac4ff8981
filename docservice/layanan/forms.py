"""Forms of requests."""

from __future__ import annotations

from django import forms

from docservice.umum.fields import TanggalField


class AjukanForm(forms.Form):
    """The statement of truth, never pre-ticked."""

    pernyataan = forms.BooleanField(
        label="Saya menyatakan data dan dokumen ini benar, sah, dan dapat saya pertanggungjawabkan.",
        error_messages={"required": "Centang dulu pernyataan ini."},
    )


class AlasanForm(forms.Form):
    """Why a request goes back or ends."""

    alasan = forms.CharField(
        label="Alasan untuk pemohon",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis alasannya agar pemohon tahu yang harus dilakukan."},
    )


class PertekForm(forms.Form):
    """BKN's technical approval."""

    pertek_nomor = forms.CharField(
        label="Nomor pertek BKN", max_length=45, error_messages={"required": "Nomor pertek belum diisi."}
    )
    pertek_tanggal = TanggalField(label="Tanggal pertek BKN")
