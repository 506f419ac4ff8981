"""The environment of the fork server without what the service alone must know: addresses with passwords, keys."""

from __future__ import annotations

import ctypes
import os

KEPT = frozenset(
    {"HOME", "LANG", "LANGUAGE", "PATH", "SSL_CERT_DIR", "SSL_CERT_FILE", "TESSDATA_PREFIX", "TMPDIR", "TZ"}
)
KEPT_BEGINNINGS = ("LC_", "OMP_", "OPENBLAS_", "PYTHON")
KEPT_ENDS = ("_proxy", "_PROXY")


def forget() -> None:
    """Also where the kernel put it: a child could read that place in its own memory."""
    kept = {name: value for name, value in os.environ.items() if _is_kept(name)}
    for text in _texts():
        ctypes.memset(text, 0, len(ctypes.string_at(text)))
    os.environ.clear()
    os.environ.update(kept)


def _is_kept(name: str) -> bool:
    return name in KEPT or name.startswith(KEPT_BEGINNINGS) or name.endswith(KEPT_ENDS)


def _texts() -> list[int]:
    """Where each ``NAME=value`` of this process begins."""
    place = ctypes.POINTER(ctypes.c_void_p).in_dll(ctypes.CDLL(None), "environ")
    texts: list[int] = []
    while place and (text := place[len(texts)]):
        texts.append(text)
    return texts
