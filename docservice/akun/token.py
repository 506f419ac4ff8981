"""``Authorization: Bearer …`` for /api/v1/, and the scope each view asks for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from django.utils import timezone
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed, Throttled
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.throttling import AnonRateThrottle, SimpleRateThrottle

from docservice.akun.models import Cakupan, Pengguna, TokenApi

if TYPE_CHECKING:
    from rest_framework.views import APIView

V = TypeVar("V", bound=Callable[..., Any])
KETELITIAN = timedelta(minutes=1)
"""Of ``terakhir_dipakai``: one write a minute, not one a request."""


class TebakanToken(AnonRateThrottle):
    """Counts wrong tokens per address. A right one is never held up: a whole office may share an address."""

    scope = "token"

    def get_cache_key(self, request: Request, view: APIView | None) -> str:
        return f"throttle_{self.scope}_{self.get_ident(request)}"


class LajuToken(SimpleRateThrottle):
    """One token's requests: a program that runs wild must not take the service from people."""

    scope = "per_token"

    def get_cache_key(self, request: Request, view: APIView) -> str | None:
        return f"throttle_{self.scope}_{request.auth.sidik}" if isinstance(request.auth, TokenApi) else None


class TokenAuthentication(BaseAuthentication):
    def authenticate(self, request: Request) -> tuple[Pengguna, TokenApi] | None:
        jenis, _, teks = request.headers.get("Authorization", "").partition(" ")
        if jenis.lower() != "bearer" or not teks:
            return None
        sidik = TokenApi.sidik_dari(teks.strip())
        token = TokenApi.objects.select_related("pengguna").filter(sidik=sidik).first()
        now = timezone.now()
        if token is None or not token.berlaku(now):
            self._hitung_tebakan(request)
            raise AuthenticationFailed
        lama = token.terakhir_dipakai
        if lama is None or now - lama > KETELITIAN:
            TokenApi.objects.filter(pk=token.pk).update(terakhir_dipakai=now)
        return token.pengguna, token

    def _hitung_tebakan(self, request: Request) -> None:
        tebakan = TebakanToken()
        if not tebakan.allow_request(request, None):  # type: ignore[arg-type] # no view is reached
            raise Throttled(tebakan.wait())

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


class Bercakupan(BasePermission):
    """The token's scope covers the method: reading, or writing for a change, or what the view names for either."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        if not isinstance(request.auth, TokenApi):
            return False
        membaca = request.method in ("GET", "HEAD", "OPTIONS")
        nama, biasa = ("cakupan_baca", Cakupan.BACA) if membaca else ("cakupan", Cakupan.TULIS)
        return getattr(view, nama, biasa) in request.auth.cakupan


def bercakupan(cakupan: Cakupan, *, membaca: bool = False) -> Callable[[V], V]:
    """For a view that is a function: a change through it, or *membaca* too, asks for a token of this very scope.

    Where a page asks who one is once more before it acts, a key that was made for less must not act either.
    """

    def tandai(view: V) -> V:
        view.cls.cakupan = cakupan  # type: ignore[attr-defined]  # what api_view made of it
        if membaca:
            view.cls.cakupan_baca = cakupan  # type: ignore[attr-defined]
        return view

    return tandai


def saya(request: Request) -> Pengguna:
    """Whoever holds the token of this request; only behind :class:`Bercakupan`."""
    pengguna = request.user
    assert isinstance(pengguna, Pengguna)
    return pengguna


def token_ini(request: Request) -> TokenApi:
    token = request.auth
    assert isinstance(token, TokenApi)
    return token


def peran_tercatat(request: Request) -> str:
    """In what capacity, for the trace of a reading: every role held today, through which token."""
    peran = ", ".join(tugas.label for tugas in saya(request).penugasan_berlaku()) or "Pegawai"
    return f"{peran} (API: {token_ini(request).nama})"
