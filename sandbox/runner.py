"""The outside: a warm fork server, one fresh child per call, one answer for every failure."""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import signal
import threading
from collections.abc import Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import Any, Self

from sandbox import child
from sandbox.limits import Limits

_context: ForkServerContext = multiprocessing.get_context("forkserver")
_preloaded: list[str] = ["sandbox.warm", "sandbox.child"]
_SETTLED = "sandbox.settled"
GRACE = 1.0
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1")  # of pictures: a third of the page faults
_context.set_forkserver_preload([*_preloaded, _SETTLED])


class Unsafe(Exception):
    """The file cannot be read safely.

    ``cause`` is ``crashed``, ``timeout``, ``garbage`` or ``raised``; ``detail`` is for the log and
    holds no text of the file beyond an exception's class name.
    """

    def __init__(self, cause: str, detail: str = "") -> None:
        super().__init__(f"{cause}: {detail}" if detail else cause)
        self.cause = cause
        self.detail = detail


class Late(Unsafe):
    """The clock ran out before the child had used its CPU time: ask again later, the file is not to blame.

    Still :class:`Unsafe` for whoever has no later: nothing was read.
    """


def preload(*modules: str) -> None:
    """Have the fork server import *modules* once; only before the first call has it an effect."""
    _preloaded.extend(module for module in modules if module not in _preloaded)
    _context.set_forkserver_preload([*_preloaded, _SETTLED])


class Child:
    """One limited process that is asked about one file, once or several times: starting it costs tens of milliseconds.

    It reads the files *reads* and writes in the folder *writes*, or nowhere; *limits* are those of all its answers
    together, but for the clock, which starts anew with each question. After a failure it is gone, and the next question
    starts another.
    """

    def __init__(self, reads: Sequence[str], *, writes: Path | None = None, limits: Limits | None = None) -> None:
        self._rights = [str(path) for path in reads], str(writes) if writes else None
        self._limits = limits or Limits()
        self._running: tuple[ForkServerProcess, Connection] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def ask(self, target: str, *args: Any) -> Any:
        """Call ``module:function`` with *args* there and return its JSON answer.

        Arguments are ours and small (paths, numbers, names). Raises :class:`Unsafe` when the child
        crashes, exceeds a limit, raises, or answers something that is not JSON; :class:`Late` when time ran out for it.
        """
        process, ours = self._running = self._running or self._started()
        end = threading.Timer(self._limits.wall_seconds + GRACE, _kill, (process,))  # it may stop amid its answer
        try:
            end.start()
            _send(ours, (target, args))
            return _unpack(_receive(ours, self._limits))
        except BaseException:
            self._end()
            raise
        finally:
            end.cancel()

    def _started(self) -> tuple[ForkServerProcess, Connection]:
        ours, theirs = _context.Pipe()
        process = _context.Process(target=child.main, args=(theirs, *self._rights, self._limits))
        with contextlib.closing(theirs):
            try:
                process.start()
            except BaseException:
                ours.close()
                raise
        return process, ours

    def _end(self) -> None:
        if self._running:
            process, ours = self._running
            self._running = None
            _end(process)
            ours.close()


def call(target: str, *args: Any, limits: Limits | None = None, writes: Path | None = None) -> Any:
    """Ask a child of its own, as :meth:`Child.ask`.

    Of all files it reads only the one its first argument names (or the list of them), and writes only in the folder
    *writes*.
    """
    with Child(_named(args[:1]), writes=writes, limits=limits) as one:
        return one.ask(target, *args)


def _named(first: Any) -> list[str]:
    """The file, or the files, a function reads: its first argument."""
    return [name for one in first for name in (one if isinstance(one, list) else [one]) if isinstance(name, str)]


def capabilities() -> dict[str, bool]:
    """What this machine adds to the plain limits, for the health page; each is tried in a child. Raises Unsafe."""
    network, filtered, kept = call("sandbox.runner:surroundings")
    return {"rlimits": True, "no_network": network != _network(), "filter": filtered, "places": kept}


def surroundings() -> tuple[str, bool, bool]:
    """Run inside a child: its network, whether the kernel looks at its system calls, and at its files."""
    status = Path("/proc/self/status").read_text()
    return _network(), "Seccomp:\t2" in status, _is_kept_in()


def _is_kept_in() -> bool:
    try:
        os.listdir("/")  # noqa: PTH208 - as plain as it gets
    except PermissionError:
        return True
    return False


def _network() -> str:
    return str(Path("/proc/self/ns/net").readlink())


def _send(ours: Connection, question: tuple[str, tuple[Any, ...]]) -> None:
    try:
        ours.send(question)
    except OSError:
        raise Unsafe("crashed") from None


def _receive(ours: Connection, limits: Limits) -> bytes:
    try:
        if not (limits.wall_seconds and ours.poll(limits.wall_seconds)):
            raise Late("timeout", f"{limits.wall_seconds:g} s")
        return ours.recv_bytes(limits.answer_bytes)
    except EOFError:
        raise Unsafe("crashed") from None
    except OSError as error:
        raise Unsafe("garbage", type(error).__name__) from None


def _unpack(answer: bytes) -> Any:
    try:
        payload = json.loads(answer)
    except ValueError:
        raise Unsafe("garbage", "not JSON") from None
    if not isinstance(payload, dict) or "ok" not in payload:
        raise Unsafe("raised", str(payload.get("error")) if isinstance(payload, dict) else "")
    return payload["ok"]


def _end(process: ForkServerProcess) -> None:
    """Whatever the child started dies with it."""
    if process.pid is not None:
        _kill(process)
        process.join(5)
    process.close()


def _kill(process: ForkServerProcess) -> None:
    if process.pid is None:
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(ProcessLookupError):
        os.kill(process.pid, signal.SIGKILL)
