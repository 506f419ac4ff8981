"""A key at the provider, in one shape for both versions of the API."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography import x509

from signing.csc.errors import CscError, Scope

_MOST = 250
"""Documents in one call, however many the provider would take."""


@dataclass(frozen=True)
class Factor:
    """One thing a person shows to allow the use of the key.

    ``code`` is for one use; ``sent`` means that the provider sends it when asked; ``outside`` ones are shown on the
    person's own device and never pass through here.
    """

    name: str
    code: bool = False
    sent: bool = False
    outside: bool = False


@dataclass(frozen=True)
class Credential:
    """``algorithms`` are OIDs; ``factors`` is None for a way of authorization that is not ours to walk.

    ``browser``: that way leads through a web page of the provider (``oauth2code``, 1.0.4 §8.3.3, 2.0 §8.4.3).
    """

    name: str
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]
    algorithms: frozenset[str]
    factors: tuple[Factor, ...] | None
    most: int
    active: bool
    browser: bool = False

    @property
    def once(self) -> bool:
        """Whether what a person typed is good for one authorization only."""
        return any(factor.code and not factor.outside for factor in self.factors or ())


def read(name: str, data: Mapping[str, Any]) -> Credential:
    """The answer of ``credentials/info``. Raises :class:`CscError` when it makes no sense."""
    try:
        key, cert = data["key"], data["cert"]
        chain = tuple(x509.load_der_x509_certificate(_decoded(text)) for text in cert["certificates"])
        auth = data.get("auth")
        factors = _factors_v2(auth) if isinstance(auth, Mapping) else _factors_v1(data)
        browser = (auth.get("mode") if isinstance(auth, Mapping) else data.get("authMode")) == "oauth2code"
        most = int(data.get("multisign") or 1)
        active = key["status"] == "enabled" and cert.get("status", "valid") == "valid"
        algorithms = frozenset(map(str, key["algo"]))
        return Credential(name, chain[0], chain[1:], algorithms, factors, max(1, min(most, _MOST)), active, browser)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        raise CscError.retryable("penyedia_tidak_menjawab", scope=Scope.PROVIDER) from error


def _decoded(text: str) -> bytes:
    """Providers break base64 into lines."""
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except binascii.Error as error:
        raise ValueError("base64") from error


def _factors_v1(data: Mapping[str, Any]) -> tuple[Factor, ...] | None:
    """1.0.4 §11.5: ``authMode``, ``PIN`` and ``OTP``, each present ``true``, ``false`` or ``optional``."""
    if data.get("authMode", "implicit") != "explicit":
        return () if data.get("authMode", "implicit") == "implicit" else None
    pin, otp = (data.get(name) or {} for name in ("PIN", "OTP"))
    found = []
    if str(pin.get("presence", "false")).lower() != "false":
        found.append(Factor("PIN"))
    if str(otp.get("presence", "false")).lower() == "true" or (not found and otp.get("presence") == "optional"):
        found.append(Factor("OTP", code=True, sent=otp.get("type") == "online"))
    return tuple(found)


def _factors_v2(auth: Mapping[str, Any]) -> tuple[Factor, ...] | None:
    """2.0 §8.3.1 and §11.5: objects, joined by an expression; of several ways the first one we can walk."""
    if auth.get("mode") != "explicit":
        return () if auth.get("mode") == "implicit" else None
    objects = {str(one["id"]): _factor(one) for one in auth.get("objects") or ()}
    expression = str(auth.get("expression") or " AND ".join(objects))
    if "(" in expression and re.search(r"\bX?OR\b", expression):
        return None
    for way in re.split(r"\s+X?OR\s+", expression):
        names = [name.strip(" ()") for name in re.split(r"\s+AND\s+", way)]
        wanted = [objects.get(name) for name in names if name]
        factors = [factor for factor in wanted if factor is not None]
        if len(factors) == len(wanted) and sum(not factor.outside for factor in factors) <= 2:
            return tuple(factors)
    return None


def _factor(one: Mapping[str, Any]) -> Factor | None:
    """None for a type we do not know."""
    name, kind = str(one["id"]), one.get("type")
    challenge = kind in {"ChallengeResponse", "ChallengeResponseOOB"}
    code = challenge or "generator" in one or "OTP" in name.upper()
    outside = kind in {"PasswordOOB", "ChallengeResponseOOB"}
    known = challenge or kind in {"Password", "PasswordOOB"}
    return Factor(name, code, sent=challenge, outside=outside) if known else None
