"""The converted network on disk, and in memory ready to read.

It lies in the environment it was made for, named after the language file it came from: a newer language file
needs a new conversion (``python -m search prepare``). Until then Tesseract reads alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.quick.traineddata import UnknownNetwork, read

FOLDER = Path(sys.prefix, "share", "pembaca-cepat")
FORM = 1
"""Counts up with every change of what a conversion writes."""
TRIAL = "Nomor 800.1.3.2/0412/BKPSDM/2025 tanggal 17 Agustus 1945"
Strip = NDArray[np.float32]


class Unprepared(Exception):
    """The network cannot be converted or has not been; the text says why, for the operator."""


@dataclass(frozen=True)
class Model:
    """``letters[code]`` is what output *code* means; ``null`` the output that means nothing."""

    strip: Any
    line: Any
    letters: list[str]
    null: int

    def steps(self, strip: Strip) -> NDArray[np.float32]:
        """A strip of letters, 36 pixels high and -1 (ink) to 1 (paper), as one row for every third column."""
        return np.asarray(self.strip.run(None, {"strip": strip[None, None]})[0])

    def signs(self, steps: NDArray[np.float32], lengths: NDArray[np.int32]) -> NDArray[np.float32]:
        """Probabilities [time, lines, signs] of *steps* [time, lines, 64]."""
        return np.asarray(self.line.run(None, {"steps": steps, "lengths": lengths})[0])


@cache
def load(language: str = "ind") -> Model:
    """The prepared network, ready to read. Raises :class:`Unprepared`."""
    graphs, letters, null = _prepared(language)
    return Model(_session(graphs[0]), _session(graphs[1]), letters, null)


def check(language: str = "ind") -> None:
    """Raises :class:`Unprepared` when there is no network for *language*, or not as it was written."""
    _prepared(language)


def prepare(language: str = "ind") -> bool:
    """Convert the installed language data unless that is done already; False when it was.

    Raises :class:`Unprepared`.
    """
    source = language_file(language)
    try:
        check(language)
    except Unprepared:
        _convert(source)
        _try_out(language)
        return True
    return False


def _prepared(language: str) -> tuple[list[bytes], list[str], int]:
    note = _note(language_file(language))
    try:
        told = json.loads(note.read_text())
        graphs = [note.with_suffix(f".{part}.onnx").read_bytes() for part in ("strip", "line")]
    except (OSError, ValueError) as error:
        raise Unprepared(f"Jaringan pembaca cepat ({language}) belum disiapkan: python -m search prepare") from error
    if [hashlib.sha256(graph).hexdigest() for graph in graphs] != told["sha256"]:
        raise Unprepared(f"Jaringan pembaca cepat ({language}) berubah sejak disiapkan: python -m search prepare")
    return graphs, told["letters"], told["null"]


def language_file(language: str) -> Path:
    """Where Tesseract keeps its data for *language*."""
    folder = os.environ.get("TESSDATA_PREFIX") or _tessdata()
    path = Path(folder, f"{language}.traineddata")
    if not path.is_file():
        raise Unprepared(f"Data bahasa Tesseract ({language}) tidak ditemukan: apt install tesseract-ocr-{language}")
    return path


@cache
def _tessdata() -> str:
    program = shutil.which("tesseract")
    if program is None:
        raise Unprepared("Tesseract belum terpasang: apt install tesseract-ocr")
    told = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
    found = re.search(r'"(.+?)"', told.stdout + told.stderr)
    return found[1] if found else "/usr/share/tesseract-ocr/5/tessdata"


def _note(source: Path) -> Path:
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    return FOLDER / f"{source.stem}-{digest[:16]}-{FORM}.json"


def _convert(source: Path) -> None:
    """Each file is whole or not there, the note with their hashes last."""
    from search.quick import graph  # two seconds of library for what is needed once

    try:
        network = read(source)
        graphs = {"strip": graph.strip_graph(network), "line": graph.line_graph(network)}
        note = _note(source)
        FOLDER.mkdir(parents=True, exist_ok=True)
        for part, content in graphs.items():
            _write(note.with_suffix(f".{part}.onnx"), content)
    except (UnknownNetwork, OSError) as error:
        raise Unprepared(f"Jaringan pembaca cepat tidak dapat disiapkan: {error}") from error
    sums = [hashlib.sha256(content).hexdigest() for content in graphs.values()]
    told = {"letters": network.letters, "null": network.null, "sha256": sums}
    _write(note, json.dumps(told, ensure_ascii=False).encode())


def _write(path: Path, content: bytes) -> None:
    half = path.with_name(f"{path.name}.{os.getpid()}")
    half.write_bytes(content)
    half.replace(path)


def _try_out(language: str) -> None:
    """A conversion that cannot read a printed line is none."""
    from search.quick.trial import read_trial

    load.cache_clear()
    if TRIAL not in read_trial(load(language), TRIAL):
        _note(language_file(language)).unlink(missing_ok=True)
        load.cache_clear()
        raise Unprepared("Jaringan pembaca cepat tidak dapat disiapkan: hasil bacaannya salah")


def _session(graph: bytes) -> Any:
    """One thread: the machine's other cores read other pages, and threads do not survive a fork."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # it would report to its maker over the network
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # what it once needed it would keep, in every child
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
