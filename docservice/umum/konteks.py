"""What the frame needs on every page."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from docservice.umum.hitungan import sebentar
from docservice.umum.navigasi import Tampil, hitung, navigasi
from docservice.umum.waktu import zona_utc

UKURAN = (("biasa", "Biasa"), ("besar", "Besar"), ("sangat", "Sangat besar"))
TOMBOL = (("aktif", "Aktif"), ("mati", "Mati"))
TEMA = (("terang", "Terang"), ("gelap", "Gelap"), ("perangkat", "Ikut perangkat"))


def kerangka(request: HttpRequest) -> dict[str, Any]:
    """Region, theme, keys, navigation of the role one works in; nothing of it costs a query unless drawn."""
    tema, ukuran = request.COOKIES.get("tema", "perangkat"), request.COOKIES.get("ukuran", "biasa")
    tombol = request.COOKIES.get("tombol", "aktif")
    pengguna = getattr(request, "user", None)
    peran = getattr(request, "peran", None)
    masuk = pengguna is not None and pengguna.is_authenticated and peran is not None
    kode = peran.kode if peran else ""
    return {
        "NAMA_DAERAH": settings.REGION_NAME,
        "LINGKUNGAN_UJI": not settings.PRODUCTION,
        "PASSPHRASE_CONTOH": "" if settings.PRODUCTION else settings.DEVELOPMENT_PASSPHRASE,
        "DETIK_DIAM": round(settings.IDLE_MINUTES * 60),
        "VERSI": settings.VERSION,
        "ZONA": zona_utc(timezone.localtime()),
        "SEKARANG": timezone.now(),
        "TEMA": tema if tema in dict(TEMA) else "perangkat",
        "UKURAN": ukuran if ukuran in dict(UKURAN) else "biasa",
        "TOMBOL": tombol if tombol in dict(TOMBOL) else "aktif",
        "PILIHAN_TEMA": TEMA,
        "PILIHAN_TOMBOL": TOMBOL,
        "PILIHAN_UKURAN": UKURAN,
        "navigasi": SimpleLazyObject(lambda: _navigasi(request, kode)) if masuk else [],
        "kabar_baru": SimpleLazyObject(lambda: pengguna.kabar.filter(dibaca_pada=None).count()) if masuk else 0,  # type: ignore[union-attr]
    }


def _navigasi(request: HttpRequest, peran: str) -> list[Tampil]:
    jumlah = sebentar(request, peran, lambda: hitung(peran, request.user))
    return navigasi(peran, jumlah, request.path)
