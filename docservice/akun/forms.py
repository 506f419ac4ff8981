"""Forms of the account room."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.http import HttpRequest

from docservice.akun.models import Cakupan, Pengguna


class MasukForm(forms.Form):
    """NIP or office mail, and password."""

    username = forms.CharField(
        label="NIP atau email dinas",
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": "NIP atau email belum diisi."},
    )
    password = forms.CharField(
        label="Kata sandi",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": "Kata sandi belum diisi."},
    )

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        self.request = request
        self.pengguna: Pengguna | None = None
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if {"username", "password"} <= data.keys():
            self.pengguna = authenticate(self.request, username=data["username"], password=data["password"])
            if self.pengguna is None:
                raise forms.ValidationError("NIP, email, atau kata sandi tidak sesuai. Periksa lalu coba lagi.")
        return data


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
