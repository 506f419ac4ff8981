"""One page's content stream, every operator inside a mark (ISO 14289-1, 7.1: real content or artifact)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from templates_sk.engine.faces import RESOURCES, face
from templates_sk.engine.images import Picture
from templates_sk.engine.tags import Element, Mark
from templates_sk.engine.text import Line

Box = tuple[float, float, float, float]
ROLE = "Peran"
"""Key in a mark's property list that names a part allowed to differ between draft and final."""


class _Marked:
    """What is drawn until it ends stands inside one mark."""

    __slots__ = ("_ops",)

    def __init__(self, ops: list[str]) -> None:
        self._ops = ops

    def __enter__(self) -> None:
        return

    def __exit__(self, *_: object) -> None:
        self._ops.append("EMC")


class Sheet:
    """Content of page *index* (from 0), in points from the lower left corner."""

    def __init__(self, index: int, width: float, height: float) -> None:
        self.index, self.width, self.height = index, width, height
        self.parents: list[Element] = []
        self.widgets: list[tuple[Element, Box]] = []
        self.pictures: dict[str, Picture] = {}
        self._ops: list[str] = []

    def part(self, element: Element, role: str = "") -> _Marked:
        """Everything drawn inside belongs to *element*."""
        self._ops.append(self._mark(element, role))
        return _Marked(self._ops)

    def write(self, element: Element, role: str, ops: Sequence[str]) -> None:
        """The same for operators that are all there already."""
        self._ops += (self._mark(element, role), *ops, "EMC")

    def _mark(self, element: Element, role: str) -> str:
        mcid = len(self.parents)
        self.parents.append(element)
        element.kids.append(Mark(self.index, mcid))
        extra = f" /{ROLE} /{role}" if role else ""
        return f"/{element.tag} <</MCID {mcid}{extra}>> BDC"

    def artifact(self, properties: str = "", role: str = "") -> _Marked:
        """Everything drawn inside is decoration: page furniture, rules, the DRAF mark."""
        extra = f" /{ROLE} /{role}" if role else ""
        inside = (properties + extra).strip()
        self._ops.append(f"/Artifact <<{inside}>> BDC" if inside else "/Artifact BMC")
        return _Marked(self._ops)

    def decorate(self, ops: str) -> None:
        """Operators that are decoration."""
        self._ops += ("/Artifact BMC", ops, "EMC")

    def line(self, x: float, y: float, line: Line, size: float, *, stretch: float = 0.0, condense: float = 1.0) -> None:
        """*line* with its baseline at (x, y); *stretch* points more in each space, letters *condense* times as wide."""
        self._ops.append(line_ops(line, x, y, size, stretch, condense))

    def raw(self, ops: Sequence[str]) -> None:
        """Path operators; the caller keeps ``q``/``Q`` in pairs."""
        self._ops += ops

    def picture(self, one: Picture, x: float, y: float, width: float, height: float) -> None:
        """*one* with its lower left corner at (x, y)."""
        self.pictures[one.name] = one
        self._ops.append(f"q {n(width)} 0 0 {n(height)} {n(x)} {n(y)} cm /{one.name} Do Q")

    def content(self) -> bytes:
        return "\n".join(self._ops).encode("ascii")


def line_ops(line: Line, x: float, y: float, size: float, stretch: float, condense: float) -> str:
    """See :meth:`Sheet.line`."""
    return f"BT {n(condense)} 0 0 1 {n(x)} {n(y)} Tm {_shown(line, size, stretch)}ET"


@lru_cache(maxsize=4_096)
def _shown(line: Line, size: float, stretch: float) -> str:
    extra = stretch / size * 1000
    return "".join([f"/{RESOURCES[style]} {n(size)} Tf {_glyphs(style, text, extra)} " for style, text in line.runs])


def _glyphs(style: str, text: str, extra: float) -> str:
    one = face(style)
    if not extra:
        return f"<{one.hex(text)}> Tj"
    gap = f"{one.hex(' ')}>{n(-extra)}<"
    shown = f"<{gap.join(map(one.hex, text.split(' ')))}>"
    return f"[{shown.replace('<>', '')}] TJ"


@lru_cache(maxsize=16_384)
def n(value: float) -> str:
    """A number as PDF writes it: at most three decimals, never an exponent."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if value else "0"
