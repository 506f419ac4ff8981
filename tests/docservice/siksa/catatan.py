"""What a long trial has done so far, a line each: one that was interrupted goes on from there."""

from __future__ import annotations

import json
import threading
from collections import Counter
from pathlib import Path


class Catatan:
    """Forms that were acknowledged, and kills by victim. Safe between threads; a line cut short is left out."""

    def __init__(self, path: Path) -> None:
        self._path, self._kunci = path, threading.Lock()
        self.diakui: set[int] = set()
        self.bunuhan: Counter[str] = Counter()
        for baris in path.read_text().splitlines() if path.exists() else ():
            if baris.endswith("]"):
                self._terapkan(*json.loads(baris))

    def akui(self, nomor: int) -> None:
        self._tulis("diakui", nomor)

    def dibunuh(self, nama: str) -> None:
        self._tulis("dibunuh", nama)

    def _tulis(self, apa: str, isi: int | str) -> None:
        with self._kunci, self._path.open("a") as keluar:
            keluar.write(f"{json.dumps([apa, isi])}\n")
            self._terapkan(apa, isi)

    def _terapkan(self, apa: str, isi: int | str) -> None:
        if apa == "diakui":
            self.diakui.add(int(isi))
        else:
            self.bunuhan[str(isi)] += 1
