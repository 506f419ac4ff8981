"""``<folder>/<who>.json`` and ``<who>.pem``: who a person is to a provider, and which certificate is theirs."""

from __future__ import annotations

import json
import re
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, Generic, TypeVar

from cryptography import x509

from signing.errors import ConfigurationError, SignerMissing

_WHO = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
A = TypeVar("A")


class Folder(ABC, Generic[A]):
    """The accounts of a provider's people, a file each; *A* is what the provider knows them by."""

    missing: str
    """The sentence for a person without one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find(self, who: str) -> A:
        """Raises SignerMissing, and :class:`~signing.errors.ConfigurationError` for a file that says nothing usable."""
        file = self.folder / f"{who}.json"
        if not _WHO.fullmatch(who) or not file.is_file():
            raise SignerMissing("akun_tidak_ada", self.missing)
        try:
            data = json.loads(file.read_text(encoding="utf-8"))
            return self._account({**data}, _certificate(file.with_name(f"{who}.pem")))
        except (ValueError, TypeError):
            raise ConfigurationError("akun_rusak", self.missing) from None  # the cause would quote the file

    @abstractmethod
    def _account(self, data: dict[str, Any], certificate: x509.Certificate | None) -> A:
        """Raises ValueError when *data* does not say who it is."""


def _certificate(pem: Path) -> x509.Certificate | None:
    return x509.load_pem_x509_certificate(pem.read_bytes()) if pem.is_file() else None
