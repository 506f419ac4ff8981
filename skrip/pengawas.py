"""Keeps the servers of one run: starts them, says when one dies, starts it again, stops them all."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from skrip.kunci import Kunci
from skrip.lingkungan import procfile
from skrip.proses import GagalMulai, Proses, Siap, clamd_menjawab, http_menjawab, port_menjawab

UMUR_PENDEK, BATAS_MATI_MUDA = 5.0, 10
"""Seconds; how often in a row a server may die that young before starting it again helps nobody."""
CATATAN_TERBESAR = 5_000_000
PERJALANAN_GAGAL = 3
"""Exit code of the preparation: everything is in place, but the walk did not reach its end."""


class Berhenti(SystemExit):
    """Someone asked us to stop, with Ctrl-C or a signal."""


class Pengawas:
    """A context: leaving it, however, stops every server, the users of a service before the service."""

    def __init__(self, env: dict[str, str], kunci: Kunci) -> None:
        self._env, self._kunci = env, kunci
        self._log = Path(env["VAR_DIR"]) / "log"
        self._perintah = procfile()
        self._berjalan: list[Proses] = []
        self._mati_muda: Counter[str] = Counter()

    def __enter__(self) -> Pengawas:
        self._log.mkdir(parents=True, exist_ok=True)
        for berkas in self._log.glob("*.log"):
            if berkas.stat().st_size > CATATAN_TERBESAR:
                berkas.replace(berkas.with_suffix(".log.lama"))
        return self

    def __exit__(self, jenis: type[BaseException] | None, galat: object, jejak: TracebackType | None) -> None:
        for sinyal in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sinyal, signal.SIG_IGN)  # impatience must not leave orphans
        for kelompok in (("web", "pekerja"), ("clamd", "tsa")):
            anggota = [proses for proses in self._berjalan if proses.nama in kelompok]
            for proses in anggota:
                proses.minta_berhenti()
            for proses in anggota:
                proses.hentikan()
        if self._berjalan:
            print("Semua proses telah berhenti.", file=sys.stderr, flush=True)

    @contextmanager
    def persiapan(self, *langkah: str) -> Iterator[Callable[[], None]]:
        """Run these steps of skrip.siapkan beside the block, which starts what they need meanwhile.

        Yields a function that waits for the next ``sedia`` among the steps. Leaving waits for the last
        step. Both raise :class:`GagalMulai` when the preparation failed; a failed walk alone is no failure.
        """
        layar, (baca, tulis) = os.dup(2), os.pipe()
        proses = Proses(
            "Persiapan",
            [sys.executable, "-m", "skrip.siapkan", str(layar), str(tulis), *langkah],
            log=self._log / "siapkan.log",
            env=self._env,
            warisan=[self._kunci.fd, layar, tulis],
        ).mulai()
        os.close(layar)
        os.close(tulis)

        def sedia() -> None:
            if not os.read(baca, 1):  # the child is gone, and its end of the pipe with it
                raise GagalMulai(f"Langkah ini gagal. {proses.kata_terakhir()}")

        try:
            yield sedia
            if proses.tunggu() not in (0, PERJALANAN_GAGAL):
                raise GagalMulai(f"Langkah ini gagal. {proses.kata_terakhir()}")
        finally:
            os.close(baca)
            proses.hentikan()

    def mulai(self, *nama: str) -> None:
        """Start these servers together."""
        for satu in nama:
            proses = self._proses(satu)
            self._berjalan.append(proses)
            proses.mulai()

    def tunggu_siap(self) -> None:
        """Wait until every server started so far answers; :class:`GagalMulai` if one does not."""
        for proses in self._berjalan:
            proses.tunggu_siap()

    def jaga(self) -> int:
        """Whoever dies is started again, until that stops helping (1) or someone stops us (0)."""
        try:
            while all(proses.hidup or self._bangkitkan(proses) for proses in self._berjalan):
                if induk_disela():
                    return 0
                time.sleep(0.5)
        except Berhenti:
            return 0
        return 1

    def _bangkitkan(self, proses: Proses) -> bool:
        muda = proses.umur < UMUR_PENDEK
        self._mati_muda[proses.nama] = self._mati_muda[proses.nama] + 1 if muda else 0
        if self._mati_muda[proses.nama] > BATAS_MATI_MUDA:
            print(f"{proses.nama} terus-menerus berhenti. {proses.kata_terakhir()}", file=sys.stderr, flush=True)
            return False
        print(f"{proses.nama} berhenti (kode {proses.kode}); dimulai lagi.", file=sys.stderr, flush=True)
        proses.hentikan()  # its grandchildren
        proses.mulai()
        return True

    def _proses(self, nama: str) -> Proses:
        return Proses(
            nama,
            ["sh", "-c", self._perintah[nama]],
            log=self._log / f"{nama}.log",
            siap=self._siap(nama),
            env=self._env,
            warisan=[self._kunci.fd],
        )

    def _siap(self, nama: str) -> Siap:
        env = self._env
        if nama == "clamd":
            return lambda: clamd_menjawab(Path(env["CLAMD_DIR"]) / "clamd.sock")
        if nama == "tsa":
            return lambda: port_menjawab(int(env["TSA_PORT"]))
        if nama == "web":
            return lambda: http_menjawab(f"http://{env['BIND_HOST']}:{env['PORT']}/sehat/")
        return lambda: True


def induk_disela() -> bool:
    """Whether `make` was sent SIGINT alone, as scripts do: it waits for us without passing the signal on.

    Inside its handler the signal is blocked, which the kernel shows.
    """
    try:
        status = Path(f"/proc/{os.getppid()}/status").read_text()
    except OSError:
        return False
    terhalang = next((baris.split()[1] for baris in status.splitlines() if baris.startswith("SigBlk")), "0")
    return bool(int(terhalang, 16) >> (signal.SIGINT - 1) & 1)
