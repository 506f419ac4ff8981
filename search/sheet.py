"""A sheet of paper somewhere on a photo: its corners, and how places on it and on the photo belong together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from search.pages import Box, Corners, Point

Matrix = tuple[float, float, float, float, float, float, float, float, float]


@dataclass(frozen=True)
class Sheet:
    """A flat sheet seen from anywhere. Places are fractions 0..1, of the sheet or of the photo."""

    corners: Corners

    def on_photo(self, box: Box) -> Box:
        """Where *box* on the sheet lies on the photo."""
        return _moved(box, self._out)

    def on_sheet(self, box: Box) -> Box:
        """Where *box* on the photo lies on the sheet."""
        return _moved(box, self._back)

    @cached_property
    def _out(self) -> Matrix:
        """The unit square onto the corners (Heckbert 1989, 2.2.3)."""
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = self.corners
        sx, sy = x0 - x1 + x2 - x3, y0 - y1 + y2 - y3
        dx1, dx2, dy1, dy2 = x1 - x2, x3 - x2, y1 - y2, y3 - y2
        whole = dx1 * dy2 - dx2 * dy1
        g, h = (sx * dy2 - dx2 * sy) / whole, (dx1 * sy - sx * dy1) / whole
        return (x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, 1.0)

    @cached_property
    def _back(self) -> Matrix:
        """The adjugate is the inverse but for a factor, which does not matter here."""
        a, b, c, d, e, f, g, h, i = self._out
        return (
            *(e * i - f * h, c * h - b * i, b * f - c * e),
            *(f * g - d * i, a * i - c * g, c * d - a * f),
            *(d * h - e * g, b * g - a * h, a * e - b * d),
        )


def _moved(box: Box, way: Matrix) -> Box:
    """By the middles of its sides: by its corners a box would grow with every way there and back."""
    left, top, right, bottom = box
    across, down = (left + right) / 2, (top + bottom) / 2
    xs = [_point(x, down, way)[0] for x in (left, right)]
    ys = [_point(across, y, way)[1] for y in (top, bottom)]
    return (min(xs), min(ys), max(xs), max(ys))


def _point(x: float, y: float, way: Matrix) -> Point:
    a, b, c, d, e, f, g, h, i = way
    depth = g * x + h * y + i
    return (a * x + b * y + c) / depth, (d * x + e * y + f) / depth
