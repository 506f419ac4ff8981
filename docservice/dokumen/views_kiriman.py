"""The door of resumable uploads for our own pages: session and CSRF token as on any form."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse

from docservice.akun.models import Pengguna
from docservice.dokumen.tus import layani
from docservice.umum.errors import KesalahanDomain
from docservice.umum.galat import badan


class BelumMasuk(KesalahanDomain):
    """A script cannot be led to the sign-in page; it says this instead and goes on afterwards."""

    kode = "belum_masuk"
    status = 401


def kiriman(request: HttpRequest, pk: str = "") -> HttpResponse:
    if not isinstance(request.user, Pengguna):
        salah = BelumMasuk("Sesi Anda sudah berakhir. Masuk lagi di jendela lain; unggahan lalu dilanjutkan.")
        return JsonResponse(badan(salah), status=salah.status)
    return layani(request, request.user, _alamat, pk)


def _alamat(pk: str) -> str:
    return reverse("dokumen:kiriman", args=[pk])
