"""A visible signature: v2 draws no QR and no text of its own, so the picture comes from us, for both versions."""

from __future__ import annotations

import base64
import io
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sandbox
from signing.bsre.errors import refused
from signing.bsre.geometry import Box, Page
from signing.ports import Placement, SigningRequest

_SCALE = 3


@dataclass(frozen=True)
class Stamp:
    """``page`` from 1; ``box`` in the page's own points, ``shown`` on the page as people see it."""

    page: int
    box: Box
    shown: Box
    picture: bytes = field(repr=False)

    def for_v1(self, *, corners: bool) -> dict[str, str]:
        """Lower left corner, then the upper right one or a size, as this server reads it."""
        left, bottom, right, top = self.box
        third, fourth = (right, top) if corners else (right - left, top - bottom)
        numbers = {"xAxis": left, "yAxis": bottom, "width": third, "height": fourth}
        return {"image": "true", "page": str(self.page)} | {name: f"{value:g}" for name, value in numbers.items()}

    def for_v2(self) -> dict[str, Any]:
        """Never a tag beside coordinates: servers then ignore the coordinates."""
        x, y, width, height = self.shown
        picture = base64.b64encode(self.picture).decode()
        place = {"page": self.page, "originX": x, "originY": y, "width": width, "height": height}
        return {**place, "imageBase64": picture}


def stamp_for(request: SigningRequest, name: str) -> Stamp | None:
    """None for an invisible signature. Raises BsreError ``letak_tidak_ada``."""
    place = request.placement
    if place is None:
        return None
    page = _page(request.pdf, place)
    return Stamp(place.page + 1, place.box, page.shown(place.box), _picture(name, request.reason, place))


def _page(pdf: bytes, place: Placement) -> Page:
    """Read in a limited child (Law 13)."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        Path(file.name).write_bytes(pdf)
        try:
            found = sandbox.call("signing.bsre.geometry:read", file.name, place.page)
        except sandbox.Unsafe:
            found = None
    if found is None:
        raise refused("letak_tidak_ada")
    left, bottom, right, top, rotation = found
    return Page((left, bottom, right, top), int(rotation))


def _picture(name: str, reason: str | None, place: Placement) -> bytes:
    import pypdfium2

    from signing.engine.stamp import stamp_pdf

    left, bottom, right, top = place.box
    drawn = stamp_pdf(name, reason, width=right - left, height=top - bottom)
    out = io.BytesIO()
    with pypdfium2.PdfDocument(drawn) as document:
        document[0].render(scale=_SCALE).to_pil().save(out, "PNG")
    return out.getvalue()
