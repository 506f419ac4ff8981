"""RFC 3161 client: several authorities in order, every answer checked, no stand-in for a missing one."""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import ipaddress
import secrets
import urllib.error
import urllib.request
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from asn1crypto import algos, cms, core, tsp
from cryptography.exceptions import InvalidSignature

from signing.errors import ClockOff, ConfigurationError, TimestampUnavailable
from signing.settled import raw_parts
from signing.token_check import authority_of, check_token

_MAX_ANSWER = 1_000_000
_TOLERANCE = timedelta(minutes=5)
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
_GRANTED = {"granted", "granted_with_mods"}


class Timestamper:
    """Asks timestamping authorities over HTTP, the first in the list first.

    ``urls`` are tried in order for each token, ``timeout`` is seconds per authority.
    """

    def __init__(self, urls: Sequence[str], timeout: float = 10) -> None:
        self.urls = tuple(urls)
        self.timeout = timeout
        if any(urlsplit(url).scheme not in {"http", "https"} for url in self.urls):
            raise ConfigurationError("tsa_tidak_tersedia")

    def token(self, digest: bytes, algorithm: str = "sha256") -> bytes:
        """A timestamp token (DER ContentInfo) over *digest*.

        Raises :class:`~signing.errors.TimestampUnavailable` when no authority gave a good one.
        """
        problems = []
        for url in self.urls:
            try:
                return self.token_from(url, digest, algorithm)
            except TimestampUnavailable as error:
                problems.append(error.bare())
        raise none_left(problems)

    def token_from(self, url: str, digest: bytes, algorithm: str = "sha256") -> bytes:
        """Like :meth:`token`, from one authority only."""
        nonce = secrets.randbits(63) | 1 << 62
        request = _request(digest, algorithm, nonce)
        try:
            return _checked(_post(url, request.dump(), self.timeout), request, nonce)
        except (OSError, http.client.HTTPException, InvalidSignature, ValueError, TypeError, KeyError) as error:
            raise TimestampUnavailable(f"{urlsplit(url).netloc}: {type(error).__name__}") from error

    def good_until(self) -> datetime:
        """When the certificate of the authority that answers now ends: its next tokens come from another.

        Raises :class:`~signing.errors.TimestampUnavailable`.
        """
        return authority_of(self.token(hashlib.sha256(b"").digest())).not_valid_after_utc


def none_left(problems: Sequence[TimestampUnavailable]) -> TimestampUnavailable:
    """Why there is no token. When every authority names another time than we do, the clock to mend is ours."""
    kind = ClockOff if problems and all(isinstance(one, ClockOff) for one in problems) else TimestampUnavailable
    return kind("; ".join(problem.detail for problem in problems) or "no authority configured")


def _request(digest: bytes, algorithm: str, nonce: int) -> tsp.TimeStampReq:
    imprint = {"hash_algorithm": algos.DigestAlgorithm({"algorithm": algorithm}), "hashed_message": digest}
    return tsp.TimeStampReq({"version": 1, "message_imprint": imprint, "nonce": core.Integer(nonce), "cert_req": True})


def _post(url: str, body: bytes, timeout: float) -> bytes:
    headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    request = urllib.request.Request(url, body, headers)
    send = _DIRECT.open if _is_loopback(url) else urllib.request.urlopen
    with contextlib.closing(send(request, timeout=timeout)) as answer:
        content: bytes = answer.read(_MAX_ANSWER + 1)
    if len(content) > _MAX_ANSWER:
        raise ValueError("answer too long")
    return content


def _checked(answer: bytes, request: tsp.TimeStampReq, nonce: int) -> bytes:
    """RFC 3161 §2.4.2: status granted, same nonce, same imprint, and a signature that holds."""
    response = tsp.TimeStampResp.load(answer, strict=True)
    if response["status"]["status"].native not in _GRANTED:
        raise ValueError("not granted")
    _, token = raw_parts(response.contents)
    signed = cms.ContentInfo.load(token, strict=True)["content"]
    info = signed["encap_content_info"]["content"].parsed
    if info["nonce"].native != nonce:
        raise ValueError("nonce")
    if info["message_imprint"].native != request["message_imprint"].native:
        raise ValueError("imprint")
    check_token(signed)
    if abs(info["gen_time"].native - _now()) > _TOLERANCE:
        raise ClockOff(f"{info['gen_time'].native:%Y-%m-%dT%H:%M:%SZ}")
    return token


def _now() -> datetime:
    return datetime.now(UTC)


def _is_loopback(url: str) -> bool:
    """Loopback is never behind the office's proxy."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
