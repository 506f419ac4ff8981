"""What the network answers becomes letters, each with its place along the line and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Sign:
    """``step`` is where the letter was surest, of the columns the network looked at (three pixels each)."""

    text: str
    step: int
    sure: float


def signs(answers: NDArray[np.float32], letters: list[str], null: int) -> list[Sign]:
    """The likeliest sign of each step; runs of one sign are one letter (greedy CTC).

    *answers* is [time, signs], probabilities.
    """
    best = answers.argmax(axis=1)
    starts = np.flatnonzero(np.diff(best, prepend=-1))
    ends = np.append(starts[1:], len(best))
    found = []
    for start, end in zip(starts, ends, strict=True):
        code = int(best[start])
        if code != null and letters[code]:
            run = answers[start:end, code]
            found.append(Sign(letters[code], int(start + run.argmax()), float(run.max())))
    return found
