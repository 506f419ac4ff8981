"""What the verifier answers: three verdicts about signatures, two about files without any."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self

from signing.verifier.english import english


class Verdict(StrEnum):
    VALID = "valid"
    INVALID = "invalid"
    INDETERMINATE = "indeterminate"
    """It cannot be decided with what is known; never to be shown as good."""
    UNSIGNED = "unsigned"
    UNREADABLE = "unreadable"


_SEVERITY = (Verdict.VALID, Verdict.INDETERMINATE, Verdict.INVALID)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """Of valid, indeterminate and invalid; *valid* only when there is nothing worse."""
    return max(verdicts, key=_SEVERITY.index, default=Verdict.VALID)


@dataclass(frozen=True)
class Finding:
    """Something against a signature or a file, in words fit to show."""

    verdict: Verdict
    text: str

    @classmethod
    def against(cls, text: str) -> Self:
        return cls(Verdict.INVALID, text)

    @classmethod
    def undecided(cls, text: str) -> Self:
        return cls(Verdict.INDETERMINATE, text)


@dataclass(frozen=True)
class SignatureReport:
    """One signature. Times are ISO 8601 in UTC; ``reasons`` are Indonesian sentences.

    ``signed_at`` is what the signer's computer claimed, ``timestamp`` what the authority certified.
    ``coverage``: ``entire_file``, ``entire_revision``, ``partial``. ``changes_after``: kinds of later
    revisions. ``trust``: ``trusted``, ``untrusted``, ``unknown``. ``revocation``: ``good``,
    ``revoked``, ``unknown``.
    """

    field: str
    signer: str | None
    verdict: Verdict
    reasons: list[str]
    level: str | None = None
    signed_at: str | None = None
    timestamp: str | None = None
    coverage: str | None = None
    changes_after: list[str] = dataclasses.field(default_factory=list)
    trust: str = "unknown"
    revocation: str = "unknown"
    certificate_serial: str | None = None
    signer_nip: str | None = None
    reason: str | None = None
    location: str | None = None
    indication: str | None = None
    """The sub-indication of EN 319 102-1 when it is not valid, for instance ``HASH_FAILURE``."""

    @property
    def reasons_en(self) -> list[str]:
        """The reasons in English."""
        return [english(reason) for reason in self.reasons]


@dataclass(frozen=True)
class TimestampReport:
    """One document timestamp (archive timestamp)."""

    field: str
    authority: str | None
    verdict: Verdict
    reasons: list[str]
    time: str | None = None

    @property
    def reasons_en(self) -> list[str]:
        """The reasons in English."""
        return [english(reason) for reason in self.reasons]


@dataclass(frozen=True)
class Report:
    """The whole file. ``notes`` say what a reader should know and does not change the verdict."""

    verdict: Verdict
    reasons: list[str]
    signatures: list[SignatureReport] = dataclasses.field(default_factory=list)
    timestamps: list[TimestampReport] = dataclasses.field(default_factory=list)
    notes: list[str] = dataclasses.field(default_factory=list)
    development: bool = False
    """Whether trust rests on a development PKI, so that nothing here has legal effect."""

    @property
    def reasons_en(self) -> list[str]:
        """The reasons in English."""
        return [english(reason) for reason in self.reasons]

    def to_dict(self) -> dict[str, Any]:
        """JSON form; verdicts become their words, reasons are given in English too."""
        plain = asdict(self) | {"reasons_en": self.reasons_en}
        for name, parts in (("signatures", self.signatures), ("timestamps", self.timestamps)):
            plain[name] = [asdict(part) | {"reasons_en": part.reasons_en} for part in parts]
        return plain

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Report:
        signatures = [SignatureReport(**_fields(part)) for part in data["signatures"]]
        stamps = [TimestampReport(**_fields(part)) for part in data["timestamps"]]
        return cls(**{**_fields(data), "signatures": signatures, "timestamps": stamps})

    @classmethod
    def unreadable(cls, text: str) -> Report:
        return cls(Verdict.UNREADABLE, [text])


def _fields(data: dict[str, Any]) -> dict[str, Any]:
    """What was stored; the English is looked up again."""
    return {name: value for name, value in data.items() if name != "reasons_en"} | {"verdict": Verdict(data["verdict"])}
