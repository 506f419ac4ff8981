"""The signing port: what every signer, wherever its key lives, is asked and answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol, runtime_checkable

from signing.secret import Secret

LEVELS = ("B-B", "B-T", "B-LT", "B-LTA")
"""PAdES baseline levels, ETSI EN 319 142-1, weakest first."""


class OutcomeStatus(StrEnum):
    SIGNED = "signed"
    REFUSED = "refused"
    """Nothing was signed and asking again with the same input will not help."""
    RETRYABLE = "retryable"
    """Nothing was signed; asking again later may help."""
    UNKNOWN = "unknown"
    """The provider may or may not have signed: never ask again without looking (Law 6)."""


@dataclass(frozen=True)
class Placement:
    """Where a new visible signature goes: page from 0, box in points from the lower left corner."""

    page: int
    box: tuple[int, int, int, int]


@dataclass(frozen=True)
class SigningRequest:
    """One document to sign. ``reference`` is the caller's own key and comes back in the outcome.

    ``field_name`` is an existing empty signature field, whose prepared appearance is kept; None makes
    a new field, invisible unless ``placement`` says where. ``certify`` makes the first signature an
    author signature, ``permissions`` is its DocMDP level: 1 no changes, 2 further signatures allowed.
    ``stamp`` writes name and reason into the empty picture that was prepared with the field.
    """

    reference: str
    pdf: bytes = field(repr=False)
    field_name: str | None = None
    reason: str | None = None
    location: str | None = None
    certify: bool = False
    permissions: int = 2
    placement: Placement | None = None
    stamp: bool = False


@dataclass(frozen=True)
class Outcome:
    """What became of one document. ``pdf`` and ``level`` are set only when it was signed."""

    reference: str
    status: OutcomeStatus
    pdf: bytes | None = field(default=None, repr=False)
    level: str | None = None
    provider_code: str | None = None
    provider_text: str | None = None
    provider_reference: str | None = None


@dataclass(frozen=True)
class Identity:
    """Whose certificate it is, read from the certificate itself. A ``seal`` is an organisation's, not a person's."""

    common_name: str
    nip: str | None
    not_before: datetime
    not_after: datetime
    serial: str
    issuer: str
    organisation: str | None = None
    seal: bool = False


class Signer(Protocol):
    """A provider of signatures: software key, token, or remote service."""

    @property
    def name(self) -> str: ...

    def identity(self, who: str) -> Identity:
        """The certificate of *who*. Raises :class:`~signing.errors.SignerMissing`."""
        ...

    def sign_batch(
        self,
        who: str,
        requests: Iterable[SigningRequest],
        secret: Secret,
        *,
        level: str = "B-LTA",
        progress: Callable[[Outcome], None] | None = None,
    ) -> list[Outcome]:
        """Sign every request with one passphrase entry; one outcome per request, in order.

        *requests* are taken one after another as they are signed, and *progress* gets each outcome as it comes. What
        was told there is not kept: the outcomes returned then have no file, so that a batch may be of any length.
        Never raises for a document or a provider: each fate is in its outcome. A signature is made at
        *level* or not at all.
        """
        ...


@runtime_checkable
class CodeSender(Protocol):
    """A provider that may send people a code which they type instead of, or beside, their passphrase."""

    def ask_code(self, who: str, files: int) -> str | None:
        """Have *who* sent a code for signing so many files; the provider's words about it, mostly empty.

        None where the person's key needs no such code. Raises :class:`~signing.errors.SigningError`.
        """
        ...
