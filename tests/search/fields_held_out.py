"""What is read of papers, letters and noise that no threshold was chosen on, against what is printed on them.

``python -m tests.search.fields_held_out [--rounds N] [--tesseract] [--all] [LEVEL …]`` prints, per level, values found
and right, wrong, absent, and those wrong that a person would be shown in green; with ``--all`` also each that was not
right. Whoever chooses thresholds looks at papers of other chances (``--chances latih``), never at these.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from search import extract
from search.extract import Reader
from tests.search.drawing import Face, Paper, image
from tests.search.fields_trial import GREEN
from tests.search.other_noise import DPI, NOISE
from tests.search.other_papers import HELD_OUT, other_papers

DOUBTFUL = 60.0
"""Confidence below which also what is right is told: what would be lost by leaving it out."""
Told = tuple[str, str, str, str, float]
"""Verdict, field, value meant, value read, confidence."""


def verdicts(paper: Paper, file: Path, reader: Reader) -> Iterator[Told]:
    """Of each value that is on the paper, and of each that was read."""
    got = {field.name: (field.value, field.confidence) for field in extract(file, reader=reader).fields}
    for name in sorted({*paper.facts, *got}):
        value, sure = got.get(name, ("", 0.0))
        meant = paper.facts.get(name, "")
        yield ("right" if value == meant else "wrong" if value else "absent"), name, meant, value, sure


def scan(paper: Paper, face: Face, level: str, seed: str) -> bytes:
    page = np.array(image(paper, dpi=DPI[level], face=face))
    return NOISE[level](page, np.random.default_rng(list(f"{level} {seed}".encode())))


def trial(level: str, rounds: int, chances: str, reader: Reader, told: bool) -> Counter[str]:
    """Counts of ``right``, ``wrong``, ``absent`` and ``green`` (those wrong that look sure)."""
    count: Counter[str] = Counter(right=0, wrong=0, absent=0, green=0)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "halaman.jpg")
        for seed, (paper, face) in enumerate(other_papers(rounds, chances)):
            file.write_bytes(scan(paper, face, level, f"{chances}-{seed}"))
            for verdict, name, meant, value, sure in verdicts(paper, file, reader):
                count[verdict] += 1
                count["green"] += verdict == "wrong" and sure >= GREEN
                if told and (verdict != "right" or sure < DOUBTFUL):
                    line = (
                        f"  {level}, {paper.kind} {seed} {face[0]}: {name} {verdict}: {value!r} ({sure}) for {meant!r}"
                    )
                    sys.stdout.write(f"{line}\n")
    return count


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("levels", nargs="*", metavar="LEVEL", default=list(NOISE))
    given.add_argument("--rounds", type=int, default=3)
    given.add_argument("--chances", default=HELD_OUT)
    given.add_argument("--tesseract", action="store_true")
    given.add_argument("--all", action="store_true")
    asked = given.parse_args()
    reader: Reader = "tesseract" if asked.tesseract else "cepat"
    for level in asked.levels:
        begun = time.monotonic()
        count = trial(level, asked.rounds, asked.chances, reader, asked.all)
        values = count["right"] + count["wrong"] + count["absent"]
        shares = ", ".join(f"{name} {count[name] / values:.1%}" for name in ("right", "wrong", "absent"))
        seconds = time.monotonic() - begun
        sys.stdout.write(f"{level}: {values} values, {shares}, wrong and green {count['green']}, {seconds:.0f} s\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
