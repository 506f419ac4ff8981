"""What can go wrong here, named by what the caller can do about it."""

from __future__ import annotations


class SearchError(Exception):
    """Base of every error that leaves this package; the text is Indonesian and fit to show."""


class Unreadable(SearchError):
    """The file cannot be read safely: ask for another one.

    ``cause`` is that of :class:`sandbox.Unsafe` (``crashed``, ``garbage``, ``raised``),
    ``missing`` (no such file) or ``pages`` (none, or too many).
    """

    def __init__(self, message: str, cause: str = "raised") -> None:
        super().__init__(message)
        self.cause = cause


class Busy(SearchError):
    """The machine had no time to read the file: try again later; nothing is known of the file."""

    def __init__(self) -> None:
        super().__init__("Server sedang sibuk, jadi berkas belum sempat dibaca. Coba lagi beberapa menit lagi.")


class EngineMissing(SearchError):
    """Tesseract or its language data is not installed: the operator installs it, then try again."""


class IndexBusy(SearchError):
    """The index cannot be asked or written just now (another writer, a silent or full server): try again later."""


class UnknownEngine(SearchError):
    """The address of the index names no engine of ours: correct the setting."""


class IndexBroken(SearchError):
    """The index cannot be read or written: drop it and build it anew (it is derived data)."""


class QueryTooLong(SearchError):
    """More letters than a question may have: shorten it."""
