"""Tesseract's command line: one call per picture, words with places and confidences back."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from io import BytesIO

from PIL import Image

from search.pages import Word
from search.reading.types import Line

# Eight threads on two cores make Tesseract five times slower; the caller's environment is not trusted.
ENVIRONMENT = {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8", "PATH": os.environ.get("PATH", os.defpath)}
ENVIRONMENT |= {name: os.environ[name] for name in ("TESSDATA_PREFIX",) if name in os.environ}


class TesseractMissing(Exception):
    """The program or its language data is not installed."""


def words(image: Image.Image, language: str) -> list[list[Line]]:
    """Paragraphs of lines of words; places as fractions of *image*."""
    table = _run(image, "-l", language, "tsv")
    return _paragraphs(table, image.width, image.height)


def orientation(image: Image.Image) -> int:
    """Degrees clockwise (0, 90, 180, 270) that make *image* upright; 0 when it cannot tell."""
    try:
        report = _run(image, "--psm", "0", "-l", "osd")
    except subprocess.CalledProcessError:  # too few letters to judge
        return 0
    found = re.search(r"^Rotate: (\d+)", report, re.MULTILINE)
    return int(found[1]) if found else 0


def _run(image: Image.Image, *options: str) -> str:
    program = shutil.which("tesseract")
    if program is None:
        raise TesseractMissing
    command = [program, "stdin", "stdout", "--dpi", "300", *options]
    done = subprocess.run(command, input=_pixels(image), capture_output=True, env=ENVIRONMENT, check=False)
    if b"Failed loading language" in done.stderr or b"Could not initialize tesseract" in done.stderr:
        raise TesseractMissing
    done.check_returncode()
    return done.stdout.decode("utf-8", "replace")


def _pixels(image: Image.Image) -> bytes:
    """Portable grey map: nothing to compress here, nothing to decompress there."""
    out = BytesIO()
    image.save(out, "PPM")
    return out.getvalue()


def _paragraphs(table: str, width: int, height: int) -> list[list[Line]]:
    """Rows of level 5 are words; block, paragraph and line numbers tell where a line ends."""
    paragraphs: dict[tuple[str, str], dict[str, Line]] = {}
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != "5" or not cells[11].strip():
            continue
        lines = paragraphs.setdefault((cells[2], cells[3]), {})
        lines.setdefault(cells[4], []).extend(_words(cells, width, height))
    return [list(lines.values()) for lines in paragraphs.values()]


def _words(cells: list[str], width: int, height: int) -> list[Word]:
    left, top, across, down = (int(cell) for cell in cells[6:10])
    box = (left / width, top / height, (left + across) / width, (top + down) / height)
    confidence = max(0.0, round(float(cells[10]), 1))
    return [Word(text, box, confidence) for text in "\t".join(cells[11:]).split()]
