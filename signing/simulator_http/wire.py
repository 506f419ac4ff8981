"""One call and one answer, apart from how they travel."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

JSON, PDF, HTML = "application/json", "application/pdf", "text/html"


@dataclass(frozen=True)
class Call:
    """``fields`` are the JSON object, the form or the multipart parts; files are bytes. ``address`` has the query."""

    method: str
    path: str
    fields: Mapping[str, Any] = field(default_factory=dict, repr=False)
    fault_name: str | None = None
    authorization: str = field(default="", repr=False)
    address: str = ""

    def text(self, name: str) -> str:
        """A field as text; empty when it is missing or null."""
        value = self.fields.get(name)
        return "" if value is None else str(value)

    def number(self, name: str, otherwise: float = 0) -> float:
        """Raises ValueError."""
        value = self.text(name)
        return float(value) if value else otherwise


@dataclass(frozen=True)
class Reply:
    """``delay`` in seconds before the first byte; ``cut`` breaks the connection half-way."""

    status: int = 200
    body: bytes = field(default=b"", repr=False)
    kind: str = JSON
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0
    cut: bool = False


def answer(data: Any, status: int = 200) -> Reply:
    return Reply(status, json.dumps(data).encode())
