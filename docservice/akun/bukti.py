"""Proof of who one is, given recently: asked for before signing, before roles change, before one's own security does.

Signing in is such a proof, and so is a password, a code or a passkey given again. A sign-in through the government's
single sign-on counts from the moment its provider says the person proved themselves there.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import quote

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from docservice.akun.isian import simpan
from docservice.umum.asal import halaman_asal

MASUK, BUKTI = "masuk_pada", "bukti_pada"
"""Session keys: when this session began, and what the sign-in itself proved."""
CARA = ("password", "mfa")
LAGI = "Demi keamanan, buktikan sekali lagi bahwa ini Anda, lalu ulangi tindakan tadi."


def kapan_terbukti(request: HttpRequest) -> float:
    """Seconds since the epoch; 0 when this session has proved nothing."""
    catatan = get_authentication_records(request, request.user)
    saat = [float(satu["at"]) for satu in catatan if satu["method"] in CARA]
    return max([float(request.session.get(BUKTI, 0)), *saat])


def baru_terbukti(request: HttpRequest) -> bool:
    batas: float = settings.REAUTH_MINUTES * 60
    return time.time() - kapan_terbukti(request) < batas


def perlu_bukti(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For a signed-in person whose proof is recent; others give it first and come back."""

    @wraps(view)
    @login_required
    def jaga(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs) if baru_terbukti(request) else minta_bukti(request)

    return jaga


def minta_bukti(request: HttpRequest) -> HttpResponse:
    """To the page that asks, and back to the page the person was on; a form is kept as after an ended session."""
    halaman = request.get_full_path() if request.method == "GET" else halaman_asal(request) or "/"
    tujuan = f"{reverse('account_reauthenticate')}?next={quote(halaman, safe='')}"
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": tujuan})
    if request.method == "GET":
        return redirect(tujuan)
    messages.info(request, LAGI)
    return simpan(request, redirect(tujuan))
