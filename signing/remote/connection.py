"""HTTP with the agency's server, and the one question that matters: can the request have arrived?"""

from __future__ import annotations

import asyncio
import base64
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

import aiohttp

from signing.errors import SecretWiped
from signing.secret import Secret

_MAX_ANSWER = 150_000_000


class Reachable(Protocol):
    """How a server is reached. Times are seconds; ``ca`` is a PEM file of its own issuer."""

    @property
    def url(self) -> str: ...
    @property
    def timeout(self) -> float: ...
    @property
    def read_timeout(self) -> float: ...
    @property
    def connect_timeout(self) -> float: ...
    @property
    def ca(self) -> Path | None: ...


@dataclass(frozen=True)
class Answer:
    """What came back. ``whole`` is False when the connection broke or the time ran out inside the body."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    whole: bool = True


class NotSent(Exception):
    """No connection: the server has seen nothing of the request."""


class NoAnswer(Exception):
    """The request was on its way and no answer came: it may have been carried out."""


def basic(user: str, password: Secret) -> dict[str, str]:
    """HTTP Basic authentication (RFC 7617)."""
    pair = f"{user}:{password.reveal()}".encode()
    return {"Authorization": "Basic " + base64.b64encode(pair).decode()}


class Connection:
    """Synchronous calls to one server; a context manager for one batch.

    A new connection for every call: on a kept one that just died nobody can tell whether the request arrived. No proxy,
    no redirects (they would carry the passphrase elsewhere), no retry of any kind. Exceptions of the HTTP library stay
    inside, for they can hold the request.
    """

    def __init__(self, profile: Reachable) -> None:
        self.profile = profile
        self._runner = asyncio.Runner()
        self._session: aiohttp.ClientSession | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            self._runner.run(self._session.close())
        self._runner.close()

    def get(self, path: str) -> Answer:
        """Raises :class:`NotSent`, :class:`NoAnswer`. *path* must hold no NIK."""
        return self._runner.run(self._call("GET", path, {}, self.profile.read_timeout))

    def post_json(self, path: str, data: Mapping[str, Any], *, timeout: float | None = None) -> Answer:
        return self._runner.run(self._call("POST", path, {"json": data}, timeout or self.profile.timeout))

    def post_form(self, path: str, fields: Mapping[str, str], files: Mapping[str, tuple[str, bytes]]) -> Answer:
        """Multipart; *files* are (media type, content) by field."""
        form = aiohttp.FormData()
        for name, value in fields.items():
            form.add_field(name, value)
        for name, (kind, content) in files.items():
            form.add_field(name, content, filename=f"{name}.{kind.rpartition('/')[2]}", content_type=kind)
        return self._runner.run(self._call("POST", path, {"data": form}, self.profile.timeout))

    def introduction(self) -> Mapping[str, str]:
        """The headers that say who we are; made anew for every call. May raise SecretWiped."""
        return {}

    def _opened(self) -> aiohttp.ClientSession:
        check: ssl.SSLContext | bool = True
        if self.profile.ca is not None:
            check = ssl.create_default_context(cafile=str(self.profile.ca))
        return aiohttp.ClientSession(connector=aiohttp.TCPConnector(force_close=True, ssl=check))

    async def _call(self, method: str, path: str, content: dict[str, Any], timeout: float) -> Answer:
        try:
            self._session = self._session or self._opened()
            headers = self.introduction()
        except (OSError, ValueError, SecretWiped) as error:  # the issuer's file, the application's password
            raise NotSent(type(error).__name__) from None
        limits = aiohttp.ClientTimeout(total=timeout, sock_connect=min(timeout, self.profile.connect_timeout))
        try:
            async with self._session.request(
                method, self.profile.url + path, headers=headers, timeout=limits, allow_redirects=False, **content
            ) as response:
                body, whole = await _body(response)
                return Answer(response.status, dict(response.headers), body, whole)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL) as error:
            raise NotSent(type(error).__name__) from None
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise NoAnswer(type(error).__name__) from None


async def _body(response: aiohttp.ClientResponse) -> tuple[bytes, bool]:
    parts = bytearray()
    try:
        async for part in response.content.iter_any():
            parts += part
            if len(parts) > _MAX_ANSWER:
                return b"", False
    except (aiohttp.ClientError, TimeoutError, OSError):
        return bytes(parts), False
    return bytes(parts), True
