"""Is what came back a PDF at all? Apps of the field stored 3,907 empty answers as documents."""

from __future__ import annotations

import base64
import binascii
from typing import Any


def usable(pdf: bytes) -> bool:
    """A head and a tail; everything else is the verifier's."""
    return pdf.startswith(b"%PDF-") and pdf.rstrip(b"\r\n \x00").endswith(b"%%EOF")


def decoded(text: Any) -> bytes:
    """Base64 to bytes; empty when it is not whole."""
    if not isinstance(text, str):
        return b""
    try:
        return base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error):
        return b""
