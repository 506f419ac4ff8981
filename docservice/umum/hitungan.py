"""The counts beside the navigation, kept for a moment: to count anew on every page would be a third of its work.

They are kept per session and role in this process alone, for :data:`MASA` seconds. What the person does themselves is
seen at once, by whichever process answers: every answer to an act gives the browser a new word, which is part of the
key.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse

MASA = 20
"""Seconds that what others did may be missing from a count; the lists behind it are always as they are."""
KUKI = "gerak"
MELIHAT = frozenset({"GET", "HEAD", "OPTIONS"})
PALING_PANJANG = 32

Jumlah = dict[str, int]


class HitunganMiddleware:
    """Gives the word after every act."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method not in MELIHAT and not request.path.startswith("/api/"):
            aman = settings.SESSION_COOKIE_SECURE
            kata = secrets.token_urlsafe(9)
            response.set_cookie(KUKI, kata, max_age=MASA, httponly=True, samesite="Lax", secure=aman)
        return response


def sebentar(request: HttpRequest, peran: str, hitung: Callable[[], Jumlah]) -> Jumlah:
    """What *hitung* counts for the person of *request* in *peran*; on the answer to an act always anew."""
    if request.method not in MELIHAT or not request.session.session_key:
        return hitung()
    kata = request.COOKIES.get(KUKI, "")[:PALING_PANJANG]
    kunci = hashlib.sha256(f"{request.session.session_key}\0{peran}\0{kata}".encode()).hexdigest()
    jumlah: Jumlah | None = caches["proses"].get(kunci)
    if jumlah is None:
        jumlah = hitung()
        caches["proses"].set(kunci, jumlah, MASA)
    return jumlah
