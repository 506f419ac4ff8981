"""A clamd for development and tests: own configuration, own tiny signature database, no downloads.

It knows two things only: the EICAR test file and a harmless marker of our own. Production uses the
distribution's clamd with freshclam; the three size limits and ``AlertExceedsMax`` below belong there too,
because without them clamd answers "OK" to what was too large or too deep to look at. Image fuzzy hashes serve
phishing mail only and cost three quarters of the time for a scanned page.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.errors import StoreUnavailable
from storage.results import ScannerHealth
from storage.scanner import ClamdScanner

MARKER = b"ARSIP-TEST-MALWARE-MARKER-1"

_CONF = """\
LocalSocket {run}/clamd.sock
LocalSocketMode 660
FixStaleSocket yes
PidFile {run}/clamd.pid
DatabaseDirectory {run}/db
TemporaryDirectory {run}
Foreground yes
OfficialDatabaseOnly no
SelfCheck 0
MaxThreads {threads}
MaxQueue 50
ReadTimeout 30
CommandReadTimeout 10
StreamMaxLength {limit}M
MaxFileSize {limit}M
MaxScanSize 400M
MaxScanTime 60000
AlertExceedsMax yes
AlertEncrypted yes
ScanImageFuzzyHash no
ConcurrentDatabaseReload no
"""


def eicar() -> bytes:
    """The 68 bytes every scanner agrees to find, put together here so that no file of ours is found."""
    return rb"X5O!P%@AP[4\PZX54(P^)7CC)7}" + b"$EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"


def write_config(run_dir: Path, *, upload_limit_mb: int = 110) -> Path:
    """Write ``clamd.conf`` and ``db/`` into *run_dir* and return the path of the former.

    The socket will be ``run_dir/clamd.sock``; unix sockets bear about 100 characters of path.
    *upload_limit_mb* is the largest upload plus a margin.
    """
    run = run_dir.resolve()
    (run / "db").mkdir(parents=True, exist_ok=True)
    for name, lines in _signatures().items():
        (run / "db" / name).write_text("".join(f"{line}\n" for line in lines))
    conf = run / "clamd.conf"
    conf.write_text(_CONF.format(run=run, threads=2 * (os.cpu_count() or 1), limit=upload_limit_mb))
    return conf


def url(run_dir: Path) -> str:
    return f"unix://{run_dir.resolve()}/clamd.sock"


@contextmanager
def running(run_dir: Path, *, upload_limit_mb: int = 110, seconds: float = 20.0) -> Iterator[str]:
    """Run a clamd of this recipe for the length of the block; yields its address.

    Raises :class:`StoreUnavailable` when clamd is not installed or does not come up in *seconds*.
    """
    process = start(run_dir, upload_limit_mb=upload_limit_mb)
    try:
        _wait_until_up(process, url(run_dir), seconds)
        yield url(run_dir)
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Clients that hang on keep it from going by itself; it has nothing to lose."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def start(run_dir: Path, *, upload_limit_mb: int = 110) -> subprocess.Popen[bytes]:
    """Start clamd without waiting for its socket."""
    program = shutil.which("clamd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if program is None:
        raise StoreUnavailable("clamd is not installed (package clamav-daemon)")
    command = [program, "--config-file", str(write_config(run_dir, upload_limit_mb=upload_limit_mb))]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _wait_until_up(process: subprocess.Popen[bytes], address: str, seconds: float) -> None:
    scanner = ClamdScanner(address, timeout=2)
    health, end = ScannerHealth(False), time.monotonic() + seconds
    while not (health := scanner.health()).available:
        if process.poll() is not None or time.monotonic() > end:
            raise StoreUnavailable(f"clamd did not come up: {health.detail}")
        time.sleep(0.05)


def _signatures() -> dict[str, list[str]]:
    body = eicar()
    return {
        "local.hdb": [f"{hashlib.md5(body, usedforsecurity=False).hexdigest()}:68:Local.Eicar.Md5"],
        "local.hsb": [f"{hashlib.sha256(body).hexdigest()}:68:Local.Eicar.Sha256"],
        "local.ndb": [
            f"Local.Eicar.Anywhere:0:*:{body.hex()}",
            f"Local.Marker.Test:0:*:{MARKER.hex()}",
        ],
    }
