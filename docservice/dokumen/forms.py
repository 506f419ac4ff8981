"""The form of an upload: one file for one slot."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms
from django.core.validators import RegexValidator

from docservice.dokumen.models import TAHUN, TAHUN_TAK_DIKENAL, JenisDokumen

TERIMA = (
    "application/pdf,image/jpeg,image/png,image/tiff,image/heic,image/webp,"
    ".pdf,.jpg,.jpeg,.png,.tif,.tiff,.heic,.heif,.webp"
)


def kunci_baru() -> str:
    return secrets.token_urlsafe(16)


class PilihBerkas(forms.FileInput):
    allow_multiple_selected = True


class BerkasField(forms.FileField):
    """One file, or several: ``cleaned_data`` holds a list."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        semua = data if isinstance(data, list) and data else [None]
        return [bersih for satu in semua if (bersih := super(BerkasField, self).clean(satu, initial))]


class UnggahForm(forms.Form):
    """One file, or photos in the order of the pages. ``kunci`` makes a double press one upload.

    The year is asked only of yearly kinds without one.
    """

    berkas = BerkasField(
        label="Berkas",
        allow_empty_file=True,  # the gate says it better
        widget=PilihBerkas(attrs={"accept": TERIMA}),
        error_messages={"required": "Berkas belum dipilih. Foto kertasnya atau pilih berkas."},
    )
    kamera = BerkasField(
        label="Foto",
        required=False,
        allow_empty_file=True,
        widget=PilihBerkas(
            attrs={"accept": "image/*", "capture": "environment", "data-pilih": "Foto halaman 1", "multiple": False}
        ),
    )
    kunci = forms.CharField(max_length=60, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, jenis: JenisDokumen, minor: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"kunci": kunci_baru(), "minor": minor})
        super().__init__(*args, **kwargs)
        dikirim = self.is_bound and self.data.get("kiriman")  # came in parts already; see tus.py
        self.fields["berkas"].required = not (self.files.get("kamera") or dikirim)
        if jenis.per_tahun and not minor:
            self.fields["minor"] = forms.CharField(
                label="Tahun",
                max_length=4,
                validators=[RegexValidator(TAHUN, TAHUN_TAK_DIKENAL)],
                widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
                error_messages={"required": "Tahun belum diisi."},
            )

    def clean(self) -> dict[str, Any]:
        """A photo taken here is the last page of what was chosen."""
        data = super().clean() or {}
        data["berkas"] = [*(data.get("berkas") or []), *(data.get("kamera") or [])]
        return data


class JenisForm(forms.Form):
    """Which paper is it? Asked only of those who did not start from a slot."""

    jenis = forms.ModelChoiceField(
        label="Jenis dokumen",
        queryset=JenisDokumen.objects.none(),
        empty_label="Pilih jenis dokumen",
        error_messages={
            "required": "Jenis dokumen belum dipilih.",
            "invalid_choice": "Jenis dokumen tidak dikenal.",
        },
    )

    def __init__(self, *args: Any, administrator: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        boleh = JenisDokumen.objects.filter(aktif=True)
        boleh = boleh if administrator else boleh.filter(hanya_admin=False)
        self.fields["jenis"].queryset = boleh.order_by("nama")  # type: ignore[attr-defined]


class KetiadaanForm(forms.Form):
    """Why a required paper is missing."""

    alasan = forms.CharField(
        label="Alasan",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Misalnya: hilang terbakar 2019, sedang diurus di BKN, atau memang tidak pernah diterbitkan.",
        error_messages={"required": "Alasan belum diisi.", "max_length": "Alasan paling panjang 300 huruf."},
    )
    perkiraan_tahun = forms.IntegerField(
        label="Diharapkan ada pada tahun",
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text="Kosongkan bila tidak akan ada. Sesudah tahun itu lewat, dokumen ditagih lagi.",
        error_messages={"invalid": "Tulis tahun dengan empat angka."},
    )
