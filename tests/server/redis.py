"""Redis as broker; nothing is kept on disk."""

from __future__ import annotations

import os
from pathlib import Path

from skrip.proses import Proses, port_bebas, port_menjawab


def alamat() -> dict[str, str]:
    return {"CELERY_BROKER_URL": f"redis://127.0.0.1:{port_bebas()}/0"}


def mulai(dasar: Path) -> Proses:
    port = os.environ["CELERY_BROKER_URL"].rpartition(":")[2].partition("/")[0]
    pilihan = ["--port", port, "--bind", "127.0.0.1", "--dir", str(dasar), "--save", "", "--appendonly", "no"]
    return Proses(
        "Redis",
        ["redis-server", *pilihan],
        log=dasar / "redis.log",
        siap=lambda: port_menjawab(int(port)),
    ).mulai()
