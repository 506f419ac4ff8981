"""What the network answers becomes letters, each with its place along the line and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

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
    best, sure = answers.argmax(axis=1), answers.max(axis=1).tolist()
    starts = np.flatnonzero(np.diff(best, prepend=-1))
    codes, bounds = best[starts].tolist(), [*starts.tolist(), len(best)]
    found = []
    for code, (start, end) in zip(codes, pairwise(bounds), strict=True):
        if code != null and letters[code]:
            surest = max(sure[start:end])
            found.append(Sign(letters[code], sure.index(surest, start), surest))
    return found
