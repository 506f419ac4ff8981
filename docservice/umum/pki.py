"""Where the development PKI beside us answers, for settings that name no TSA of their own."""

from __future__ import annotations

import json
from pathlib import Path


def port_tsa(folder: Path) -> int | None:
    """The port its certificates name and so cannot change; None while there is no development PKI."""
    berkas = folder / "pki.json"
    return int(json.loads(berkas.read_text())["port"]) if berkas.exists() else None
