"""Signing in, proving it again, single sign-on."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.models import Login
from allauth.account.utils import get_next_redirect_url
from allauth.account.views import LoginView
from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.internal.auth import begin_registration
from allauth.mfa.webauthn.internal.flows import perform_passwordless_login
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    LoginWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST, require_safe
from requests import RequestException

from docservice.akun.isian import lupakan
from docservice.akun.masuk import contoh_masuk
from docservice.akun.request import Permintaan
from docservice.akun.sesi import kunci
from docservice.umum.errors import SementaraTerganggu, TidakBerwenang

SEBAB = {
    "tak_dikenal": "Akun SSO ini belum dikenal di sini. Hubungi BKPSDMD, atau masuk dengan kata sandi.",
    "berbeda": "NIP di SSO berbeda dengan NIP akun ini. Hubungi BKPSDMD.",
    "tautan": "Akun SSO ditautkan dengan masuk lewat SSO. Keluar dahulu, lalu masuk lewat SSO.",
    "batal": "Anda membatalkan masuk lewat SSO.",
    "gagal": "SSO tidak menerima permintaan ini, atau halamannya terlalu lama terbuka. Coba lagi.",
}


class Masuk(LoginView):  # type: ignore[misc]
    template_name = "akun/masuk.html"

    def form_invalid(self, form: Any) -> HttpResponse:
        jawab: HttpResponse = self.render_to_response(self.get_context_data(form=form), status=422)
        return jawab

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        isi: dict[str, Any] = super().get_context_data(**kwargs)
        tujuan = get_next_redirect_url(self.request) or ""
        nama_sso = settings.SSO_NAME if settings.SSO_URL else ""
        return isi | contoh_masuk() | {"formulir": isi["form"], "next": tujuan, "nama_sso": nama_sso}


class MasukKunciSandi(LoginWebAuthnView):  # type: ignore[misc]
    """A passkey alone; back to the page one came for."""

    def form_valid(self, form: Any) -> HttpResponse:
        kunci_sandi = form.cleaned_data["credential"]
        masuk = Login(user=kunci_sandi.user, redirect_url=get_next_redirect_url(self.request))
        jawab: HttpResponse = perform_passwordless_login(self.request, kunci_sandi, masuk)
        return jawab

    def form_invalid(self, form: Any) -> HttpResponse:
        messages.error(self.request, "Kunci sandi ini tidak dikenal. Coba lagi, atau masuk dengan kata sandi.")
        return redirect("account_login")


class BuktiKunciSandi(ReauthenticateWebAuthnView):  # type: ignore[misc]
    def form_invalid(self, form: Any) -> HttpResponse:
        messages.error(self.request, "Kunci sandi ini tidak dikenal. Coba lagi, atau pakai cara lain.")
        return redirect(self.request.get_full_path())


class TambahKunciSandi(AddWebAuthnView):  # type: ignore[misc]
    """Always one that signs in alone: kept on the device, opened by finger, face or PIN."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        isi: dict[str, Any] = super().get_context_data(**kwargs)
        return isi | kwargs | {"js_data": {"creation_options": begin_registration(self.request.user, True)}}


class HapusKunciSandi(RemoveWebAuthnView):  # type: ignore[misc]
    def form_valid(self, form: Any) -> HttpResponse:
        if not get_adapter().can_delete_authenticator(self.get_object()):
            raise TidakBerwenang(get_adapter().error_messages["cannot_delete_authenticator"])
        jawab: HttpResponse = super().form_valid(form)
        return jawab


@require_POST
def keluar(request: HttpRequest) -> HttpResponse:
    logout(request)
    messages.success(request, "Anda sudah keluar.")
    jawab = lupakan(redirect("account_login"))
    jawab.headers["Clear-Site-Data"] = '"cache", "storage"'  # also photos not sent yet: the device may be an office's
    return jawab


@login_required
@require_POST
def kunci_layar(request: Permintaan) -> HttpResponse:
    """Nothing is shown any more until the person proves who they are; the session and its page stay."""
    kunci(request)
    return redirect(get_next_redirect_url(request) or "beranda:beranda")


@login_required
@require_safe
def hidup(request: Permintaan) -> HttpResponse:
    """Somebody is typing: nothing to answer, the idle clock was told on the way."""
    return HttpResponse(status=204)


@login_required
@require_GET
def ulang_sso(request: Permintaan) -> HttpResponse:
    """For whoever has neither password nor factor here: prove it at the single sign-on."""
    konteks = {"next": get_next_redirect_url(request) or "/", "nama_sso": settings.SSO_NAME if settings.SSO_URL else ""}
    return render(request, "akun/ulang_sso.html", konteks)


def lewat_sso(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A provider that is away is no fault of the person, nor of ours."""

    @wraps(view)
    def jaga(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except RequestException:
            raise SementaraTerganggu("SSO sedang tidak menjawab. Masuk dengan kata sandi, atau coba lagi.") from None

    return jaga


@require_GET
def sso_ditolak(request: HttpRequest, sebab: str = "") -> HttpResponse:
    kalimat = SEBAB.get(sebab or request.GET.get("sebab", ""), SEBAB["gagal"])
    return render(request, "akun/sso_ditolak.html", {"pesan": kalimat}, status=403)
