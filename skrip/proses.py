"""A server as our child: it never outlives us, its words go to a log, and we know when it is ready."""

from __future__ import annotations

import contextlib
import os
import pwd
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

Siap = Callable[[], bool]


class GagalMulai(Exception):
    """A server did not come up; the message says which, and where its last words are."""


class Proses:
    """One child in a session of its own, so that Ctrl-C in the terminal reaches only us.

    ``sinyal`` is both how we stop it and what the kernel sends it should we be killed
    (``setpriv --pdeathsig``: no code of ours runs between fork and exec). ``warisan`` are
    descriptors it inherits; ``pengguna`` drops root for servers that refuse it.
    """

    def __init__(
        self,
        nama: str,
        perintah: Sequence[str],
        *,
        log: Path,
        siap: Siap = lambda: True,
        sinyal: signal.Signals = signal.SIGTERM,
        env: Mapping[str, str] | None = None,
        pengguna: str | None = None,
        warisan: Sequence[int] = (),
    ) -> None:
        self.nama, self.log, self.siap, self.sinyal = nama, log, siap, sinyal
        self._perintah = [*_pembungkus(sinyal, pengguna), *perintah]
        self._env, self._warisan = env, warisan
        self._anak: subprocess.Popen[bytes] | None = None
        self._dimulai = 0.0

    @property
    def pid(self) -> int:
        return self._anak.pid if self._anak else 0

    @property
    def hidup(self) -> bool:
        return self._anak is not None and self._anak.poll() is None

    @property
    def kode(self) -> int | None:
        """Its exit code, negative for a signal; None while it lives."""
        return self._anak.poll() if self._anak else None

    @property
    def umur(self) -> float:
        """Seconds since it was started."""
        return time.monotonic() - self._dimulai

    def mulai(self) -> Proses:
        self._dimulai = time.monotonic()
        self.log.parent.mkdir(parents=True, exist_ok=True)
        try:
            with self.log.open("ab") as keluaran:
                self._anak = subprocess.Popen(
                    self._perintah,
                    stdin=subprocess.DEVNULL,
                    stdout=keluaran,
                    stderr=subprocess.STDOUT,
                    env=self._env,
                    start_new_session=True,
                    pass_fds=self._warisan,
                )
        except OSError as error:
            raise GagalMulai(f"{self.nama} tidak dapat dimulai: {error}") from None
        return self

    def tunggu_siap(self, detik: float = 120) -> Proses:
        """Raise :class:`GagalMulai` when it dies or stays silent; busy machines are slow, hence 120 s."""
        batas = time.monotonic() + detik
        while not self.siap():
            if not self.hidup:
                raise GagalMulai(f"{self.nama} berhenti sebelum siap. {self.kata_terakhir()}")
            if time.monotonic() > batas:
                raise GagalMulai(f"{self.nama} belum siap setelah {detik:.0f} detik. {self.kata_terakhir()}")
            time.sleep(0.05)
        return self

    def tunggu(self) -> int:
        """Wait for its own end; its exit code."""
        return self._anak.wait() if self._anak else 0

    def minta_berhenti(self) -> None:
        if self._anak is not None:
            self._anak.send_signal(self.sinyal)  # a no-op once it is gone

    def hentikan(self, detik: float = 15) -> None:
        """Ask, wait, then end whatever is left of its process group, grandchildren too."""
        if self._anak is None:
            return
        self.minta_berhenti()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._anak.wait(detik)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._anak.pid, signal.SIGKILL)
        self._anak.wait()

    def kata_terakhir(self, baris: int = 5) -> str:
        with contextlib.suppress(OSError):
            akhir = self.log.read_text(errors="replace").splitlines()[-baris:]
            return f"Catatan: {self.log}\n" + "\n".join(f"    {kata}" for kata in akhir)
        return f"Catatan: {self.log}"


def _pembungkus(sinyal: signal.Signals, pengguna: str | None) -> list[str]:
    bungkus = ["setpriv", "--pdeathsig", sinyal.name.removeprefix("SIG")]
    if pengguna and os.geteuid() == 0:
        orang = pwd.getpwnam(pengguna)
        bungkus += ["--reuid", str(orang.pw_uid), "--regid", str(orang.pw_gid), "--clear-groups"]
    return [*bungkus, "--"]


def port_menjawab(port: int, tuan: str = "127.0.0.1") -> bool:
    with contextlib.suppress(OSError), socket.create_connection((tuan, port), timeout=2):
        return True
    return False


def http_menjawab(url: str) -> bool:
    """Any answer but a crash (500) shows that someone listens who can work; 404 and 503 are answers."""
    try:
        with urllib.request.urlopen(url, timeout=5):
            return True
    except urllib.error.HTTPError as jawaban:
        return jawaban.code != 500
    except OSError:
        return False


def clamd_menjawab(soket: Path) -> bool:
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as saluran:
        saluran.settimeout(2)
        saluran.connect(str(soket))
        saluran.sendall(b"zPING\0")
        return saluran.recv(16).startswith(b"PONG")
    return False


def port_bebas() -> int:
    """A loopback port nobody uses now; only servers of one test run use this, never the service."""
    with socket.socket() as saluran:
        saluran.bind(("127.0.0.1", 0))
        return int(saluran.getsockname()[1])
