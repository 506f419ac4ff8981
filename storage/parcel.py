"""A ZIP of papers, opened in the limited child: looked at as a whole first, then taken out a few files at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sandbox
from storage import child
from storage.border import guarded
from storage.errors import StorageError
from storage.reasons import sentence

LIMITS = sandbox.Limits(memory=600_000_000, cpu_seconds=120, wall_seconds=600, open_files=32)

sandbox.preload("storage.parcel_child")


@dataclass(frozen=True)
class ParcelLimits:
    """What a parcel may hold: files, bytes of one file, bytes of all of them unpacked."""

    files: int = 60_000
    file_bytes: int = 20_000_000
    total_bytes: int = 20_000_000_000


@dataclass(frozen=True)
class Member:
    """One file of a parcel by its place in it; ``reason`` says why it stays inside, else empty.

    ``name`` is the sender's, for people: nothing is ever written under it.
    """

    index: int
    name: str
    size: int
    reason_code: str = ""

    @property
    def reason(self) -> str:
        return sentence(self.reason_code) if self.reason_code else ""


class ParcelRefused(StorageError):
    """The parcel as a whole is not opened; ``code`` is one of ``reasons.REASONS``."""

    def __init__(self, code: str) -> None:
        super().__init__(sentence(code))
        self.code = code


def look_into(path: Path, limits: ParcelLimits = ParcelLimits()) -> list[Member]:
    """What the ZIP at *path* holds, by its directory alone; nothing is unpacked.

    Raises :class:`ParcelRefused` for what is no ZIP, encrypted, a bomb, or written to escape its folder;
    :class:`Busy` when there was no time for it.
    """
    arguments = (str(path.resolve()), limits.files, limits.file_bytes, limits.total_bytes)
    with guarded():
        try:
            answer = child.ask("storage.parcel_child:look", *arguments, limits=LIMITS)
        except sandbox.Unsafe:
            raise ParcelRefused("zip_rusak") from None
    if isinstance(answer, str):
        raise ParcelRefused(answer)
    return [Member(*one) for one in answer]


@contextmanager
def taken_out(path: Path, members: list[Member], folder: Path) -> Iterator[list[tuple[Member, Path | None]]]:
    """The bytes of *members* as files in *folder* (named by their place), which are gone afterwards.

    None instead of a path for one that is damaged or longer than it said.
    """
    wanted = [(member.index, member.size) for member in members]
    with guarded():
        try:
            arguments = (str(path.resolve()), wanted, str(folder))
            done = set(child.ask("storage.parcel_child:take", *arguments, limits=LIMITS, writes=folder))
        except sandbox.Unsafe:
            done = set()
    try:
        yield [(one, folder / f"{one.index}" if one.index in done else None) for one in members]
    finally:
        for one in members:
            (folder / f"{one.index}").unlink(missing_ok=True)
