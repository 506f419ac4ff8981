"""Tells each request in which of their roles a person works."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.akun.request import PeranAktif


class PeranMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if isinstance(request.user, Pengguna):
            daftar = daftar_peran(request.user)
            pilihan = request.session.get("peran")
            request.daftar_peran = daftar  # type: ignore[attr-defined]
            request.peran = next((p for p in daftar if p.kunci == pilihan), daftar[0])  # type: ignore[attr-defined]
        return self.get_response(request)


def daftar_peran(pengguna: Pengguna) -> list[PeranAktif]:
    """All roles of a person, offices first; everyone with an employee record is also *pegawai*."""
    peran = [PeranAktif.dari(tugas) for tugas in pengguna.penugasan_berlaku()]
    return [*peran, PeranAktif(Peran.PEGAWAI, "Pegawai", "Arsip saya sendiri")]
