"""Which key at the provider is a person's."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cryptography import x509

from signing.certificates import nip_of
from signing.csc.errors import sentence
from signing.remote.folder import Folder
from signing.remote.signer import Accounts as RemoteAccounts


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


Accounts = RemoteAccounts[Account]


class FolderAccounts(Folder[Account]):
    """``<folder>/<who>.json`` with ``{"credential": "…"}`` or ``{"user": "…"}``, and optionally ``<who>.pem``."""

    missing = sentence("akun_tidak_ada")

    def _account(self, data: dict[str, Any], certificate: x509.Certificate | None) -> Account:
        return Account(str(data.get("credential") or ""), str(data.get("user") or ""), certificate)
