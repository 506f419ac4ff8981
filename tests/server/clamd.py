"""clamd with a signature database of our own, on a unix socket."""

from __future__ import annotations

from pathlib import Path

from skrip.proses import Proses, clamd_menjawab


def alamat(dasar: Path) -> dict[str, str]:
    return {"CLAMD_URL": f"unix://{dasar}/clamd/clamd.sock"}


def mulai(dasar: Path) -> Proses:
    from storage.clamd_dev import write_config

    conf = write_config(dasar / "clamd")
    return Proses(
        "clamd",
        ["/usr/sbin/clamd", "--config-file", str(conf)],
        log=dasar / "clamd.log",
        siap=lambda: clamd_menjawab(dasar / "clamd" / "clamd.sock"),
    ).mulai()
