"""Browsers: what people call them, and whether this one has been here with this person before."""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

KUKI, GARAM = "kenal", "docservice.kenal"
SETAHUN = 365 * 24 * 3600
PALING_BANYAK = 20
"""People at one shared computer that are remembered."""
PERAMBAN = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("HeadlessChrome", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
PERANGKAT = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "ponsel Android"),
    ("Windows", "komputer Windows"),
    ("Mac OS X", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "komputer Linux"),
)
"""The order matters: most browsers also name those they descend from."""


def nama_peramban(agen: str) -> str:
    """``Chrome di ponsel Android``, as far as the browser tells."""
    peramban = next((kata for tanda, kata in PERAMBAN if tanda in agen), "Peramban lain")
    perangkat = next((kata for tanda, kata in PERANGKAT if tanda in agen), "")
    return f"{peramban} di {perangkat}" if perangkat else peramban


def dikenal(request: HttpRequest) -> list[int]:
    """The accounts that signed in from this browser before."""
    try:
        isi: list[int] = signing.loads(request.COOKIES.get(KUKI, ""), salt=GARAM, max_age=SETAHUN)
    except signing.BadSignature:
        return []
    return isi


def kenali(request: HttpRequest, response: HttpResponse, pengguna: int) -> bool:
    """Whether this browser signed this person in before; from now on it has."""
    lama = dikenal(request)
    baru = [pengguna, *(satu for satu in lama if satu != pengguna)][:PALING_BANYAK]
    response.set_cookie(
        KUKI,
        signing.dumps(baru, salt=GARAM),
        max_age=SETAHUN,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return pengguna in lama
