"""From which of our own pages a request came."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest


def halaman_asal(request: HttpRequest) -> str:
    """Path and query of the page that sent *request*; empty when it was not one of ours (or does not say).

    Forms may post to an address that only takes posts, so this is where a person can be led back to.
    """
    asal = urlsplit(request.headers.get("Referer", ""))
    sama = asal.scheme == request.scheme and asal.netloc == request.get_host()
    return f"{asal.path}?{asal.query}" if sama and asal.query else asal.path if sama else ""
