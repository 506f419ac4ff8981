"""Two readers of one line: where they agree that is the confidence, where they do not nobody is sure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from search.pages import Box, Word

WEAK = 90.0
"""Confidence of its weakest word below which a line is read by the other reader as well."""
AGREED, DOUBTFUL = 97.0, 55.0
UNLIKE = 75.0
"""What a word is worth where there may be a blank in it: enough to be offered, not to be believed."""
Line = list[Word]
Ask = Callable[[list[int]], list[Line]]


def second_opinion(lines: list[Line], ask: Ask) -> list[Line]:
    """*lines*, the weak ones held against what *ask* reads at the same places."""
    weak = [at for at, line in enumerate(lines) if line and min(word.confidence for word in line) < WEAK]
    if not weak:
        return lines
    held = list(lines)
    for at, other in zip(weak, ask(weak), strict=True):
        held[at] = agreed(lines[at], other)
    return held


def agreed(line: Sequence[Word], other: Sequence[Word]) -> Line:
    """The words of *line* with the confidence two readers give them together; of two readings the surer one."""
    return [held for word in line for held in _split(word, _same_place(word, other))]


def _split(word: Word, others: list[Word]) -> Line:
    """*word* held against *others*; where they are a colon and the rest of it, its first stroke was the colon."""
    if len(others) == 2 and others[0].text == ":" and word.text == f"1{others[1].text}":
        return [replace(one, confidence=min(one.confidence, DOUBTFUL)) for one in others]
    return [_held(word, others)]


def _held(word: Word, others: list[Word]) -> Word:
    if not others:
        return replace(word, confidence=min(word.confidence, DOUBTFUL))
    text, sure = "".join(other.text for other in others), min(other.confidence for other in others)
    if text == word.text and len(others) > 1 and text.isalpha():
        return replace(word, confidence=min(max(word.confidence, sure), UNLIKE))
    if text == word.text:
        return replace(word, confidence=max(word.confidence, sure, AGREED))
    if sure > word.confidence and len(others) == 1 and _as_wide(word.box, others[0].box):
        return replace(word, text=text, confidence=DOUBTFUL)
    return replace(word, confidence=min(word.confidence, DOUBTFUL))


def _same_place(word: Word, others: Sequence[Word]) -> list[Word]:
    """Those whose middle lies on *word*, or that it lies in the middle of."""
    left, _, right, _ = word.box
    found = [other for other in others if left <= (other.box[0] + other.box[2]) / 2 <= right]
    return found or [other for other in others if other.box[0] <= (left + right) / 2 <= other.box[2]]


def _as_wide(one: Box, other: Box) -> bool:
    return abs((one[2] - one[0]) - (other[2] - other[0])) < 0.25 * (one[2] - one[0])
