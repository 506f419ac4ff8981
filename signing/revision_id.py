"""The second half of a file's identifier, which changes with every saving (ISO 32000-1 §14.4).

Ours is the digest of what was saved before, so that even these sixteen bytes, which no signature covers when they come
last, can be checked.
"""

from __future__ import annotations

import hashlib


def identifier_after(pdf: bytes) -> bytes:
    """Of the revision that follows *pdf*."""
    return hashlib.sha256(pdf).digest()[:16]
