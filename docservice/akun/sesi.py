"""The life of a session: it begins, is seen, falls asleep behind a lock, and ends.

Idle, it is locked: every page answers with the question who is there, and what was being typed comes back after it.
``SESSION_HOURS`` after signing in it is over whatever happens.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from docservice.akun.bukti import BUKTI, MASUK, kapan_terbukti
from docservice.akun.faktor import wajib_dan_belum
from docservice.akun.isian import simpan
from docservice.antrean.pekerjaan import Klaim
from docservice.umum.asal import halaman_asal

TERAKHIR, DIKUNCI = "terakhir_pada", "dikunci_pada"
KETELITIAN = 60
"""Of the idle clock and the list of sessions: one write a minute, not one a request."""
TERBUKA = ("/api/", "/cek/", "/sehat/", "/masuk/", "/tampilan/")
"""Answered without a session, so also with a locked one."""
BUKTI_LAGI = ("/masuk/ulang/", "/masuk/sso/", "/keluar/")
"""The way out of the lock."""
PENGATURAN = ("/akun/", "/keluar/", "/kunci-layar/", *TERBUKA)
"""What a person may reach whose second factor is still to be set up."""


def mulai(sender: Any, request: HttpRequest, **_: Any) -> None:
    """At every sign-in, through whichever door: Django's own signal is the one place they all pass."""
    kini = time.time()
    request.session[MASUK] = request.session[TERAKHIR] = kini
    request.session[BUKTI] = min(kini, getattr(request, "terbukti_pada", kini))


def bersihkan_sesi(subjek: str, klaim: Klaim) -> None:
    """Sessions that are over, and what the list still says of them."""
    with klaim.selesai():
        Session.objects.filter(expire_date__lt=timezone.now()).delete()
        UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()


class SesiMiddleware:
    """Stands before every page: over, locked, or first a second factor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and not request.path.startswith("/api/"):
            _akhiri_yang_lewat(request)
        if request.user.is_authenticated and not request.path.startswith("/api/"):
            if (jawaban := _terkunci(request) or _tanpa_faktor(request)) is not None:
                return jawaban
            _lihat(request)
        return self.get_response(request)


def _akhiri_yang_lewat(request: HttpRequest) -> None:
    if time.time() - request.session.get(MASUK, 0) > settings.SESSION_HOURS * 3600:
        logout(request)


def kunci(request: HttpRequest) -> None:
    request.session[DIKUNCI] = time.time()


def terkunci(request: HttpRequest) -> bool:
    """Locked by hand or by idleness, and nothing proved since."""
    sejak = request.session.get(DIKUNCI, 0)
    if not sejak and time.time() - request.session.get(TERAKHIR, 0) > settings.IDLE_MINUTES * 60:
        sejak = request.session[DIKUNCI] = time.time()
    if sejak and kapan_terbukti(request) > sejak:
        del request.session[DIKUNCI]
        request.session[TERAKHIR] = time.time()
        return False
    return bool(sejak)


def _terkunci(request: HttpRequest) -> HttpResponse | None:
    if not terkunci(request):
        return None
    if request.path.startswith(BUKTI_LAGI):
        return None
    if request.path.startswith(TERBUKA):
        request.user = AnonymousUser()
        return None
    halaman = request.get_full_path() if request.method == "GET" else halaman_asal(request) or "/"
    tujuan = f"{reverse('account_reauthenticate')}?next={quote(halaman, safe='')}"
    if request.headers.get("HX-Request"):
        jawaban = HttpResponse(status=204, headers={"HX-Redirect": tujuan})
        return jawaban if request.method == "GET" else simpan(request, jawaban)
    return redirect(tujuan) if request.method == "GET" else simpan(request, redirect(tujuan))


def _tanpa_faktor(request: HttpRequest) -> HttpResponse | None:
    if request.path.startswith(PENGATURAN) or not wajib_dan_belum(request):
        return None
    return redirect("mfa_index")


def _lihat(request: HttpRequest) -> None:
    """Once a minute: the idle clock, and where this session was last seen.

    A page that renews itself is nobody's doing.
    """
    if request.headers.get("X-Segar"):
        return
    if time.time() - request.session.get(TERAKHIR, 0) < KETELITIAN or DIKUNCI in request.session:
        return
    request.session[TERAKHIR] = time.time()
    kunci_sesi = request.session.session_key
    if not UserSession.objects.filter(session_key=kunci_sesi).update(last_seen_at=timezone.now()):
        UserSession.objects.create_from_request(request)
