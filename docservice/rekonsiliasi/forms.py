"""Forms of a reconciliation: the export, a decision."""

from __future__ import annotations

from django import forms

from docservice.rekonsiliasi.status import PUTUSAN
from docservice.umum.fields import TanggalField


def _alasan(label: str) -> forms.CharField:
    pesan = {"required": "Tulis alasannya.", "max_length": "Alasan paling panjang 300 huruf."}
    isian = forms.Textarea(attrs={"rows": 2, "maxlength": 300})
    return forms.CharField(label=label, max_length=300, widget=isian, error_messages=pesan)


class EksporForm(forms.Form):
    berkas = forms.FileField(
        label="Berkas ekspor SIASN",
        help_text="XLSX atau CSV dengan judul kolom asli SIASN, dalam urutan apa pun.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"required": "Pilih berkas ekspornya.", "empty": "Berkas ini kosong. Ekspor ulang dari SIASN."},
    )
    per_tanggal = TanggalField(label="Keadaan data BKN per tanggal", help_text="Tanggal data diekspor dari SIASN.")


class PutusanForm(forms.Form):
    putusan = forms.ChoiceField(
        label="Putusan",
        choices=[(satu.value, satu.label if satu != "tunda" else "Tunda") for satu in PUTUSAN],
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih putusannya.", "invalid_choice": "Pilih putusannya."},
    )
    alasan = _alasan("Alasan")
