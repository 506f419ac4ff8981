"""`make run` as a person or a script meets it: whole, with its own data folder, on ports of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from skrip.lingkungan import AKAR
from skrip.proses import http_menjawab, port_bebas
from tests.server.lingkungan import ASING
from tests.skrip.test_proses import hidup, sampai

MILIK_UJI = {
    *ASING,
    "UJI_DIR",
    "DOCSERVICE_MODE",
    "CLAMD_URL",
    "TSA_URL",
    "PKI_DIR",
    "DJANGO_SETTINGS_MODULE",
}
SABAR = 240
"""Seconds for a start, on a machine busy with tests."""


class Layanan:
    """`make run` in a fresh data folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, port_bebas()
        self.env = {nama: nilai for nama, nilai in os.environ.items() if nama not in MILIK_UJI}
        # The walk has tests of its own; three more of it would only cost minutes here.
        self.env |= {"VAR_DIR": str(folder / "var"), "CONTOH": "tidak"}
        self._berjalan: list[subprocess.Popen[bytes]] = []

    def mulai(self) -> subprocess.Popen[bytes]:
        # A run in the background of a script ignores Ctrl-C, and whatever it starts inherits that.
        perintah = ["env", "--default-signal=INT", "make", "run", f"PORT={self.port}"]
        with self.catatan.open("wb") as keluaran:
            make = subprocess.Popen(
                perintah, cwd=AKAR, env=self.env, stdout=keluaran, stderr=keluaran, start_new_session=True
            )
        self._berjalan.append(make)
        sampai(lambda: "Siap: " in self.kata or make.poll() is not None, SABAR)
        assert "Siap: " in self.kata, self.kata
        return make

    @property
    def catatan(self) -> Path:
        return self.folder / "keluaran"

    @property
    def kata(self) -> str:
        return self.catatan.read_text()

    @property
    def melayani(self) -> bool:
        return http_menjawab(f"http://127.0.0.1:{self.port}/sehat/")

    def bereskan(self) -> None:
        for make in self._berjalan:
            make.terminate()  # `make` passes this one on and waits
            make.wait(60)


def keturunan(pid: int) -> dict[int, str]:
    """Every living descendant of *pid* with its command line."""
    induk = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            induk[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    semua, baru = set(), {pid}
    while baru:
        baru = {anak for anak, atas in induk.items() if atas in baru}
        semua |= baru
    return {anak: Path(f"/proc/{anak}/cmdline").read_text().replace("\0", " ") for anak in semua if hidup(anak)}


def bernama(pid: int, kata: str) -> int:
    """The eldest descendant of *pid* whose command line has *kata*."""
    return min(anak for anak, perintah in keturunan(pid).items() if kata in perintah)


@pytest.fixture(scope="module")
def layanan() -> Iterator[Layanan]:
    with tempfile.TemporaryDirectory(prefix="run-") as folder:  # short: a unix socket lies in it
        layanan = Layanan(Path(folder))
        yield layanan
        layanan.bereskan()


def test_a_run_survives_a_second_run_and_dead_servers_and_ctrl_c_ends_all_of_it(layanan: Layanan):
    make = layanan.mulai()
    kedua = subprocess.run(
        ["make", "run", "PORT=1"], cwd=AKAR, env=layanan.env, capture_output=True, text=True, timeout=SABAR
    )
    assert kedua.returncode != 0
    assert f"Layanan ini sudah berjalan di http://127.0.0.1:{layanan.port}" in kedua.stderr

    pekerja, web = bernama(make.pid, "celery"), bernama(make.pid, "gunicorn")
    for korban in (pekerja, web):
        os.kill(korban, signal.SIGKILL)
    assert sampai(lambda: layanan.kata.count("dimulai lagi") == 2)
    assert sampai(lambda: layanan.melayani)

    semua = keturunan(make.pid)
    make.send_signal(signal.SIGINT)  # to `make` alone, as scripts do
    make.wait(60)
    assert sampai(lambda: not any(hidup(pid) for pid in semua)), {p: c for p, c in semua.items() if hidup(p)}
    assert not layanan.melayani


def test_a_killed_run_takes_its_servers_along_and_the_next_one_starts_at_once(layanan: Layanan):
    make = layanan.mulai()
    semua = keturunan(make.pid)
    os.kill(bernama(make.pid, "skrip.jalankan"), signal.SIGKILL)
    make.wait(60)
    awal = time.monotonic()
    kedua = layanan.mulai()
    assert time.monotonic() - awal < SABAR
    assert not any(hidup(pid) for pid in semua)
    os.killpg(kedua.pid, signal.SIGINT)  # Ctrl-C in a terminal
    kedua.wait(60)
    assert not layanan.melayani
