"""A child never outlives us, and its last words are kept."""

from __future__ import annotations

import os
import pwd
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from skrip.proses import GagalMulai, Proses

# A server with a helper of its own that ignores polite requests.
KELUARGA = 'sh -c "trap : TERM; while :; do sleep 0.1; done" & echo $! >cucu; exec sleep 60'


def hidup(pid: int) -> bool:
    """Whether the process runs; one that only waits to be reaped does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def sampai(syarat, detik: float = 60) -> bool:
    batas = time.monotonic() + detik
    while not syarat() and time.monotonic() < batas:
        time.sleep(0.05)
    return bool(syarat())


def test_stopping_ends_the_child_and_its_stubborn_helper(tmp_path: Path):
    berkas = tmp_path / "cucu"
    proses = Proses("keluarga", ["sh", "-c", f"cd {tmp_path}; {KELUARGA}"], log=tmp_path / "log").mulai()
    assert sampai(lambda: berkas.exists() and berkas.read_text().strip())
    cucu = int(berkas.read_text())
    proses.hentikan()
    assert not hidup(proses.pid)
    assert sampai(lambda: not hidup(cucu))


def test_a_killed_parent_takes_its_child_along(tmp_path: Path):
    induk = f"""
import time
from pathlib import Path
from skrip.proses import Proses
print(Proses("tidur", ["sleep", "60"], log=Path("{tmp_path}/log")).mulai().pid, flush=True)
time.sleep(60)
"""
    proses = subprocess.Popen([sys.executable, "-c", induk], stdout=subprocess.PIPE, text=True)
    assert proses.stdout is not None
    anak = int(proses.stdout.readline())
    # From here on the kernel knows what to do; before, setpriv has not told it yet.
    assert sampai(lambda: Path(f"/proc/{anak}/comm").read_text() == "sleep\n")
    proses.kill()
    proses.communicate()
    assert sampai(lambda: not hidup(anak))


def test_a_server_that_dies_before_it_is_ready_gives_its_last_words(tmp_path: Path):
    proses = Proses("clamd", ["sh", "-c", "echo rusak; exit 3"], log=tmp_path / "log", siap=lambda: False)
    with pytest.raises(GagalMulai, match=r"clamd berhenti sebelum siap[\s\S]*rusak"):
        proses.mulai().tunggu_siap()
    assert proses.kode == 3


def test_a_server_that_stays_silent_is_not_waited_for_without_end(tmp_path: Path):
    proses = Proses("tsa", ["sleep", "60"], log=tmp_path / "log", siap=lambda: False).mulai()
    with pytest.raises(GagalMulai, match="tsa belum siap"):
        proses.tunggu_siap(0.2)
    proses.hentikan()


def test_a_program_that_is_not_installed_is_a_failure_to_start(tmp_path: Path):
    proses = Proses("hantu", ["/usr/sbin/tidak-ada"], log=tmp_path / "log", siap=lambda: False)
    with pytest.raises(GagalMulai, match="hantu"):
        proses.mulai().tunggu_siap()


def test_root_is_dropped_for_servers_that_refuse_it_and_nobody_else_changes(tmp_path: Path):
    proses = Proses("siapa", ["id", "-u"], log=tmp_path / "log", pengguna="nobody", sinyal=signal.SIGINT)
    assert proses.mulai().tunggu() == 0
    diharapkan = pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else os.geteuid()
    assert int((tmp_path / "log").read_text()) == diharapkan
