"""Forms of a decree that holds no more."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from docservice.dokumen.models import Dokumen
from docservice.naskah.models import Pencabutan
from docservice.umum.fields import TanggalField
from docservice.umum.waktu import tanggal_panjang


class PilihKeputusan(forms.ModelChoiceField):  # type: ignore[type-arg] # not subscriptable when it runs
    def label_from_instance(self, obj: Dokumen) -> str:
        hari = tanggal_panjang(obj.tanggal) if obj.tanggal else "tanggal belum tercatat"
        return f"{obj.judul}, {obj.nomor or 'nomor belum tercatat'}, {hari}"


class CabutForm(forms.Form):
    cara = forms.ChoiceField(label="Keputusan ini", choices=[("", "Pilih"), *Pencabutan.Cara.choices])
    keputusan = PilihKeputusan(
        label="Oleh keputusan",
        queryset=Dokumen.objects.none(),
        empty_label="Pilih",
        help_text="Sudah ada di arsip pegawai ini dan terverifikasi.",
        error_messages={"required": "Pilih keputusannya. Bila belum ada, unggah dan verifikasi dahulu."},
    )
    keputusan_nomor = forms.CharField(
        label="Nomor keputusannya", max_length=120, required=False, help_text="Hanya bila belum tercatat."
    )
    keputusan_tanggal = TanggalField(
        label="Tanggal keputusannya", required=False, help_text="Hanya bila belum tercatat."
    )
    berlaku = TanggalField(label="Tidak berlaku sejak", help_text="Hari ini atau sebelumnya.")
    alasan = forms.CharField(
        label="Mengapa",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis mengapa keputusan ini tidak berlaku lagi."},
    )

    def __init__(self, *args: Any, calon: QuerySet[Dokumen], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keputusan"].queryset = calon  # type: ignore[attr-defined]


class TetapForm(forms.Form):
    catatan = forms.CharField(
        label="Mengapa tetap berlaku",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Tulis mengapa keputusan ini tetap berlaku."},
    )
