"""Making the quick reader ready, and knowing whether it is."""

from __future__ import annotations

from search.errors import EngineMissing
from search.quick.model import Unprepared, check, prepare

LANGUAGES = ("ind", "eng")
"""The reader's own, and that of its second opinion."""


def prepare_reader() -> None:
    """Convert Tesseract's networks; nothing to do when that was done before.

    Raises :class:`EngineMissing`: Tesseract or its languages are not installed, or cannot be converted.
    """
    for language in LANGUAGES:
        try:
            prepare(language)
        except (Unprepared, ImportError) as error:
            raise EngineMissing(str(error)) from error


def check_reader() -> None:
    """Raises :class:`EngineMissing` while the quick reader is not ready and Tesseract reads alone."""
    for language in LANGUAGES:
        try:
            check(language)
        except Unprepared as error:
            raise EngineMissing(str(error)) from error
