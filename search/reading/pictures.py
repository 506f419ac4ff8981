"""Page images as grey pixels: JPEG, PNG and TIFF files, pictures taken out of PDF pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageOps

FORMATS = ("JPEG", "PNG", "TIFF")
A4_LONG_INCHES = 297 / 25.4
SMALL_WIDTH = 850
Grey = NDArray[np.uint8]


@dataclass(frozen=True)
class Picture:
    """A page as shown to a person, in grey; ``dpi`` is measured on paper or assumed from A4."""

    image: Image.Image
    dpi: float

    @property
    def width(self) -> int:
        return self.image.width

    @property
    def height(self) -> int:
        return self.image.height

    @cached_property
    def grey(self) -> Grey:
        return np.asarray(self.image)

    @cached_property
    def small(self) -> Grey:
        """About 100 dpi, for measures that look at the sheet as a whole."""
        size = (SMALL_WIDTH, max(round(self.height * SMALL_WIDTH / self.width), 1))
        return np.asarray(cv2.resize(halved(self.grey, SMALL_WIDTH), size, interpolation=cv2.INTER_AREA), np.uint8)

    def turned(self, degrees: int) -> Picture:
        """Turned clockwise by a multiple of 90."""
        return Picture(self.image.rotate(-degrees, expand=True), self.dpi) if degrees else self


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


def load(path: str, index: int) -> Picture:
    """Frame *index*, upright as its EXIF orientation says.

    Opened here: of a path Pillow maps a plain TIFF into memory as if it were turned already.
    """
    with Path(path).open("rb") as source, Image.open(source, formats=FORMATS) as image:
        if index:
            image.seek(index)
        return from_image(ImageOps.exif_transpose(image))


def from_image(image: Image.Image, long_inches: float = A4_LONG_INCHES) -> Picture:
    """*image* in grey; *long_inches* is the longer side of the paper."""
    return Picture(to_grey(image), max(image.size) / long_inches)


def to_grey(image: Image.Image) -> Image.Image:
    """Grey in which coloured stamps fade but blue ink stays: half brightness, half strongest channel."""
    if image.mode.startswith("I"):  # 16 bits a pixel, which Pillow would cut off instead of scale
        return Image.fromarray((np.asarray(image) // 256).clip(0, 255).astype(np.uint8))
    if image.mode in ("1", "L"):
        return image.convert("L")
    colour = _on_white(image).convert("RGB")
    red, green, blue = colour.split()
    strongest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return Image.blend(colour.convert("L"), strongest, 0.5)


def _on_white(image: Image.Image) -> Image.Image:
    """Transparent parts of a PNG are paper, not black."""
    if image.mode not in ("RGBA", "LA", "PA") and "transparency" not in image.info:
        return image
    front = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", front.size, "white"), front)
