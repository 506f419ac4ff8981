"""Forms of decrees."""

from __future__ import annotations

from typing import Any

from django import forms

from docservice.naskah.models import Naskah


class BarisField(forms.CharField):
    """A list as lines of text."""

    widget = forms.Textarea(attrs={"rows": 4})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        teks: str = super().clean(value)
        return [baris.strip() for baris in teks.splitlines() if baris.strip()]


class DrafForm(forms.Form):
    """What the drafter may change; the rest is locked to validated rows."""

    nomor_urut = forms.IntegerField(label="Nomor urut dalam petikan", min_value=1, max_value=9999)
    tembusan = BarisField(label="Tembusan", help_text="Satu baris untuk setiap penerima.", required=False)
    revisi = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def dari(cls, naskah: Naskah) -> DrafForm:
        isi = {"nomor_urut": naskah.data.get("nomor_urut", 1), "tembusan": naskah.data.get("tembusan", [])}
        return cls(initial=isi | {"revisi": naskah.revisi})


class KembalikanForm(forms.Form):
    alasan = forms.CharField(
        label="Alasan untuk penyusun",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis alasannya agar penyusun tahu yang harus diperbaiki."},
    )


class BerkasForm(forms.Form):
    """A PDF to compare at /cek/."""

    berkas = forms.FileField(
        label="Berkas PDF",
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
        error_messages={
            "required": "Pilih berkas PDF dulu.",
            "empty": "Berkas ini kosong. Pilih berkas lain.",
        },
    )
