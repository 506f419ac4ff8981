"""A PKCS#11 token: opened with a PIN for one batch, asked for raw signatures, closed.

Two facts of PKCS#11 shape this file. A PIN logs the whole process in, not one session: while somebody is
logged in, a second person's wrong PIN would not be noticed. And modules are loaded without locks of their
own. So one batch at a time holds the module, and nobody waits for it for ever.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pkcs11 as p11
from cryptography import x509
from pkcs11.constants import Attribute, ObjectClass

from signing.errors import ConfigurationError, Refused, SignerMissing, SigningError, Unavailable
from signing.secret import Secret

_turn = threading.Lock()
_process = os.getpid()
_WAIT = 60.0
"""Seconds to wait for another batch on a token of this process."""

_BY_KIND: tuple[tuple[tuple[type[Exception], ...], type[SigningError], str], ...] = (
    ((p11.PinIncorrect, p11.PinInvalid, p11.PinLenRange), Refused, "passphrase_salah"),
    ((p11.PinLocked,), Refused, "token_terkunci"),
    ((p11.PinExpired, p11.UserPinNotInitialized), Refused, "pin_harus_diganti"),
    ((p11.MechanismInvalid, p11.MechanismParamInvalid, p11.KeySizeRange), Refused, "algoritma_tidak_didukung"),
    ((p11.KeyTypeInconsistent, p11.UserNotLoggedIn), Refused, "kunci_tidak_boleh_dipakai"),
    ((p11.UserAlreadyLoggedIn, p11.SessionCount), Unavailable, "token_sibuk"),
    ((p11.NoSuchToken, p11.TokenNotPresent, p11.SlotIDInvalid), Unavailable, "token_tidak_ada"),
)


@dataclass(frozen=True)
class Holder:
    """What belongs to one label on a token. ``key`` is a handle; the key itself never leaves the token."""

    certificate: x509.Certificate
    others: tuple[x509.Certificate, ...]
    key: Any
    mechanisms: frozenset[Any]


def translated(error: Exception) -> SigningError:
    """A token that stopped answering has signed nothing that we kept: asking again later is safe."""
    for kinds, ours, code in _BY_KIND:
        if isinstance(error, kinds):
            return ours(code)
    return Unavailable("token_terputus")


def certificate_of(module: str, token: str, who: str) -> x509.Certificate:
    """Without a PIN: certificates on a token are public. Raises :class:`~signing.errors.SigningError`."""
    with _opened(module, token, None) as (session, _):
        return _certificate(session, who)[0]


@contextlib.contextmanager
def holder(module: str, token: str, who: str, secret: Secret) -> Iterator[Holder]:
    """Log in, find certificate and key of *who*, and log out at the end. The PIN is given exactly once.

    Raises :class:`~signing.errors.SigningError`: ``passphrase_salah``, ``token_terkunci``, ``token_tidak_ada``,
    ``sertifikat_tidak_ada``, ``kunci_tidak_ada`` and the others of ``_BY_KIND``.
    """
    with _opened(module, token, secret) as (session, mechanisms):
        try:
            certificate, identifier = _certificate(session, who)
            others = tuple(c for c, _, _ in _certificates(session) if c != certificate)
            key = _key(session, who, identifier)
        except p11.PKCS11Error as error:
            raise translated(error) from error
        yield Holder(certificate, others, key, mechanisms)


def labels(module: str) -> set[str]:
    """Of the tokens that are plugged in now. Raises :class:`~signing.errors.SigningError`."""
    with _alone():
        try:
            library = _library(module)
            library.reinitialize()  # else a token that came later is not seen
            return {slot.get_token().label for slot in library.get_slots(token_present=True)}
        except p11.PKCS11Error as error:
            raise translated(error) from error


@contextlib.contextmanager
def _opened(module: str, label: str, secret: Secret | None) -> Iterator[tuple[p11.Session, frozenset[Any]]]:
    with _alone():
        try:
            token = _token(module, label)
            mechanisms = frozenset(token.slot.get_mechanisms())
            session = token.open(user_pin=secret.reveal() if secret is not None else None)
        except p11.PKCS11Error as error:
            raise translated(error) from error
        try:
            yield session, mechanisms
        finally:
            with contextlib.suppress(p11.PKCS11Error):  # a token that was pulled out is closed already
                session.close()


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    if not _turn.acquire(timeout=_WAIT):
        raise Unavailable("token_sibuk")
    try:
        yield
    finally:
        _turn.release()


def _token(module: str, label: str) -> Any:
    """Found anew each time: a token may have been pulled out and put back."""
    library = _library(module)
    try:
        return library.get_token(token_label=label)
    except p11.MultipleTokensReturned as error:
        raise ConfigurationError("token_ganda") from error
    except p11.PKCS11Error:
        library.reinitialize()
        return library.get_token(token_label=label)


def _library(module: str) -> Any:
    """A fork must start afresh."""
    global _process
    try:
        library = p11.lib(module)
    except RuntimeError as error:
        if type(error) in {RuntimeError, p11.PKCS11Error}:  # the loader's own; a token's errors have names
            raise ConfigurationError("modul_token_tidak_ada") from error
        raise
    if _process != os.getpid():
        library.reinitialize()
        _process = os.getpid()
    return library


def _certificates(session: p11.Session) -> list[tuple[x509.Certificate, str, bytes]]:
    found = session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})
    return [(_loaded(o[Attribute.VALUE]), o[Attribute.LABEL], o[Attribute.ID]) for o in found]


def _loaded(der: bytes) -> x509.Certificate:
    try:
        return x509.load_der_x509_certificate(der)
    except ValueError as error:
        raise Refused("kunci_rusak") from error


def _certificate(session: p11.Session, who: str) -> tuple[x509.Certificate, bytes]:
    """The newest of that label: a renewed certificate stays beside the old one on many tokens."""
    found = [(certificate, key) for certificate, label, key in _certificates(session) if label == who]
    if not found:
        raise SignerMissing("sertifikat_tidak_ada")
    return max(found, key=lambda pair: pair[0].not_valid_before_utc)


def _key(session: p11.Session, who: str, identifier: bytes) -> Any:
    """CKA_ID joins a key to its certificate (PKCS#11 §4.6.2); where it is empty the label does."""
    by = {Attribute.ID: identifier} if identifier else {Attribute.LABEL: who}
    found = list(session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY, **by}))
    if len(found) != 1:
        raise Refused("kunci_ganda" if found else "kunci_tidak_ada")
    return found[0]
