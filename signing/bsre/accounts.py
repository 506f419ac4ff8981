"""Under which NIK or e-mail a person is known to BSrE, and which certificate is theirs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from cryptography import x509

from signing.bsre.errors import sentence
from signing.remote.folder import Folder
from signing.remote.signer import Accounts as RemoteAccounts

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


Accounts = RemoteAccounts[Account]


class FolderAccounts(Folder[Account]):
    """``<folder>/<who>.json`` with ``{"nik": "…"}`` or ``{"email": "…"}``, and optionally ``<who>.pem``."""

    missing = sentence("akun_tidak_ada")

    def _account(self, data: dict[str, Any], certificate: x509.Certificate | None) -> Account:
        nik, email = str(data.get("nik") or ""), str(data.get("email") or "")
        if not (_NIK.fullmatch(nik) or (not nik and "@" in email)):
            raise ValueError
        return Account(nik, email, certificate)
