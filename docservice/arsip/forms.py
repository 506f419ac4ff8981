"""Forms of the search room."""

from __future__ import annotations

from django import forms

from docservice.arsip.models import PermintaanDaftar


class DaftarForm(forms.Form):
    """What a list is for, and how it is to come."""

    keperluan = forms.CharField(
        label="Untuk keperluan apa",
        help_text="Misalnya: rekonsiliasi kenaikan pangkat triwulan IV. Ditulis di dalam daftar.",
        max_length=300,
        min_length=10,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Keperluan belum diisi.",
            "min_length": "Tulis keperluannya, paling sedikit sepuluh huruf.",
            "max_length": "Paling banyak 300 huruf.",
        },
    )
    bentuk = forms.ChoiceField(
        label="Bentuk berkas", choices=PermintaanDaftar.Bentuk.choices, widget=forms.Select, initial="xlsx"
    )
