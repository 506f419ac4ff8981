"""Signing in with NIP or office mail."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.db.models import Q
from django.http import HttpRequest

from docservice.akun.models import Pengguna


def cari(nama: str) -> Pengguna | None:
    """Whose NIP or office mail this is, as people type it."""
    nama = nama.replace(" ", "")
    return Pengguna.objects.filter(Q(nip=nama) | Q(surel__iexact=nama), ~Q(surel="") | Q(nip=nama)).first()


class NipAtauSurelBackend(BaseBackend):
    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **_: Any
    ) -> Pengguna | None:
        """The account, or None; an unknown name costs as much time as a wrong password."""
        if not username or password is None:
            return None
        pengguna = cari(username)
        if pengguna is None:
            Pengguna().set_password(password)
            return None
        return pengguna if pengguna.check_password(password) and pengguna.is_active else None

    def get_user(self, user_id: int) -> Pengguna | None:
        """With the employee record, if there is one: nearly every page asks whose archive it is."""
        return Pengguna.objects.select_related("pegawai").filter(pk=user_id, is_active=True).first()
