"""Forms of the account room."""

from __future__ import annotations

from django import forms

from docservice.akun.models import Cakupan


class SurelForm(forms.Form):
    """One's own office mail."""

    surel = forms.EmailField(
        label="Email dinas yang baru",
        max_length=150,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": "Email belum diisi.",
            "invalid": "Tulis alamat email yang lengkap, misalnya nama@contoh.go.id.",
        },
    )


class NipSendiriForm(forms.Form):
    """Whoever opens the link says who they are."""

    nip = forms.CharField(
        label="NIP Anda",
        max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "username", "spellcheck": "false"}),
        error_messages={"required": "NIP belum diisi.", "max_length": "NIP terdiri atas 18 angka."},
    )


class TokenForm(forms.Form):
    """A new API token."""

    nama = forms.CharField(
        label="Untuk apa token ini", max_length=80, error_messages={"required": "Nama token belum diisi."}
    )
    cakupan = forms.MultipleChoiceField(
        label="Boleh",
        choices=Cakupan.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih paling sedikit satu."},
    )
    hari = forms.IntegerField(label="Berlaku (hari)", min_value=1, max_value=365, initial=30)
