"""Start what this run needs, and stop it: in the controller only."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from skrip.proses import Proses
from tests.server import clamd, elasticsearch, pki, postgres, redis, s3
from tests.server.lingkungan import klaster

Mulai = Callable[[Path], Proses]


class Server:
    def __init__(self) -> None:
        self.dasar = Path(os.environ["UJI_DIR"])
        self._berjalan: list[Proses] = []

    def mulai(self) -> None:
        """Raises :class:`skrip.proses.GagalMulai`: a test that cannot have its server must not be skipped."""
        perlu: list[Mulai] = [clamd.mulai, pki.mulai]
        if klaster():
            perlu = [elasticsearch.mulai, *perlu, postgres.mulai, redis.mulai, s3.layani]  # the slowest first
        for mulai in perlu:
            self._berjalan.append(mulai(self.dasar))
        for proses in self._berjalan:
            proses.tunggu_siap()

    def hentikan(self, *, simpan: bool = False) -> None:
        """*simpan*: what they wrote stays."""
        for proses in self._berjalan:
            proses.minta_berhenti()
        for proses in self._berjalan:
            proses.hentikan()
        if not simpan:
            shutil.rmtree(self.dasar, ignore_errors=True)
