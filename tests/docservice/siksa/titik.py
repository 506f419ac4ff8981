"""R1 and R3: ``strace`` kills the process, or fails the disk, at the n-th write-class system call of each step."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from tests.docservice.bersama import anak
from tests.docservice.siksa.rumah import cacat_umum, kerjakan_sampai_habis

PANGGILAN = (
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "rename",
    "link",
    "unlink",
    "openat",
    "close",
    "mkdir",
    "ftruncate",
)
CAKRAM = ("write", "pwrite64", "fsync", "fdatasync", "rename", "link", "openat")


class Percobaan:
    """One victim after another; *langkahi* tries only every so many-th call."""

    def __init__(
        self, pabrik: subprocess.Popen[str], *, langkahi: int, paling_banyak: int, langkah: Sequence[str]
    ) -> None:
        self.langkah = langkah
        self.pabrik, self.langkahi, self.paling_banyak = pabrik, langkahi, paling_banyak
        self.nomor, self.titik = 0, 0
        self.akhir: Counter[str] = Counter()
        self.cacat: list[str] = []

    def semua(self, panggilan: tuple[str, ...], suntik: str) -> None:
        for langkah in self.langkah:
            for nama in panggilan:
                print(f"{suntik} {langkah} {nama}: {self.titik} titik, {len(self.cacat)} cacat", file=sys.stderr)  # noqa: T201
                for ke in range(1, self.paling_banyak, self.langkahi):
                    if not self._satu(langkah, nama, ke, suntik):
                        break
                else:
                    self.cacat.append(
                        f"{langkah} {nama}: lebih dari {self.paling_banyak} panggilan, sisanya tak dicoba"
                    )

    def _satu(self, langkah: str, nama: str, ke: int, suntik: str) -> bool:
        """Inject once, let another finish, look; False when the call number *ke* was never reached."""
        self.nomor += 1
        from tests.docservice.siksa.langkah import LANGKAH  # Django is set up by now

        satu = LANGKAH[langkah]
        satu.siapkan(self.nomor)
        akhir, kena = self._korban(langkah, f"inject={nama}:{suntik}:when={ke}", nama)
        self.titik += kena
        self.akhir[f"{langkah}: {'mati' if akhir < 0 else KODE[akhir]}"] += 1
        if akhir == GALAT_LAIN:
            self.cacat.append(f"{langkah} {nama} {ke}: galat tanpa kalimat, di layar HTTP 500")
        satu.lakukan(self.nomor)  # acknowledged or not: the person presses again
        kerjakan_sampai_habis()
        self.cacat += [f"{langkah} {nama} {ke}: {kata}" for kata in satu.cacat(self.nomor)]
        return kena

    def _korban(self, langkah: str, suntikan: str, nama: str) -> tuple[int, bool]:
        assert self.pabrik.stdin is not None
        assert self.pabrik.stdout is not None
        self.pabrik.stdin.write(f"{langkah} {self.nomor}\n")
        self.pabrik.stdin.flush()
        pid = int(self.pabrik.stdout.readline())
        perintah = ["strace", "-f", "-q", "-p", str(pid), "-e", f"trace={nama}", "-e", suntikan, "-e", "signal=none"]
        # Into a file: a tracer whose pipe is full would hold its victim for ever.
        with (
            tempfile.TemporaryFile("w+", errors="replace") as catatan,
            subprocess.Popen(perintah, stderr=catatan) as strace,
        ):
            _tunggu_dipegang(pid)
            with _bangunkan(pid):
                akhir = int(self.pabrik.stdout.readline().split()[1])
            strace.wait()
            catatan.seek(0)
            kata = catatan.read()
        return akhir, "INJECTED" in kata or akhir == -signal.SIGKILL


GALAT_LAIN = 4
KODE = {0: "selesai", 3: "ditolak dengan kalimat", GALAT_LAIN: "galat lain"}


def _tunggu_dipegang(pid: int, detik: float = 10) -> None:
    batas = time.monotonic() + detik
    while time.monotonic() < batas:
        with open(f"/proc/{pid}/status") as isi:  # noqa: PTH123 - read and closed at once
            if "TracerPid:\t0\n" not in isi.read():
                return
        time.sleep(0.005)
    raise TimeoutError("strace does not hold the process")


@contextmanager
def _bangunkan(pid: int) -> Iterator[None]:
    """Once is not enough: the victim may only be about to stop."""
    cukup = threading.Event()

    def bangunkan() -> None:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGCONT)
            while not cukup.wait(0.2):
                os.kill(pid, signal.SIGCONT)

    utas = threading.Thread(target=bangunkan, daemon=True)
    utas.start()
    try:
        yield
    finally:
        cukup.set()
        utas.join()


def coba(
    suntikan: dict[str, tuple[str, ...]], *, langkahi: int, paling_banyak: int, langkah: Sequence[str] = ()
) -> Iterator[dict[str, Any]]:
    """Every step, or those named. One report for each kind of injection (``signal=SIGKILL``, ``error=EIO`` …)."""
    from tests.docservice.siksa.langkah import LANGKAH

    with anak("tests.docservice.siksa.anak:utama") as pabrik:
        assert pabrik.stdout is not None
        assert pabrik.stdout.readline() == "siap\n"
        langkah = langkah or tuple(LANGKAH)
        percobaan = Percobaan(pabrik, langkahi=langkahi, paling_banyak=paling_banyak, langkah=langkah)
        for suntik, panggilan in suntikan.items():
            awal = time.monotonic()
            percobaan.titik, percobaan.akhir, percobaan.cacat = 0, Counter(), []
            percobaan.semua(panggilan, suntik)
            yield {
                "suntikan": suntik,
                "titik": percobaan.titik,
                "akhir": dict(percobaan.akhir),
                "cacat": percobaan.cacat + cacat_umum(),
                "detik": round(time.monotonic() - awal, 1),
            }
