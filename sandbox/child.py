"""The inside of the child: apply the limits, call what is asked for, answer in JSON."""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection
from typing import Any

from sandbox.limits import Limits, apply


def main(caller: Connection, reads: Sequence[str], writes: str | None, limits: Limits) -> None:
    """Never returns to the fork server's own code: the process ends here."""
    _silence()
    os.set_inheritable(caller.fileno(), False)  # a helper that survives us must not keep our caller waiting
    apply(limits, reads, writes)
    with contextlib.suppress(EOFError, OSError):  # nothing more is asked, or nobody is there
        while True:
            caller.send_bytes(_answer(*caller.recv()))
    os._exit(0)


def _answer(target: str, args: tuple[Any, ...]) -> bytes:
    try:
        module, _, name = target.partition(":")
        function = getattr(importlib.import_module(module), name)
        return json.dumps({"ok": function(*args)}).encode()
    except BaseException as error:  # whatever a parser throws, also a Rust panic or MemoryError
        return json.dumps({"error": type(error).__name__, "detail": str(error)[:500]}).encode()


def _silence() -> None:
    """Native parsers write to descriptor 2; a stranger's text has no business in our logs."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123 - lives until _exit
