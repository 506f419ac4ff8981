"""Single sign-on: whose account an OpenID provider speaks of. It is never the provider that decides who has one.

Identity is the provider's own word for the person (``sub``). The first time, that word is tied to the account which
a verified claim names: the NIP, or the office mail if the provider says it is verified. No other claim is kept.
"""

from __future__ import annotations

from typing import Any, NoReturn

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse

from docservice.akun.models import Pengguna
from docservice.akun.pemberitahuan import beri_tahu

DIKENAL = ("iss", "sub")


class Sso(DefaultSocialAccountAdapter):  # type: ignore[misc]
    error_messages = dict.fromkeys(DefaultSocialAccountAdapter.error_messages, "SSO tidak menerima permintaan ini.")

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: Any) -> Any:
        """Called before anything is stored: the claims are for this request, the row keeps who said whom."""
        isi = sociallogin.account.extra_data
        sociallogin.klaim = {**isi.get("id_token", {}), **isi.get("userinfo", {})}
        sociallogin.account.extra_data = {nama: str(sociallogin.klaim.get(nama, "")) for nama in DIKENAL}
        return sociallogin.user

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        if sociallogin.state.get("process") not in (None, "", "login"):
            tolak(request, "tautan")  # accounts are tied by the claim alone, not by whoever is signed in
        pemilik = menurut_klaim(sociallogin.klaim)
        if sociallogin.is_existing:
            nip = _nip(sociallogin.klaim)
            if nip and nip != sociallogin.user.nip:
                tolak(request, "berbeda")
        elif pemilik is None:
            tolak(request, "tak_dikenal")
        else:
            sociallogin.connect(request, pemilik)
        if not sociallogin.user.is_active:
            tolak(request, "tak_dikenal")
        request.terbukti_pada = float(sociallogin.klaim.get("auth_time", 0))  # type: ignore[attr-defined]

    def on_authentication_error(self, request: HttpRequest, provider: Any, **_: Any) -> None:
        tolak(request, "gagal")

    def send_notification_mail(self, template_prefix: str, user: Any, *args: Any, **kwargs: Any) -> None:
        beri_tahu(user, template_prefix.rpartition("/")[2])


def menurut_klaim(klaim: dict[str, Any]) -> Pengguna | None:
    """The one account that the verified claims name; two that disagree name nobody."""
    calon = set()
    if nip := _nip(klaim):
        calon.add(Pengguna.objects.filter(nip=nip).first())
    surel = str(klaim.get("email") or "")
    if settings.SSO_BY_MAIL and surel and klaim.get("email_verified") is True:
        pemilik = Pengguna.objects.filter(surel__iexact=surel).first()
        calon |= {pemilik} if pemilik or not calon else set()
    return calon.pop() if len(calon) == 1 else None


def _nip(klaim: dict[str, Any]) -> str:
    return str(klaim.get(settings.SSO_CLAIM_NIP) or "").replace(" ", "") if settings.SSO_CLAIM_NIP else ""


def tolak(request: HttpRequest, sebab: str) -> NoReturn:
    """To the page that says why and what to do; what it says tells nobody whether an account exists."""
    raise ImmediateHttpResponse(redirect(f"{reverse('socialaccount_login_error')}?sebab={sebab}"))
