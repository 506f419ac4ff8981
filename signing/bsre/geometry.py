"""Boxes of a PDF page against the coordinates of a page as it is shown."""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Page:
    """Crop box in points and clockwise rotation in degrees."""

    crop: Box
    rotation: int

    def shown(self, box: Box) -> Box:
        """(x, y, width, height) of *box* on the shown page: origin in its upper left corner, y downwards."""
        left, bottom, right, top = self.crop
        wide, high = right - left, top - bottom
        low, base, far, peak = box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom
        width, height = far - low, peak - base
        match self.rotation % 360:
            case 90:
                return base, low, height, width
            case 180:
                return wide - far, base, width, height
            case 270:
                return high - peak, wide - far, height, width
        return low, high - peak, width, height


def read(path: str, number: int) -> list[float] | None:
    """Inside the sandbox: crop box and rotation of page *number* (from 0), None when there is no such page."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        if not 0 <= number < len(document):
            return None
        page = document[number]
        return [*page.get_cropbox(), page.get_rotation()]
