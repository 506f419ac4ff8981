"""``scheme://host[:port][/path][?options]``: how an operator names a server, without any secret in it."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit


def taken_apart(address: str, scheme: str, known: set[str]) -> tuple[str, dict[str, str]]:
    """The server's URL and its options. ``<scheme>+http`` is plain HTTP, which has to be asked for.

    Raises ValueError: another scheme, no host, a name or password inside, an option that is not *known*.
    """
    parts = urlsplit(address)
    options = dict(parse_qsl(parts.query))
    schemes = {scheme: "https", f"{scheme}+https": "https", f"{scheme}+http": "http"}
    if parts.scheme not in schemes or not parts.hostname or "@" in parts.netloc or set(options) - known:
        raise ValueError(address)
    return f"{schemes[parts.scheme]}://{parts.netloc}{parts.path.rstrip('/')}", options


def seconds(text: str) -> float:
    """1 to 600. Raises ValueError."""
    if not text.isdigit() or not 1 <= int(text) <= 600:
        raise ValueError(text)
    return float(text)
