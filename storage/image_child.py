"""Images, read in the limited child: size from the header first, then the pixels themselves."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pillow_heif
from PIL import Image, TiffImagePlugin, WebPImagePlugin

from storage import image_end

pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)
Image.preinit()  # once in the fork server instead of in every child
PLUGINS = (TiffImagePlugin, WebPImagePlugin)
FORMATS = {"jpeg": ("JPEG",), "png": ("PNG",), "tiff": ("TIFF",), "heic": ("HEIF",), "webp": ("WEBP",)}


def look(path: str, kind: str, max_pixels: int, max_pages: int) -> dict[str, Any]:
    """``pages``, ``pixels`` of the largest frame, whether there is ``more`` behind the picture, whether it ``moves``.

    The first frame is decoded when all is within limits.
    """
    Image.MAX_IMAGE_PIXELS = None  # the header alone is read until we have compared it ourselves
    with Image.open(path, formats=FORMATS[kind]) as image:
        pages, pixels = _measure(image, kind, max_pixels, max_pages)
        moves = kind in ("png", "webp") and getattr(image, "n_frames", 1) > 1
    if pages <= max_pages and pixels <= max_pixels:
        _decode(path, kind)
    more = image_end.holds_more(Path(path).read_bytes(), kind)
    return {"pages": pages, "pixels": pixels, "moves": moves, "more": more}


def _measure(image: Image.Image, kind: str, max_pixels: int, max_pages: int) -> tuple[int, int]:
    """Only TIFF frames are pages; further frames of the others are a phone's previews, or refused."""
    pages = getattr(image, "n_frames", 1) if kind == "tiff" else 1
    largest = 0
    for number in range(min(pages, max_pages)):
        if number:
            image.seek(number)
        largest = max(largest, image.width * image.height)
        if largest > max_pixels:
            break
    return pages, largest


def _decode(path: str, kind: str) -> None:
    """A whole pass over the data finds cut files; an eighth of the size is enough for a JPEG."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # odd EXIF is no reason to refuse a photo
        with Image.open(path, formats=FORMATS[kind]) as image:
            if kind == "jpeg":
                image.draft("L", (-(-image.width // 8), -(-image.height // 8)))
            image.load()
