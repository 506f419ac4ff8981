"""Where a TIFF ends: the last byte its directories speak of (TIFF 6.0, section 2). In the limited child only."""

from __future__ import annotations

import struct
from dataclasses import dataclass

_SIZES = {3: 2, 4: 4, 5: 8, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
"""Bytes of one value; one where not named."""
_PIECES = ((273, 279), (324, 325), (513, 514))
"""Where the pixels lie, and how long they are: strips, tiles, a JPEG within."""
_FURTHER = (330, 34665, 34853, 40965)
"""Directories of their own: a smaller picture, EXIF, GPS."""
_DIRECTORIES = 4096


@dataclass(frozen=True)
class Entry:
    """One line of a directory: its numbers where they are whole ones, and where its values end."""

    tag: int
    numbers: tuple[int, ...]
    end: int


def find(content: bytes) -> int | None:
    """The offset behind the last byte; None where that cannot be told."""
    order = "<" if content.startswith(b"II") else ">"
    try:
        waiting, seen, end = [_number(content, order, 4)], set[int](), 8
        while waiting and len(seen) < _DIRECTORIES:
            at = waiting.pop()
            if at and at not in seen:
                seen.add(at)
                entries, behind = _directory(content, order, at)
                end = max(end, behind, *(entry.end for entry in entries), *_pixels(entries))
                waiting += [number for entry in entries if entry.tag in _FURTHER for number in entry.numbers]
                waiting.append(_number(content, order, behind - 4))
    except (struct.error, ValueError):
        return None
    return end


def _number(content: bytes, order: str, at: int) -> int:
    return int(struct.unpack_from(f"{order}I", content, at)[0])


def _directory(content: bytes, order: str, at: int) -> tuple[list[Entry], int]:
    """Its lines, and the offset behind the pointer to the next directory."""
    (count,) = struct.unpack_from(f"{order}H", content, at)
    return [_entry(content, order, at + 2 + 12 * place) for place in range(count)], at + 6 + 12 * count


def _entry(content: bytes, order: str, at: int) -> Entry:
    tag, kind, count = struct.unpack_from(f"{order}HHI", content, at)
    size = count * _SIZES.get(kind, 1)
    start = at + 8 if size <= 4 else _number(content, order, at + 8)
    letter = {3: "H", 4: "I", 13: "I"}.get(kind)
    wanted = letter and any(tag in pair for pair in (*_PIECES, _FURTHER))
    numbers = struct.unpack_from(f"{order}{count}{letter}", content, start) if wanted else ()
    return Entry(tag, numbers, start + size)


def _pixels(entries: list[Entry]) -> list[int]:
    """Where each piece ends. Raises ValueError for pieces without a length."""
    numbers = {entry.tag: entry.numbers for entry in entries}
    pieces = [zip(numbers[start], numbers.get(size, ()), strict=True) for start, size in _PIECES if start in numbers]
    return [start + size for piece in pieces for start, size in piece]
