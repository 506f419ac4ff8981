"""The BSrE simulator in a process of its own, as the demo runs it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from skrip.proses import Proses, port_bebas, port_menjawab


def mulai(pki: Path, log: Path, passphrase: str) -> tuple[Proses, int]:
    """The process and its port; whoever starts it waits for it and stops it."""
    port = port_bebas()
    proses = Proses(
        "simulator BSrE",
        [sys.executable, "-m", "signing.simulator_bsre", str(pki), "--port", str(port), "--latency", "0"],
        log=log,
        siap=lambda: port_menjawab(port),
        env={**os.environ, "SIGNING_SECRET": passphrase},
    ).mulai()
    return proses, port
