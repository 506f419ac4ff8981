"""Which key at the provider is a person's."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from cryptography import x509

from signing.certificates import nip_of
from signing.csc.errors import sentence
from signing.errors import ConfigurationError, SignerMissing
from signing.remote.folder import account_files


@dataclass(frozen=True)
class Account:
    """``credential`` is the provider's credentialID; without it the keys of ``user`` are looked through.

    ``certificate`` pins the person's certificate; without it the NIP in the certificate must be theirs.
    """

    credential: str = ""
    user: str = field(default="", repr=False)
    certificate: x509.Certificate | None = None

    def is_theirs(self, certificate: x509.Certificate, who: str) -> bool:
        if self.certificate is not None:
            return certificate == self.certificate
        return nip_of(certificate.subject) == who


class Accounts(Protocol):
    def find(self, who: str) -> Account:
        """Raises :class:`~signing.errors.SignerMissing`."""
        ...


class FolderAccounts:
    """``<folder>/<who>.json`` with ``{"credential": "…"}`` or ``{"user": "…"}``, and optionally ``<who>.pem``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find(self, who: str) -> Account:
        """Also raises :class:`~signing.errors.ConfigurationError` for a file that says nothing usable."""
        try:
            found = account_files(self.folder, who)
        except ValueError:
            raise ConfigurationError("akun_rusak", sentence("akun_tidak_ada")) from None
        if found is None:
            raise SignerMissing("akun_tidak_ada", sentence("akun_tidak_ada"))
        data, certificate = found
        return Account(str(data.get("credential") or ""), str(data.get("user") or ""), certificate)
