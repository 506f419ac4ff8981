"""Under which NIK or e-mail a person is known to BSrE, and which certificate is theirs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from cryptography import x509

from signing.bsre.errors import sentence
from signing.errors import ConfigurationError, SignerMissing
from signing.remote.folder import account_files

_NIK = re.compile(r"\d{16}")


@dataclass(frozen=True)
class Account:
    """``nik`` has 16 digits (text: it may start with zero) or is empty; then ``email`` identifies, in v2 only.

    ``certificate`` pins the person's certificate; without it the NIP in the certificate must be theirs.
    """

    nik: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    certificate: x509.Certificate | None = None

    @property
    def fields(self) -> dict[str, str]:
        """How v2 is told who it is."""
        return {"nik": self.nik} if self.nik else {"email": self.email}

    @property
    def secrets(self) -> tuple[str, ...]:
        return tuple(text for text in (self.nik, self.email) if text)


class Accounts(Protocol):
    def find(self, who: str) -> Account:
        """Raises :class:`~signing.errors.SignerMissing`."""
        ...


class FolderAccounts:
    """``<folder>/<who>.json`` with ``{"nik": "…"}`` or ``{"email": "…"}``, and optionally ``<who>.pem``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find(self, who: str) -> Account:
        """Also raises :class:`~signing.errors.ConfigurationError` for a file that says nothing usable."""
        try:
            found = account_files(self.folder, who)
        except ValueError:
            raise _unusable() from None  # the cause would quote the file
        if found is None:
            raise SignerMissing("akun_tidak_ada", sentence("akun_tidak_ada"))
        data, certificate = found
        nik, email = str(data.get("nik") or ""), str(data.get("email") or "")
        if not (_NIK.fullmatch(nik) or (not nik and "@" in email)):
            raise _unusable()
        return Account(nik, email, certificate)


def _unusable() -> ConfigurationError:
    return ConfigurationError("akun_rusak", sentence("akun_tidak_ada"))
