"""``python -m signing.simulator_csc DIR --port N``: serve until told to stop."""

from __future__ import annotations

import argparse
import os
import signal
import threading
from pathlib import Path

from signing.cli_screen import answer
from signing.cli_secret import VARIABLE
from signing.devpki import DevPki
from signing.simulator_csc import Office, Settings, Simulator


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="signing.simulator_csc",
        description=f"Simulator CSC dengan kunci pengembangan. Passphrase kunci diambil dari {VARIABLE}.",
    )
    parser.add_argument("directory", type=Path, help="folder PKI pengembangan (signing dev-pki)")
    parser.add_argument("--port", type=int, default=8321)
    parser.add_argument("--ways", default="PIN", help="faktor tiap kunci: PIN, OTP, atau PIN,OTP (bawaan PIN)")
    parser.add_argument("--slow-seconds", type=float, default=150, help="lama jawaban yang terlambat")
    options = parser.parse_args()
    office = Office(
        DevPki.load(options.directory),
        os.environ.pop(VARIABLE, ""),
        Settings(ways=tuple(filter(None, options.ways.split(","))), slow_seconds=options.slow_seconds),
    )
    done = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: done.set())
    with Simulator(office, options.port) as simulator:
        answer(f"PENGEMBANGAN: simulator CSC di {simulator.url}/csc/v2, aplikasi {office.settings.user}")
        done.wait()


if __name__ == "__main__":
    main()
