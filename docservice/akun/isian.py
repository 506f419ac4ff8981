"""What was typed into a form that came too late: kept for its writer, encrypted, for half an hour (screens §3).

A session may end, or another window may sign in again, while someone writes. Their form is then put away under a
random word that only their browser holds, and stands on the page again when they come back. Files are not kept,
and a form with a secret in it leaves nothing at all.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.crypto import salted_hmac

from docservice.umum.asal import halaman_asal
from docservice.umum.formulir import BUKAN_ISIAN

MASA = 30 * 60
PALING_BESAR = 100_000
KUKI, KUKI_PENULIS = "isian", "penulis"
RAHASIA = frozenset({"password", "oldpassword", "password1", "password2", "passphrase", "otp", "code", "credential"})
GARAM = "docservice.isian"
KEMBALI = "Isian Anda kami simpan. Periksa lalu kirim lagi."
BERAKHIR = "Sesi Anda sudah berakhir. Masuk lagi untuk melanjutkan."


@dataclass(frozen=True)
class Isian:
    """A form as it was sent; *halaman* is the page it stood on."""

    penulis: int
    halaman: str
    isi: str
    berberkas: bool

    @property
    def kabar(self) -> str:
        return f"{KEMBALI} Berkasnya perlu Anda pilih lagi." if self.berberkas else KEMBALI


class IsianMiddleware:
    """Sets ``request.isian_kembali``: what was typed before, for the page it was typed on, else empty."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        kembali = _ambil(request)
        request.isian_kembali = QueryDict(kembali.isi if kembali else "")  # type: ignore[attr-defined]
        halaman = request.method == "POST" and not request.path.startswith("/api/")
        tamu = halaman and not request.user.is_authenticated  # before the view, which may sign somebody out
        response = self.get_response(request)
        if getattr(request, "simpan_isian", False) and request.method == "POST":
            return simpan(request, response)
        masuk = f"{resolve_url(settings.LOGIN_URL)}?next="  # as login_required says it
        if tamu and response.headers.get("Location", "").startswith(masuk):
            messages.info(request, BERAKHIR)
            return simpan(request, redirect(masuk + quote(halaman_asal(request) or "/", safe="")))
        if kembali:
            response.delete_cookie(KUKI)
        return response


def tandai(response: HttpResponse, penulis: int) -> HttpResponse:
    """At sign-in: whose browser this is, so that a form outliving its session comes back to nobody else."""
    nilai = signing.dumps(penulis, salt=GARAM)
    response.set_cookie(KUKI_PENULIS, nilai, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
    return response


def lupakan(response: HttpResponse) -> HttpResponse:
    """At sign-out: nothing waits for anyone."""
    response.delete_cookie(KUKI_PENULIS)
    return selesai(response)


def simpan_sendiri(request: HttpRequest) -> HttpResponse:
    """Answers a form that saves itself while one types; its page shows what was kept when it is opened again."""
    jawab = simpan(request, render(request, "bagian/tersimpan.html", {"pada": timezone.now()}))
    if KUKI not in jawab.cookies:
        return render(request, "bagian/tersimpan.html", {"galat": "Jangan tutup halaman ini dahulu."})
    return jawab


def selesai(response: HttpResponse) -> HttpResponse:
    """What was kept has been sent."""
    response.delete_cookie(KUKI)
    return response


def simpan(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Put the form away, if its writer is known, it came from a page of ours and it holds no secret."""
    penulis, halaman = _penulis(request), halaman_asal(request)
    isi = request.POST.copy()
    for nama in BUKAN_ISIAN:
        isi.pop(nama, None)
    teks = isi.urlencode()
    if not penulis or not halaman or RAHASIA & isi.keys() or not 0 < len(teks) <= PALING_BESAR:
        return response
    kata = request.COOKIES.get(KUKI) or secrets.token_urlsafe(32)
    muatan = signing.dumps([penulis, halaman, teks, bool(request.FILES)], salt=GARAM)
    cache.set(_letak(kata), _sandi(kata).encrypt(muatan.encode()), MASA)
    rahasia = settings.SESSION_COOKIE_SECURE
    response.set_cookie(KUKI, kata, max_age=MASA, httponly=True, samesite="Lax", secure=rahasia)
    return response


def _ambil(request: HttpRequest) -> Isian | None:
    """What waits for this person on this page; taken once."""
    kata = request.COOKIES.get(KUKI, "")
    if not kata or request.method != "GET" or not request.user.is_authenticated:
        return None
    try:
        muatan = _sandi(kata).decrypt(cache.get(_letak(kata), b""), ttl=MASA).decode()
        isian = Isian(*signing.loads(muatan, salt=GARAM))
    except (InvalidToken, signing.BadSignature):
        return None
    if isian.penulis != request.user.pk or isian.halaman != request.get_full_path():
        return None
    cache.delete(_letak(kata))
    messages.info(request, isian.kabar)
    return isian


def _penulis(request: HttpRequest) -> int:
    if request.user.is_authenticated:
        return request.user.pk
    try:
        return int(signing.loads(request.COOKIES.get(KUKI_PENULIS, ""), salt=GARAM))
    except signing.BadSignature:
        return 0


def _letak(kata: str) -> str:
    return f"isian:{hashlib.sha256(kata.encode()).hexdigest()}"


def _sandi(kata: str) -> Fernet:
    """Half of the key is ours, half in the browser: what the server keeps, the server alone cannot read."""
    return Fernet(base64.urlsafe_b64encode(salted_hmac(GARAM, kata, algorithm="sha256").digest()))
