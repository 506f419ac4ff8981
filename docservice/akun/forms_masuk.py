"""The forms of signing in and of one's own security: the library's rules, our fields and words."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as akun
from allauth.account.adapter import get_adapter
from allauth.account.models import Login
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt, encrypt
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from docservice.akun.models import Pengguna
from docservice.akun.pemulihan import minta_tautan
from docservice.akun.pintu import TAK_SESUAI

BEDA = "Kedua kata sandi tidak sama. Ketik ulang."
SYARAT = {
    "password_too_short": "Paling sedikit 12 huruf atau angka.",
    "password_too_common": "Terlalu mudah ditebak. Pakai beberapa kata yang tidak berhubungan.",
    "password_too_similar": "Terlalu mirip dengan nama, NIP, atau email Anda.",
}
"""By the validator's code: its own Indonesian is the framework's."""


def sandi(label: str, *, baru: bool = False, bantu: str = "") -> forms.CharField:
    isi = {"autocomplete": "new-password" if baru else "current-password"}
    kosong = {"required": f"{label} belum diisi."}
    return forms.CharField(
        label=label,
        max_length=200,
        strip=False,
        help_text=bantu,
        widget=forms.PasswordInput(attrs=isi),
        error_messages=kosong,
    )


def kode() -> forms.CharField:
    isi = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
    bantu = "Enam angka dari aplikasi di ponsel Anda, atau satu kode pemulihan."
    kosong = {"required": "Kode belum diisi."}
    return forms.CharField(
        label="Kode", max_length=20, help_text=bantu, widget=forms.TextInput(attrs=isi), error_messages=kosong
    )


class MasukForm(akun.LoginForm):  # type: ignore[misc]
    """NIP or office mail, and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nama = forms.CharField(
            label="NIP atau email dinas",
            max_length=150,
            widget=forms.TextInput(
                attrs={"autocomplete": "username webauthn", "autocapitalize": "none", "spellcheck": "false"}
            ),
            error_messages={"required": "NIP atau email belum diisi."},
        )
        self.fields = {"username": nama, "password": sandi("Kata sandi")}

    def user_credentials(self) -> dict[str, str]:
        return {nama: self.cleaned_data[nama] for nama in ("username", "password")}

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            self.user = get_adapter().authenticate(self.request, **self.user_credentials())
            if self.user is None:
                raise ValidationError(TAK_SESUAI)
            self._login = Login(user=self.user)
        return dict(self.cleaned_data)


class BuktiSandiForm(akun.ReauthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"] = sandi("Kata sandi")


class _SandiBaru(forms.Form):
    """A new password, twice."""

    user: Pengguna | None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bantu = "Paling sedikit 12 huruf. Beberapa kata yang tidak berhubungan mudah diingat dan sulit ditebak."
        self.fields["password1"] = sandi("Kata sandi baru", baru=True, bantu=bantu)
        self.fields["password2"] = sandi("Kata sandi baru, sekali lagi", baru=True)

    def clean_password1(self) -> str:
        baru: str = self.cleaned_data["password1"]
        try:
            password_validation.validate_password(baru, self.user)
        except ValidationError as salah:
            raise ValidationError([SYARAT[satu.code or ""] for satu in salah.error_list]) from None
        return baru

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("password1") and data.get("password2") and data["password1"] != data["password2"]:
            self.add_error("password2", BEDA)
        return data


class UbahSandiForm(_SandiBaru, akun.ChangePasswordForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"] = sandi("Kata sandi sekarang")
        self.order_fields(["oldpassword", "password1", "password2"])


class BuatSandiForm(_SandiBaru, akun.SetPasswordForm):  # type: ignore[misc]
    pass


class SandiBaruForm(_SandiBaru, akun.ResetPasswordKeyForm):  # type: ignore[misc]
    """Behind the link of the mail."""


class LupaSandiForm(forms.Form):
    """The library counts by the field ``email``; people may type their NIP into it."""

    email = forms.CharField(
        label="NIP atau email dinas",
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": "NIP atau email belum diisi."},
    )

    def clean_email(self) -> str:
        """Spaces and capitals are not another person, nor another count."""
        return str(self.cleaned_data["email"]).replace(" ", "").lower()

    def save(self, request: HttpRequest, **_: Any) -> str:
        minta_tautan(self.cleaned_data["email"])
        return str(self.cleaned_data["email"])


class KodeForm(mfa.AuthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = kode()


class BuktiKodeForm(mfa.ReauthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = kode()


class PasangAplikasiForm(ActivateTOTPForm):  # type: ignore[misc]
    """The secret waits in the session until the first code proves it: there too only encrypted."""

    def __init__(self, *args: Any, user: Pengguna, **kwargs: Any) -> None:
        forms.Form.__init__(self, *args, **kwargs)
        self.user = user
        sesi = self._sesi()
        if not self.is_bound or totp.SECRET_SESSION_KEY not in sesi:
            sesi[totp.SECRET_SESSION_KEY] = encrypt(totp.generate_totp_secret())
        self.secret = decrypt(sesi[totp.SECRET_SESSION_KEY])
        self.fields["code"] = kode()
        self.fields["code"].help_text = "Enam angka yang sekarang ditunjukkan aplikasi."

    @staticmethod
    def _sesi() -> Any:
        return totp.context.request.session


class TambahKunciForm(AddWebAuthnForm):  # type: ignore[misc]
    """Always able to sign in alone: that is what people expect of a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("passwordless", None)
        self.fields["name"].label = "Nama kunci sandi"
        self.fields["name"].help_text = "Misalnya: ponsel saya."
        self.fields["name"].max_length = 60
        self.fields["credential"].error_messages = {
            "required": "Perangkat belum membuat kunci sandi. Tekan tombolnya, lalu ikuti petunjuk perangkat.",
            "invalid": "Jawaban perangkat tidak dapat dibaca. Coba lagi.",
        }


class NamaKunciForm(EditWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kosong = {"required": "Nama belum diisi."}
        self.fields["name"] = forms.CharField(label="Nama kunci sandi", max_length=60, error_messages=kosong)
