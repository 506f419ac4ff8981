"""Page images as grey pixels: JPEG, PNG and TIFF files, pictures taken out of PDF pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageOps

from search.quick.ink import Grey, fewer

FORMATS = ("JPEG", "PNG", "TIFF")
A4_LONG_INCHES = 297 / 25.4
SMALL_WIDTH = 850
BAND = 128
"""Rows of a coloured picture that are turned into grey at a time: they stay in the processor's own memory."""
ORIENTATION, LYING = 0x0112, (5, 6, 7, 8)


@dataclass(frozen=True)
class Picture:
    """A page as shown to a person, in grey; ``dpi`` is measured on paper or assumed from A4.

    Of a large JPEG ``grey`` holds a half or a quarter of the pixels that ``width`` and ``height`` tell of: that
    takes a third less time to decode, and plain print is read of no more. :meth:`whole` has them all.
    """

    grey: Grey
    dpi: float
    width: int
    height: int
    again: Callable[[], Picture] | None = None

    def whole(self) -> Picture:
        return self.again() if self.again else self

    @cached_property
    def small(self) -> Grey:
        """About 100 dpi, for measures that look at the sheet as a whole."""
        size = (SMALL_WIDTH, max(round(self.height * SMALL_WIDTH / self.width), 1))
        return np.asarray(cv2.resize(halved(self.grey, SMALL_WIDTH), size, interpolation=cv2.INTER_AREA), np.uint8)

    def turned(self, degrees: int) -> Picture:
        """Turned clockwise by a multiple of 90."""
        if not degrees:
            return self
        size = (self.height, self.width) if degrees % 180 else (self.width, self.height)
        again = self.again and (lambda: self.whole().turned(degrees))
        return Picture(np.ascontiguousarray(np.rot90(self.grey, -degrees // 90)), self.dpi, *size, again)


def halved(grey: Grey, width: int) -> Grey:
    """*grey* with so many pixels made one that it stays wider than *width*; whole numbers are quick."""
    factor = grey.shape[1] // width
    if factor < 2 or grey.shape[0] < factor:
        return grey
    size = (grey.shape[1] // factor, grey.shape[0] // factor)
    return np.asarray(cv2.resize(grey[: size[1] * factor, : size[0] * factor], size, interpolation=cv2.INTER_AREA))


def count(path: str) -> int:
    """Frames of the file: one, or the pages of a TIFF; whether they are whole shows when they are read."""
    with Image.open(path, formats=FORMATS) as image:
        return int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1


def load(path: str, index: int, *, whole: bool = False) -> Picture:
    """Frame *index*, upright as its EXIF orientation says.

    Opened here: of a path Pillow maps a plain TIFF into memory as if it were turned already.
    """
    with Path(path).open("rb") as source, Image.open(source, formats=FORMATS) as image:
        if index:
            image.seek(index)
        size = image.size
        if whole or not reduced(image):
            ImageOps.exif_transpose(image, in_place=True)
            return from_image(image)
        lying = image.getexif().get(ORIENTATION, 1) in LYING
        ImageOps.exif_transpose(image, in_place=True)
        return from_image(image, size=size[::-1] if lying else size, again=partial(load, path, index, whole=True))


def reduced(image: Image.Image) -> bool:
    """Have a JPEG decoded with as few of its pixels as plain print needs, if it has that many more."""
    factor = min(fewer(max(image.size)), min(image.size) // SMALL_WIDTH)
    if image.format != "JPEG" or factor < 2:
        return False
    return image.draft(None, (image.width // factor, image.height // factor)) is not None


def from_image(
    image: Image.Image,
    long_inches: float = A4_LONG_INCHES,
    *,
    size: tuple[int, int] | None = None,
    again: Callable[[], Picture] | None = None,
) -> Picture:
    """*image* in grey; *long_inches* is the longer side of the paper."""
    size = size or image.size
    return Picture(to_grey(image), max(size) / long_inches, *size, again)


def to_grey(image: Image.Image) -> Grey:
    """Grey in which coloured stamps fade but blue ink stays: half brightness, half strongest channel."""
    if image.mode.startswith("I"):  # 16 bits a pixel, which Pillow would cut off instead of scale
        return (np.asarray(image) // 256).clip(0, 255).astype(np.uint8)
    if image.mode == "L":
        return np.asarray(image)
    if image.mode == "1":
        return np.asarray(image.convert("L"))
    colour = _on_white(image)
    if colour.mode != "RGB":
        colour = colour.convert("RGB")
    bands = (
        colour.crop((0, top, colour.width, min(top + BAND, colour.height))) for top in range(0, colour.height, BAND)
    )
    return np.concatenate([_faded(band) for band in bands])


def _faded(colour: Image.Image) -> Grey:
    red, green, blue = cv2.split(np.asarray(colour))
    bright = np.asarray(colour.convert("L"))
    return np.asarray(bright + (cv2.max(cv2.max(red, green), blue) - bright) // 2, np.uint8)


def _on_white(image: Image.Image) -> Image.Image:
    """Transparent parts of a PNG are paper, not black."""
    if image.mode not in ("RGBA", "LA", "PA") and "transparency" not in image.info:
        return image
    front = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", front.size, "white"), front)
