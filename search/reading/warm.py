"""Loaded by the fork server alone: reads one page of its own, so that every child finds all it needs in memory.

Networks, libraries and their tables are loaded once and shared; a child that had to load them would spend more
on that than on its page.
"""

from __future__ import annotations

import gc
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from search.quick.model import TRIAL
from search.reading import child, pictures

SIZE, LINES, STEP = (1240, 1754), 12, 60


def _read_one() -> None:
    sheet = Image.new("RGB", SIZE, "white")
    for number in range(LINES):
        ImageDraw.Draw(sheet).text((80, STEP * (number + 2)), TRIAL, font=ImageFont.load_default(24), fill=0)
    scan = BytesIO()
    sheet.save(scan, "JPEG")
    child.read_picture(pictures.from_image(Image.open(scan)), "ind", "cepat")


try:
    _read_one()
except Exception:  # a child meets the same and says so; the server must come up
    gc.collect()
gc.freeze()  # collecting in a child would copy what it shares
