"""Calls to a BSrE server, guarded, with BSrE's words for what went wrong."""

from __future__ import annotations

from functools import partial

from signing.bsre.errors import BsreError
from signing.remote.guard import guarded as _guarded

guarded = partial(_guarded, speaks=BsreError)
