"""Where a request comes from: the connection's own address, or what our proxy says with ``BEHIND_PROXY``."""

from __future__ import annotations

from django.http import HttpRequest
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle


def alamat_klien(request: HttpRequest | Request) -> str:
    """One rule for wrong passwords, wrong tokens and the public check (``NUM_PROXIES`` in the settings).

    Empty where there is none, as behind a unix socket whose proxy says nothing.
    """
    return BaseThrottle().get_ident(request) or ""  # type: ignore[arg-type]  # reads META only
