"""What a child may do wrong, by name."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

BATAS = (
    resource.RLIMIT_CPU,
    resource.RLIMIT_FSIZE,
    resource.RLIMIT_NOFILE,
    resource.RLIMIT_NPROC,
    resource.RLIMIT_CORE,
)


def gema(*args: Any) -> Any:
    return list(args)


def nomor() -> int:
    return os.getpid()


def gagal() -> None:
    raise ValueError("isi rahasia dari berkas")


def jatuh() -> None:
    ctypes.string_at(0)


def diam() -> None:
    time.sleep(60)


def sibuk() -> None:
    while True:
        pass


def bukan_json() -> object:
    return object()


def batas() -> list[int]:
    return [resource.getrlimit(jenis)[0] for jenis in BATAS]


def rakus() -> int:
    return len(bytearray(500_000_000))


def setengah_jawaban() -> None:
    """Promises a long answer and stops after its length: only a parser taken over does this."""
    for nomor in range(3, 20):
        try:
            jenis = os.fstat(nomor).st_mode
        except OSError:
            continue
        if stat.S_ISFIFO(jenis) or stat.S_ISSOCK(jenis):
            try:
                os.write(nomor, (1000).to_bytes(4, "big"))
            except OSError:
                continue
    time.sleep(60)


def anak_yang_tinggal(catatan: str) -> None:
    """Starts a helper that would outlive the child, and falls over."""
    anak = os.spawnlp(os.P_NOWAIT, "sleep", "sleep", "60")
    Path(catatan).write_text(str(anak))
    os.kill(os.getpid(), signal.SIGKILL)


def buka_jaringan() -> int:
    return _galat(socket.socket)


def jalankan_program() -> int:
    return _galat(lambda: subprocess.run(["true"], check=True))


def bercabang() -> int:
    """A process of its own: as root no limit on their number holds."""
    return _galat(os.fork)


def baca_isi(_boleh: object, berkas: str) -> int:
    return _galat(Path(berkas).read_bytes)


def tulis_isi(_boleh: str, berkas: str) -> int:
    return _galat(lambda: Path(berkas).write_text("diubah"))


def buang(_boleh: str, berkas: str) -> int:
    return _galat(Path(berkas).unlink)


def lewat_program(_boleh: str, berkas: str) -> int:
    return subprocess.run(["cat", berkas], capture_output=True, check=False).returncode


def kuasa() -> tuple[int, str]:
    """Capabilities in force, and whether a program may gain new ones."""
    baris = dict(satu.split(":\t") for satu in Path("/proc/self/status").read_text().splitlines() if ":\t" in satu)
    return int(baris["CapEff"], 16), baris["NoNewPrivs"]


def lingkungan(kata: str) -> list[bool]:
    """Whether *kata* stands in the environment, as Python and as the kernel show it; and whether PATH is there."""
    return [kata in str(os.environ), kata.encode() in Path("/proc/self/environ").read_bytes(), "PATH" in os.environ]


def intip_proses() -> int:
    """Attach to whoever started us."""
    return _panggil("ptrace", 16, os.getppid(), 0, 0)


def sinyal() -> int:
    """To ourselves: to others Landlock forbids it too where it is new enough, and nobody could tell by whom."""
    return _galat(lambda: os.kill(os.getpid(), 0))


def mogok() -> None:
    """As a native library ends itself: by a signal to itself."""
    ctypes.CDLL(None).abort()


def kamar_sendiri() -> int:
    """A user namespace of one's own, the first step of most ways out."""
    return _panggil("unshare", 0x10000000)


def _galat(kerja: Callable[[], object]) -> int:
    try:
        kerja()
    except OSError as salah:
        return salah.errno or -1
    return 0


def _panggil(nama: str, *isian: int) -> int:
    inti = ctypes.CDLL(None, use_errno=True)
    return ctypes.get_errno() if getattr(inti, nama)(*isian) else 0


def django_termuat() -> bool:
    return "django" in sys.modules
