"""``<folder>/<who>.json`` and ``<who>.pem``: who a person is to a provider, and which certificate is theirs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from cryptography import x509

_WHO = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


def account_files(folder: Path, who: str) -> tuple[dict[str, Any], x509.Certificate | None] | None:
    """The JSON object and the pinned certificate; None where there is no such person.

    Raises ValueError for files that cannot be read, without quoting them.
    """
    file, pem = folder / f"{who}.json", folder / f"{who}.pem"
    if not _WHO.fullmatch(who) or not file.is_file():
        return None
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        certificate = x509.load_pem_x509_certificate(pem.read_bytes()) if pem.is_file() else None
    except ValueError:
        raise ValueError(file.name) from None
    if not isinstance(data, dict):
        raise ValueError(file.name)
    return data, certificate
