"""What can go wrong, named by what the caller can do about it. Messages are plain Indonesian."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class FieldError:
    """One thing to correct. ``field`` is a dotted path (``pertek.tanggal``), ``label`` its name on screen."""

    field: str
    label: str
    message: str


class TemplateError(Exception):
    """Base of everything this package raises on purpose."""


class DataError(TemplateError):
    """The data does not make a decree: every finding at once, for the person who filled it in."""

    def __init__(self, errors: Sequence[FieldError]) -> None:
        self.errors = list(errors)
        super().__init__("; ".join(f"{e.label}: {e.message}" for e in self.errors))


class UnknownKind(TemplateError):
    """No such kind of naskah: for the programmer or the command line."""


class Unreadable(TemplateError):
    """A file given for comparison is not one of ours."""


class LayoutError(TemplateError):
    """The text cannot be laid out on the paper: shorten it."""
