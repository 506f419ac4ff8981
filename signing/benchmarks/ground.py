"""What all benchmarks stand on.

CPU time of this process, the least of several rounds: wall time on a shared machine says little. The development
services run in a process of their own, so an authority's work does not count as ours.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from signing.devpki import DevPki, Person
from signing.devpki.profiles import KEY_KINDS

ROUNDS = 3
PASSPHRASE = "bangku"


def least(work: Callable[[], None], count: int) -> float:
    """Milliseconds for one of *count*, the best of a few rounds after one to warm up."""
    work()
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent) * 1000 / count


def openssl() -> float:
    """Milliseconds of one RSA-2048 signature by ``openssl speed``."""
    program = shutil.which("openssl")
    if program is None:
        raise RuntimeError("openssl tidak terpasang")
    said = subprocess.run([program, "speed", "-seconds", "2", "rsa2048"], capture_output=True, text=True, check=True)
    found = re.search(r"rsa\s+2048 bits\s+([\d.]+)s", said.stdout)
    if found is None:
        raise RuntimeError("openssl speed menjawab lain")
    return float(found.group(1)) * 1000


def page() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for number in range(30):
        canvas.drawString(72, 760 - 20 * number, f"Keputusan tentang kenaikan pangkat, baris {number}")
    canvas.save()
    return out.getvalue()


@contextlib.contextmanager
def services(folder: Path) -> Iterator[DevPki]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    people = [Person(kind, f"Bangku {kind}", key=kind) for kind in KEY_KINDS]
    pki = DevPki.create(folder, people=people, passphrase=PASSPHRASE, port=port)
    command = [sys.executable, "-m", "signing", "dev-services", str(folder)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, cwd=os.fspath(Path(__file__).parents[2])) as services:
        try:
            _wait(port)
            yield pki
        finally:
            services.terminate()


def _wait(port: int) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("layanan percobaan tidak menjawab")
