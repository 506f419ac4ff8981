"""Reading what a server said without believing or repeating too much of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from signing.remote.connection import Answer
from signing.secret import MASK

_NIK = re.compile(r"(?<!\d)\d{16}(?!\d)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f<>]+")
_LONGEST = 300


def parsed(answer: Answer) -> dict[str, Any]:
    """The JSON object of the body, whatever its media type claims; empty when there is none."""
    try:
        data = json.loads(answer.body)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def clean(text: str, secrets: Iterable[str]) -> str:
    """Fit to show: servers have been seen to repeat the passphrase in their errors."""
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        text = text.replace(secret, MASK)
    return _CONTROL.sub(" ", _NIK.sub(MASK, text)).strip()[:_LONGEST]
