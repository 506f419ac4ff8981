"""One run per clone."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from skrip.kunci import Kunci, Terpakai, pastikan_bebas

# Takes the lock, lets a server inherit it, says so, and waits.
PENGUASA = """
import subprocess, sys, time
from pathlib import Path
from skrip.kunci import Kunci
kunci = Kunci(Path(sys.argv[1]))
kunci.ambil("Sudah berjalan")
anak = subprocess.Popen(["sleep", sys.argv[2]], pass_fds=[kunci.fd])
print(anak.pid, flush=True)
time.sleep(60)
"""


@pytest.fixture
def penguasa(tmp_path: Path):
    """A process that holds the lock, and the pid of its child that inherited it."""
    lari = []

    def mulai(umur_anak: float) -> tuple[subprocess.Popen[str], int]:
        perintah = [sys.executable, "-c", PENGUASA, str(tmp_path / "jalan.lock"), str(umur_anak)]
        proses = subprocess.Popen(perintah, stdout=subprocess.PIPE, text=True)
        lari.append(proses)
        assert proses.stdout is not None
        return proses, int(proses.stdout.readline())

    yield mulai
    for proses in lari:
        proses.kill()
        proses.communicate()


def test_a_second_run_learns_in_one_sentence_who_has_the_lock(tmp_path: Path, penguasa):
    proses, anak = penguasa(60)
    with pytest.raises(Terpakai, match=rf"^Sudah berjalan \(pid {proses.pid}\)\.$"):
        Kunci(tmp_path / "jalan.lock").ambil("Saya")
    os.kill(anak, signal.SIGKILL)


def test_after_a_killed_run_the_next_waits_for_its_last_server(tmp_path: Path, penguasa):
    proses, _anak = penguasa(2)
    proses.kill()
    proses.wait()
    kunci = Kunci(tmp_path / "jalan.lock")
    with pytest.raises(Terpakai, match="Sisa proses sebelumnya"):
        kunci.ambil("Saya", sabar=0)
    kunci.ambil("Saya", sabar=30)
    assert kunci.pemilik() == {"pid": os.getpid(), "kalimat": f"Saya (pid {os.getpid()})."}


def test_a_note_of_a_dead_run_names_nobody(tmp_path: Path):
    (tmp_path / "jalan.lock").write_text('{"pid": 999999999, "kalimat": "hantu"}')
    assert Kunci(tmp_path / "jalan.lock").pemilik() is None


def test_a_port_in_use_is_named_with_the_way_out():
    with socket.create_server(("127.0.0.1", 0)) as lain:
        port = lain.getsockname()[1]
        with pytest.raises(Terpakai, match=f"Port {port} sudah dipakai.*PORT={port + 1}"):
            pastikan_bebas("127.0.0.1", port, "PORT")
    pastikan_bebas("127.0.0.1", port, "PORT")
