"""Loaded by the fork server alone: a child calls one function of ours, never the caller's main program.

multiprocessing would import that program into every child first: a second of work for each file, and code
of the application where only its parsers belong. What every child may read and call is found out here once.
"""

from __future__ import annotations

from multiprocessing import popen_forkserver, spawn  # noqa: F401 - each child would import the former

from sandbox import places, surroundings
from sandbox.filter import prepared


def _leave_out(main: str) -> None:
    """The caller's main program stays outside."""


for name in ("_fixup_main_from_name", "_fixup_main_from_path"):
    getattr(spawn, name)  # gone from this Python: better to fail the test than to load it unseen
    setattr(spawn, name, _leave_out)

surroundings.forget()
places.code()
places.version()
for programs in (False, True):
    prepared(network=False, programs=programs)
