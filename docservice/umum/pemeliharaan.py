"""Planned maintenance: a mark on the disk with its expected end, so that it needs neither database nor cache.

While it stands everybody waits, but the public check and the health page answer (screens §5.17).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from docservice.umum.waktu import jam, tanggal_panjang

TERBUKA = ("/cek/", "/api/v1/cek/", "/sehat/")


def _tanda() -> Path:
    return Path(settings.VAR_DIR) / "pemeliharaan"


def mulai(sampai: datetime) -> None:
    """From now on, by expectation until *sampai* (with its zone)."""
    _tanda().write_text(sampai.isoformat())


def selesai() -> bool:
    """Open again; False when it was not closed."""
    ada = _tanda().exists()
    _tanda().unlink(missing_ok=True)
    return ada


def sampai() -> datetime | None:
    """The expected end while the mark stands, else None; a mark that cannot be read ends now."""
    try:
        return datetime.fromisoformat(_tanda().read_text().strip())
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return timezone.now()


def kalimat(akhir: datetime) -> str:
    """When it is over, as far as one knows."""
    if akhir <= timezone.now():
        return "Hampir selesai. Coba lagi beberapa menit lagi."
    return f"Selesai sekitar pukul {jam(akhir)}, {tanggal_panjang(timezone.localtime(akhir).date())}."


class PemeliharaanMiddleware:
    """Stands before everything that asks the database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        akhir = sampai()
        if akhir is None or request.path.startswith(TERBUKA):
            return self.get_response(request)
        tunggu = str(max(60, round((akhir - timezone.now()).total_seconds())))
        headers = {"Retry-After": tunggu, "Cache-Control": "no-store"}
        if request.path.startswith("/api/"):
            isi = {"kode": "pemeliharaan", "pesan": f"Sedang dalam pemeliharaan. {kalimat(akhir)}", "isian": {}}
            return JsonResponse(isi, status=503, headers=headers)
        jawab = render(request, "pemeliharaan.html", {"kalimat": kalimat(akhir)}, status=503)
        for nama, nilai in headers.items():
            jawab.headers[nama] = nilai
        return jawab
