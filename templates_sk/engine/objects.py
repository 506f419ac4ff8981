"""PDF objects as bytes: numbering, strings, the cross-reference table (ISO 32000-1, 7.3 and 7.5).

Everything we write is known beforehand, so no object model stands between a page and its bytes. A classic
cross-reference table makes each later signature cheaper than an object stream would.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from itertools import accumulate

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class Objects:
    """A file being written. ``fork`` copies one with what all files share already in it."""

    def __init__(self) -> None:
        self._parts: list[bytes] = [HEADER]
        self._hashed = 1
        self._size = len(HEADER)
        self._offsets: list[int] = [0]
        self._digest = hashlib.sha256(HEADER)

    def fork(self) -> Objects:
        """A file that begins like this one; this one stays as it is."""
        other = Objects.__new__(Objects)
        other._parts, other._size = [b"".join(self._parts)], self._size
        self._hash()
        other._offsets, other._digest = list(self._offsets), self._digest.copy()
        self._parts = other._parts[:]
        self._hashed = other._hashed = 1
        return other

    def reserve(self, count: int = 1) -> int:
        """The first of *count* consecutive numbers whose bodies come later."""
        first = len(self._offsets)
        self._offsets += [0] * count
        return first

    def put(self, body: str | bytes, number: int = 0) -> int:
        """Writes one object, at *number* when it was reserved; returns its number."""
        number = number or self.reserve()
        raw = body if isinstance(body, bytes) else body.encode("ascii")
        whole = b"%d 0 obj\n%b\nendobj\n" % (number, raw)
        self._offsets[number] = self._size
        self._size += len(whole)
        self._parts.append(whole)
        return number

    def put_run(self, bodies: Iterable[str], first: int) -> None:
        """Writes objects at consecutive reserved numbers; the same as ``put`` for each, sooner."""
        wholes = [f"{number} 0 obj\n{body}\nendobj\n" for number, body in enumerate(bodies, first)]
        ends = list(accumulate(map(len, wholes), initial=self._size))
        self._offsets[first : first + len(wholes)] = ends[:-1]
        self._size = ends[-1]
        self._parts.append("".join(wholes).encode("ascii"))

    def stream(self, data: bytes, entries: str = "", number: int = 0) -> int:
        """Writes a stream as it is; *entries* of its dictionary besides the length."""
        head = f"<<{entries} /Length {len(data)}>>\nstream\n".encode("ascii")
        return self.put(b"".join((head, data, b"\nendstream")), number)

    def _hash(self) -> None:
        self._digest.update(b"".join(self._parts[self._hashed :]))
        self._hashed = len(self._parts)

    def finish(self, root: int, info: int) -> bytes:
        """The whole file. Its identifier is a digest of all that precedes, never the clock."""
        self._hash()
        ident = self._digest.hexdigest()[:32].upper()
        count = len(self._offsets)
        table = "%010d 00000 n \n" * (count - 1) % tuple(self._offsets[1:])
        tail = (
            f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n"
            f"<</Size {count} /Root {ref(root)} /Info {ref(info)} /ID [<{ident}><{ident}>]>>\n"
            f"startxref\n{self._size}\n%%EOF\n"
        )
        return b"".join([*self._parts, tail.encode("ascii")])


def ref(number: int) -> str:
    return f"{number} 0 R"


def array(items: Iterable[object]) -> str:
    return "[" + " ".join(map(str, items)) + "]"


def dictionary(entries: Mapping[str, object]) -> str:
    return "<<" + " ".join(f"/{key} {value}" for key, value in entries.items()) + ">>"


def text(value: str) -> str:
    """A text string: literal when plain ASCII, else UTF-16 with its mark."""
    if value.isascii() and value.isprintable():
        return "(" + value.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return "<FEFF" + value.encode("utf-16-be").hex().upper() + ">"
