"""The emblem at the head of a naskah: the region's own picture, or a stand-in that cannot be taken for one."""

from __future__ import annotations

from templates_sk.engine.pictures import EMBLEM_RATIO, emblem
from templates_sk.engine.sheet import Sheet
from templates_sk.engine.tags import Element
from templates_sk.susunan.gaya import Lambang
from templates_sk.susunan.susunan import Susunan

PLACEHOLDER = "Lambang contoh: perisai dengan bintang"


class Tempat:
    """One emblem of a given height, ready to be drawn."""

    def __init__(self, s: Susunan, parent: Element, which: Lambang, height: float) -> None:
        self.picture = s.gaya.lambang.get(which)
        self.height = height
        ratio = self.picture.width / self.picture.height if self.picture else EMBLEM_RATIO
        self.width = height * min(ratio, 2.0)
        self._figure = parent.add("Figure", alt=self.picture.alt if self.picture else PLACEHOLDER)

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        """Upper left corner at (x, top)."""
        y = top - self.height
        self._figure.box = (round(x, 3), round(y, 3), round(x + self.width, 3), round(top, 3))
        with sheet.part(self._figure):
            if self.picture:
                sheet.picture(self.picture, x, y, self.width, self.height)
            else:
                emblem(sheet, x, y, self.height)
