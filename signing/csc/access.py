"""Getting in: what the service says of itself, and the token for all else (CSC §8.2 to §8.4, §11.1, §11.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from signing.csc.answers import failure
from signing.csc.connection import Connection
from signing.csc.errors import CscError, Scope
from signing.remote.answers import parsed
from signing.secret import Secret


def enter(connection: Connection) -> int:
    """Ask ``info``, get an access token, and tell the version: 1 or 2. Raises CscError, NotSent, NoAnswer."""
    about = information(connection)
    ways = about.get("authType") or []
    if "oauth2client" in ways or "basic" not in ways:
        only_pages = "oauth2code" in ways and "oauth2client" not in ways
        _with_client_credentials(connection, str(about.get("oauth2") or ""), only_pages=only_pages)
    else:
        _with_basic(connection)
    return version(about)


def information(connection: Connection) -> Mapping[str, Any]:
    """POST info: needs no token. Raises CscError (``alamat_penyedia``) where there is no CSC service."""
    answer = connection.post_json("/info", {}, timeout=connection.profile.read_timeout)
    about = parsed(answer)
    if answer.status != 200:
        raise failure(answer, ())
    if version(about) not in {1, 2}:
        raise CscError.retryable("alamat_penyedia", scope=Scope.PROVIDER)
    return about


def version(about: Mapping[str, Any]) -> int:
    """Of ``specs``, such as "1.0.4.0"; 0 when it is not there."""
    major = str(about.get("specs") or "").partition(".")[0]
    return int(major) if major.isdigit() else 0


def _with_basic(connection: Connection) -> None:
    """POST auth/login with HTTP Basic."""
    connection.basic = True
    try:
        answer = connection.post_json("/auth/login", {}, timeout=connection.profile.read_timeout)
    finally:
        connection.basic = False
    _keep_token(connection, answer.status, parsed(answer), failure(answer, ()))


def _with_client_credentials(connection: Connection, told: str, *, only_pages: bool) -> None:
    """POST oauth2/token, grant client_credentials (RFC 6749 §4.4).

    A service that names only ``oauth2code`` may still know this grant; when it does not, nobody is there to log in
    on its page (*only_pages*).
    """
    profile = connection.profile
    base = profile.oauth2 or (told if _same_host(told, profile.url) else profile.url)
    form = {
        "grant_type": "client_credentials",
        "scope": "service",
        "client_id": profile.user,
        "client_secret": profile.password.reveal(),
    }
    with Connection(replace(profile, url=base.rstrip("/").removesuffix("/oauth2"))) as other:
        answer = other.post_form("/oauth2/token", form, {})
    if only_pages and parsed(answer).get("error") in {"unsupported_grant_type", "unauthorized_client"}:
        raise CscError.retryable("masuk_lewat_peramban", scope=Scope.PROVIDER)
    _keep_token(connection, answer.status, parsed(answer), failure(answer, (form["client_secret"],)))


def _keep_token(connection: Connection, status: int, data: Mapping[str, Any], otherwise: CscError) -> None:
    token = data.get("access_token")
    if status != 200 or not isinstance(token, str) or not token:
        raise otherwise if otherwise.code != "http_400" else CscError.retryable("kredensial_penyedia")
    connection.token = Secret(token)


def _same_host(one: str, other: str) -> bool:
    return urlsplit(one)[:2] == urlsplit(other)[:2]
