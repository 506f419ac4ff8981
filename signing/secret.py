"""A passphrase in memory: shown nowhere, stored nowhere, wiped after use (Law 7)."""

from __future__ import annotations

from types import TracebackType
from typing import NoReturn, Self

from signing.errors import SecretWiped

MASK = "•••"


class Secret:
    """Holds a passphrase; text forms show ``•••``; cannot be pickled, copied or turned into JSON.

    As a context manager it wipes itself at the end. ``reveal`` after ``wipe`` raises
    :class:`~signing.errors.SecretWiped`.
    """

    __slots__ = ("__bytes", "__wiped")

    def __init__(self, value: str) -> None:
        self.__bytes = bytearray(value.encode())
        self.__wiped = False

    def reveal(self) -> str:
        """The passphrase itself; keep the result in a local variable only."""
        if self.__wiped:
            raise SecretWiped
        return self.__bytes.decode()

    def wipe(self) -> None:
        """Overwrite the bytes we hold. Copies made by ``reveal`` are the caller's to drop."""
        self.__bytes[:] = bytes(len(self.__bytes))
        self.__bytes.clear()
        self.__wiped = True

    def __bool__(self) -> bool:
        return bool(self.__bytes)

    def __repr__(self) -> str:
        return MASK

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return MASK

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.wipe()

    def _forbid(self, *_: object) -> NoReturn:
        raise TypeError("Secret tidak boleh disalin atau disimpan")

    __copy__ = __deepcopy__ = __reduce__ = __reduce_ex__ = __getstate__ = _forbid
