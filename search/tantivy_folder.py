"""The folders of the embedded index: the one that is read, the one that is being built, and the swap between them.

``kini`` in the home folder names the folder that is read; without it that is ``awal``.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tantivy

from search.errors import IndexBroken, IndexBusy
from search.tantivy_document import SCHEMA

HEAP_BYTES = 50_000_000
FIRST, BUILDING, POINTER = "awal", "baru", "kini"
META = "meta.json"
"""Tantivy's list of what was committed."""


NOTHING = (0, 0)


class Folder:
    """An index in one folder, opened once per process until it fails."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._meta = path / META
        self._opened: Any = None
        self._state = NOTHING

    def index(self) -> Any:
        if self._opened is None:
            self.path.mkdir(parents=True, exist_ok=True)
            self._opened = tantivy.Index(SCHEMA, str(self.path))
            self._opened.config_reader(reload_policy="manual")
        return self._opened

    def searcher(self) -> Any:
        """What other processes have committed is seen by the next question.

        A commit replaces ``meta.json``; to open it anew for each question would cost more than most answers.
        """
        index = self.index()
        state = _state(self._meta)
        if state != self._state:
            index.reload()
            self._state = state
        return index.searcher()

    @contextmanager
    def writer(self, heap: int = HEAP_BYTES) -> Iterator[Any]:
        """One transaction, written out whenever it holds *heap* bytes.

        Opened for each batch: kept open by many processes it leaks segments.
        """
        with boundary(self.forget):
            writer = self.index().writer(heap, 1)
            try:
                yield writer
                writer.commit()
            except BaseException:
                writer.rollback()
                raise
            finally:
                writer.wait_merging_threads()

    def forget(self) -> None:
        self._opened, self._state = None, NOTHING

    def remove(self) -> None:
        """Raises IndexBusy while somebody writes into it; a damaged one goes too."""
        try:
            if self.path.exists():
                with self.writer():
                    pass
        except IndexBroken:
            pass
        self.forget()
        shutil.rmtree(self.path, ignore_errors=True)


class Home:
    """All folders of one index and schema."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._pointer = path / POINTER
        self._pointed = NOTHING
        self.building = Folder(path / BUILDING)
        self._current = Folder(path / FIRST)

    def current(self) -> Folder:
        """What is read and written now; another process may have swapped it since."""
        try:
            state = _state(self._pointer)
            if state == self._pointed:
                return self._current
            name = self._pointer.read_text()
        except FileNotFoundError:
            state, name = NOTHING, FIRST
        if name != self._current.path.name:
            self._current = Folder(self.path / name)
        self._pointed = state
        return self._current

    def swap(self) -> None:
        """Let the built folder be the one that is read, in one step. Who still reads the old one keeps its files."""
        old = self.current()
        new = self.path / f"g{time.time_ns()}"
        self.building.forget()
        self.building.path.rename(new)
        pointer = self.path / f"{POINTER}.{new.name}"
        pointer.write_text(new.name)
        pointer.replace(self._pointer)
        shutil.rmtree(old.path, ignore_errors=True)


def _state(path: Path) -> tuple[int, int]:
    """Another one after each replacement of the file."""
    found = path.stat()
    return found.st_ino, found.st_mtime_ns


@contextmanager
def boundary(failed: Callable[[], None]) -> Iterator[None]:
    """Tantivy's errors are ValueErrors with prose, and its panics are no Exceptions at all; *failed* is told."""
    try:
        yield
    except (ValueError, OSError) as error:
        if "LockBusy" in str(error):
            raise IndexBusy("Indeks pencarian sedang ditulis proses lain. Coba lagi sebentar lagi.") from error
        failed()
        raise _broken() from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            failed()
            raise _broken() from error
        raise


def _broken() -> IndexBroken:
    return IndexBroken("Indeks pencarian tidak dapat dipakai. Bangun ulang indeks; dokumen sendiri tidak terpengaruh.")
