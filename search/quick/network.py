"""Many strips through the network at little cost: one long strip first, then lines of like length together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from search.quick.model import Model
from search.quick.strips import HEIGHT

CHUNK = 384
EDGE = 6
BATCH = 12
Floats = NDArray[np.float32]


def answers(model: Model, strips: Sequence[Floats]) -> list[Floats]:
    """For each strip the probabilities [time, signs]."""
    steps = _steps(model, strips)
    order = sorted(range(len(steps)), key=lambda number: len(steps[number]))
    found: list[Floats] = [np.zeros((0, 0), np.float32)] * len(steps)
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        for number, signs in zip(batch, _signs(model, [steps[number] for number in batch]), strict=True):
            found[number] = signs
    return found


def _steps(model: Model, strips: Sequence[Floats]) -> list[Floats]:
    """What the network makes of each third column; a column knows nothing beyond its neighbours."""
    gap = np.ones((HEIGHT, EDGE), np.float32)
    whole = np.concatenate([part for strip in strips for part in (gap, strip)] + [gap], axis=1)
    pieces = []
    for start in range(0, whole.shape[1], CHUNK):
        left, right = max(start - EDGE, 0), min(start + CHUNK + EDGE, whole.shape[1])
        steps = model.steps(np.ascontiguousarray(whole[:, left:right]))
        pieces.append(steps[(start - left) // 3 :][: CHUNK // 3])
    flow = np.concatenate(pieces)
    found, at = [], EDGE // 3
    for strip in strips:
        count = strip.shape[1] // 3
        found.append(flow[at : at + count])
        at += count + EDGE // 3
    return found


def _signs(model: Model, steps: list[Floats]) -> list[Floats]:
    lengths = np.array([len(one) for one in steps], np.int32)
    padded = np.zeros((lengths.max(), len(steps), steps[0].shape[1]), np.float32)
    for number, one in enumerate(steps):
        padded[: len(one), number] = one
    signs = model.signs(padded, lengths)
    return [signs[: len(one), number] for number, one in enumerate(steps)]
