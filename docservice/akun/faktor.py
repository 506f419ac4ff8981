"""Second factors: who must hold one, how their secrets are kept, how they are named."""

from __future__ import annotations

import base64
from functools import cache
from typing import Any

import segno
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from docservice.akun.models import Pengguna

GARAM = "docservice.faktor"


class Faktor(DefaultMFAAdapter):  # type: ignore[misc]
    error_messages = {  # noqa: RUF012 - the library's own shape
        "add_email_blocked": "Email akun ini tidak diubah di sini.",
        "cannot_delete_authenticator": "Peran Anda mewajibkan faktor kedua. Pasang yang lain dahulu.",
        "cannot_generate_recovery_codes": "Pasang aplikasi kode atau kunci sandi dahulu.",
        "incorrect_code": "Kode tidak sesuai. Tunggu kode berikutnya, lalu coba lagi.",
        "unverified_email": "Faktor kedua belum dapat dipasang.",
    }

    def encrypt(self, text: str) -> str:
        return _sandi().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _sandi().decrypt(encrypted_text.encode()).decode()

    def build_totp_svg(self, url: str) -> str:
        """Inline, because the page may load images from nowhere else."""
        return segno.make(url, micro=False).svg_inline(scale=5, border=3, title="Kode QR", dark="#000", light="#fff")

    def _get_site_name(self) -> str:
        return f"Arsip Kepegawaian {settings.REGION_NAME}"

    def _get_user_identifier(self, user: Any) -> str:
        return str(user.surel or user.nip)

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        return f"Kunci sandi {Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1}"

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """The last one stays with whom the office's rule binds."""
        lain = Authenticator.objects.filter(user_id=authenticator.user_id).exclude(pk=authenticator.pk)
        ada = lain.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()
        return ada or not wajib(Pengguna.objects.get(pk=authenticator.user_id))


@cache
def _sandi() -> MultiFernet:
    """The first key encrypts; the older ones still open what they encrypted."""
    rahasia = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    sidik = [salted_hmac(GARAM, "", secret=satu, algorithm="sha256").digest() for satu in rahasia]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(satu)) for satu in sidik])


def wajib(pengguna: Pengguna) -> bool:
    """Whether a role held today asks for a second factor (``MFA_ROLES``)."""
    return bool(settings.MFA_ROLES) and pengguna.berperan(*settings.MFA_ROLES)


def wajib_dan_belum(request: HttpRequest) -> bool:
    pengguna = request.user
    if not isinstance(pengguna, Pengguna) or not wajib(pengguna):
        return False
    if any(satu["method"] == "mfa" for satu in get_authentication_records(request, pengguna)):
        return False  # given at sign-in: no need to ask the database on every page
    return not is_mfa_enabled(pengguna)
