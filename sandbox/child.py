"""The inside of the child: apply the limits, call the function, answer in JSON."""

from __future__ import annotations

import importlib
import json
import os
import sys
from multiprocessing.connection import Connection
from typing import Any

from sandbox.limits import Limits, apply


def main(answer: Connection, target: str, args: tuple[Any, ...], writes: str | None, limits: Limits) -> None:
    """Never returns to the fork server's own code: the process ends here."""
    _silence()
    os.set_inheritable(answer.fileno(), False)  # a helper that survives us must not keep our caller waiting
    apply(limits, _named(args[:1]), writes)
    try:
        module, _, name = target.partition(":")
        function = getattr(importlib.import_module(module), name)
        payload = json.dumps({"ok": function(*args)})
    except BaseException as error:  # whatever a parser throws, also a Rust panic or MemoryError
        payload = json.dumps({"error": type(error).__name__, "detail": str(error)[:500]})
    answer.send_bytes(payload.encode())
    answer.close()
    os._exit(0)


def _named(first: Any) -> list[str]:
    """The file, or the files, a function reads: its first argument."""
    return [name for one in first for name in (one if isinstance(one, list) else [one]) if isinstance(name, str)]


def _silence() -> None:
    """Native parsers write to descriptor 2; a stranger's text has no business in our logs."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123 - lives until _exit
