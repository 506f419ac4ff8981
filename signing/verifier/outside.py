"""The outside of the sandbox: hand a file in, take a report out (Law 13)."""

from __future__ import annotations

import os
import tempfile
from datetime import datetime
from pathlib import Path

import sandbox
from sandbox import Limits
from signing.trust import TrustStore
from signing.verifier.report import Report

_TARGET = "signing.verifier.child:validate"
_UNSAFE = {
    "timeout": "Pemeriksaan berkas terlalu lama sehingga dihentikan.",
    "crashed": "Berkas tidak dapat dibaca dengan aman.",
    "garbage": "Berkas tidak dapat dibaca dengan aman.",
    "raised": "Berkas tidak dapat dibaca dengan aman.",
}
_OFFLINE = Limits(memory=1_500_000_000, cpu_seconds=60, wall_seconds=90, file_bytes=1_000_000)
# Looking up an address needs a thread.
_ONLINE = Limits(
    memory=1_500_000_000, cpu_seconds=60, wall_seconds=120, file_bytes=1_000_000, network=True, processes=8
)

sandbox.preload("signing.verifier.child")


def validate(pdf: bytes | Path, *, trust: TrustStore, at: datetime | None = None, online: bool = False) -> Report:
    """Judge every signature of a file.

    *at* is the time the judgement is made for (now when None; must carry a zone). The evidence in the
    file is used first; *online* lets the child ask the OCSP and CRL addresses of trusted certificates
    when that is not enough. Raises nothing for a bad file: the verdict is then ``unreadable``.
    """
    if isinstance(pdf, Path):
        return _inside(pdf, trust, at, online)
    descriptor, name = tempfile.mkstemp(suffix=".pdf")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(pdf)
        return _inside(Path(name), trust, at, online)
    finally:
        Path(name).unlink()


def _inside(path: Path, trust: TrustStore, at: datetime | None, online: bool) -> Report:
    try:
        found = path.is_file()
    except (OSError, ValueError):  # a name too long, a folder one may not enter
        found = False
    if not found:
        return Report.unreadable("Berkas tidak ditemukan.")
    moment = at.isoformat() if at else None
    limits = _ONLINE if online else _OFFLINE
    try:
        answer = sandbox.call(_TARGET, str(path), trust.to_dict(), moment, online, limits=limits)
    except sandbox.Unsafe as error:
        return Report.unreadable(_UNSAFE[error.cause])
    return Report.from_dict(answer)
