"""Loaded by the fork server last: what loading left over is given back, what stays is set aside.

A fork copies the tables of all memory there is, used or not: without the leftovers it costs a fifth less. And a child
that collects garbage would copy the pages it only looks at.
"""

from __future__ import annotations

import ctypes
import gc

gc.freeze()
_trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # of glibc; other libraries keep what they keep
if _trim is not None:
    _trim(0)
