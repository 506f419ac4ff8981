"""Turns refusals that reach the top into their page, and forbids caching of what belongs to a person."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from docservice.umum.galat import halaman, halaman_kesalahan
from docservice.umum.gangguan import sebagai_kesalahan


class KesalahanMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 405 and not request.path.startswith("/api/"):  # else an empty page
            response = halaman(request, 405)
        response.headers.setdefault("Cache-Control", "private, no-store")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", "camera=(self), geolocation=(), microphone=()")
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        kesalahan = sebagai_kesalahan(exception)
        return halaman_kesalahan(request, kesalahan) if kesalahan else None
