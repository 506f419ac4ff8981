"""PostgreSQL with a data folder of its own; no durability, it lives as long as the run."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

from skrip.proses import GagalMulai, Proses, port_bebas, port_menjawab

PENGGUNA = "postgres"  # made by the package; PostgreSQL refuses root
TANPA_AWET = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


def alamat() -> dict[str, str]:
    return {"DATABASE_URL": f"postgres://{PENGGUNA}@127.0.0.1:{port_bebas()}/docservice"}


def mulai(dasar: Path) -> Proses:
    folder, port = dasar / "postgres", os.environ["DATABASE_URL"].rpartition(":")[2].partition("/")[0]
    folder.mkdir(mode=0o700)
    if os.geteuid() == 0:
        subprocess.run(["chown", PENGGUNA, folder], check=True)
    _initdb(folder)
    pilihan = [kata for satu in TANPA_AWET for kata in ("-c", satu)]
    return Proses(
        "PostgreSQL",
        [_program("postgres"), "-D", str(folder), "-h", "127.0.0.1", "-p", port, "-k", str(folder), *pilihan],
        log=dasar / "postgres.log",
        siap=lambda: port_menjawab(int(port)),
        sinyal=signal.SIGINT,  # "fast": does not wait for clients
        pengguna=PENGGUNA,
    ).mulai()


def _initdb(folder: Path) -> None:
    pilihan = ["-U", PENGGUNA, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    proses = Proses(
        "initdb",
        [_program("initdb"), "-D", str(folder), *pilihan],
        log=folder.parent / "postgres.log",
        pengguna=PENGGUNA,
    ).mulai()
    if proses.tunggu() != 0:
        raise GagalMulai(f"PostgreSQL tidak dapat disiapkan. {proses.kata_terakhir()}")


def _program(nama: str) -> str:
    """The newest packaged version: Debian 12 has 15, Ubuntu 24.04 has 16."""
    ada = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{nama}"), key=lambda jalur: int(jalur.parts[4]))
    if not ada:
        raise GagalMulai("PostgreSQL belum terpasang; jalankan: make install")
    return str(ada[-1])
