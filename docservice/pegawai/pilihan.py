"""Form fields that name a person or a unit."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from docservice.pegawai.models import Pegawai, UnitKerja

TIDAK_ADA = "Tidak ada pegawai dengan NIP itu yang dapat Anda pilih."


class NipField(forms.CharField):
    """Eighteen digits, spaces allowed; the person behind them, out of those *boleh* lets through."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "spellcheck": "false"})

    def __init__(self, boleh: QuerySet[Pegawai] | None = None, **lain: Any) -> None:
        self.boleh = boleh
        pesan = {"required": "NIP belum diisi."}
        super().__init__(label=lain.pop("label", "NIP pegawai"), max_length=30, error_messages=pesan, **lain)

    def clean(self, value: Any) -> Any:
        teks = "".join(super().clean(value).split())
        boleh = self.boleh if self.boleh is not None else Pegawai.objects.all()
        pegawai = boleh.select_related("unit", "pengguna").filter(nip=teks).first()
        if pegawai is None:
            raise forms.ValidationError(TIDAK_ADA)
        return pegawai


class UnitField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A unit that still exists, shown where it stands in the tree."""

    def __init__(self, label: str = "Unit kerja", *, wajib: bool = True, bantuan: str = "") -> None:
        pesan = {"required": f"{label} belum dipilih.", "invalid_choice": "Pilih unit dari daftar."}
        hidup = UnitKerja.objects.filter(berlaku_sampai=None).order_by("jalur")
        kosong = f"Pilih {label.lower()}"
        super().__init__(
            hidup, label=label, required=wajib, help_text=bantuan, error_messages=pesan, empty_label=kosong
        )

    def label_from_instance(self, obj: Any) -> str:
        return f"{'– ' * (len(obj.leluhur) - 1)}{obj.nama}"
