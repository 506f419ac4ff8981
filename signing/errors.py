"""Everything that can go wrong, named by what the caller can do about it."""

from __future__ import annotations

from typing import Self

from signing.sentences import sentence


class SigningError(Exception):
    """Base of the package. ``code`` is stable and for machines, ``text`` is Indonesian and fit to show."""

    def __init__(self, code: str, text: str | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.text = text or sentence(code)

    def __str__(self) -> str:
        return self.text


class Refused(SigningError):
    """Trying again with the same input gives the same answer; nothing was signed."""


class SignerMissing(Refused):
    """There is no certificate for this person."""


class Unavailable(SigningError):
    """A service did not answer; nothing was signed and trying again later may help."""


class TimestampUnavailable(Unavailable):
    """No timestamping authority gave a usable token."""

    def __init__(self, detail: str = "") -> None:
        super().__init__("tsa_tidak_tersedia")
        self.detail = detail

    def bare(self) -> Self:
        """The same, without the frames and sockets it came through."""
        return type(self)(self.detail)


class ClockOff(TimestampUnavailable):
    """Our clock and the authorities' differ: what we sign would claim another time than it is stamped with."""

    def __init__(self, detail: str = "") -> None:
        SigningError.__init__(self, "jam_tidak_cocok")
        self.detail = detail


class ConfigurationError(SigningError):
    """The trust directory, key directory or option is wrong; only the operator can help."""


class SecretWiped(SigningError):
    """The passphrase was used after it had been wiped."""

    def __init__(self) -> None:
        super().__init__("rahasia_sudah_dihapus")
