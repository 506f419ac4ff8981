"""Form fields that read what people in an office write."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms

from docservice.umum.waktu import BULAN, tanggal_panjang

_POLA = re.compile(r"^\s*(\d{1,2})[\s./-]+([A-Za-z]+|\d{1,2})[\s./-]+(\d{4})\s*$")

TAHUN = range(1850, 3000)
"""From the birth of a grandparent on; later, days can no longer be counted on from it."""


def baca_tanggal(teks: str) -> date | None:
    """`1-12-2026`, `01/12/2026`, `1 Desember 2026` or ISO; None when it is no date."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", teks.strip()):
        tahun, bulan, hari = teks.strip().split("-")
    elif cocok := _POLA.match(teks):
        hari, bulan, tahun = cocok.groups()
        if bulan.isalpha():
            nomor = [i for i, nama in enumerate(BULAN, 1) if len(bulan) >= 3 and nama.lower().startswith(bulan.lower())]
            if len(nomor) != 1:
                return None
            bulan = str(nomor[0])
    else:
        return None
    try:
        return date(int(tahun), int(bulan), int(hari))
    except ValueError:
        return None


class TanggalField(forms.Field):
    """One text field that takes a date the way people write it."""

    widget = forms.TextInput(attrs={"inputmode": "text", "autocomplete": "off"})
    default_error_messages = {  # noqa: RUF012 - Django's own shape
        "required": "Tanggal belum diisi.",
        "invalid": "Tanggal tidak dikenal. Tulis seperti 1-12-2026 atau 1 Desember 2026.",
        "tahun": "Tahun {tahun} tidak mungkin. Periksa tahunnya.",
    }

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, date):
            return value
        tanggal = baca_tanggal(str(value))
        if tanggal is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        if tanggal.year not in TAHUN:
            raise forms.ValidationError(self.error_messages["tahun"].format(tahun=tanggal.year), code="tahun")
        return tanggal

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            value = baca_tanggal(value) or value
        return tanggal_panjang(value) if isinstance(value, date) else value
