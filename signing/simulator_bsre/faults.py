"""What may go wrong, by name and number: each was seen at real servers or in front of them."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    """The order is the number in the magic NIK, from 1: new ones go at the end."""

    ZERO_BYTES = "zero-bytes"
    """HTTP 200, signed, and not one byte of it in the answer."""
    JSON_ERROR_200 = "json-error-200"
    """HTTP 200 with an error in JSON where a PDF is expected."""
    HTML_502 = "html-502"
    BUSY_429 = "busy-429"
    DOWN_503 = "down-503"
    GATEWAY_504 = "gateway-504"
    SLOW = "slow"
    """Signed at once, answered only after ``Settings.slow_seconds``."""
    CUT = "cut"
    """Signed; the connection is cut in the middle of the answer."""
    OTHER_ORDER = "other-order"
    """v2: ``file[]`` turned around."""
    ONE_SHORT = "one-short"
    """v2: the last file is missing."""
    BROKEN_BASE64 = "broken-base64"
    OTHER_PERSON = "other-person"
    """Signed with somebody else's certificate."""
    REWRITTEN = "rewritten"
    """The signature is good, but over a file that was saved anew: the input is no longer its beginning."""
    NO_TSA = "no-tsa"
    """B-B instead of B-T."""
    CLOCK_OFF = "clock-off"
    """The signing time is six minutes before the timestamp."""
    CODE_IN_TEXT = "code-in-text"
    """Wrong passphrase, told with the code at the end of the text only."""
    NOT_JSON = "not-json"
    """HTTP 400 that says it is JSON and is not."""
    EXPIRES_TODAY = "expires-today"
    REVOKED = "revoked"
    """Signs although the issuer's responder says *revoked*."""
    ECHO = "echo"
    """An error that repeats NIK and passphrase."""
    CRASH_500 = "crash-500"
    """HTTP 500 with a Spring error page in JSON: nobody knows how far it got."""
    BAD_PDF = "bad-pdf"
    """HTTP 400 with the text of v1's engine about a file it cannot read."""

    @property
    def number(self) -> int:
        return list(Fault).index(self) + 1

    @property
    def nik(self) -> str:
        """The NIK that always meets this fault."""
        return f"9999{self.number:012d}"

    @classmethod
    def of(cls, header: str | None, nik: str) -> Fault | None:
        """The fault this request asks for; raises ValueError for an unknown name."""
        if header:
            return cls(header)
        return next((fault for fault in cls if fault.nik == nik), None)
