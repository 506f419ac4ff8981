"""Distinguished names compared by their bytes first.

asn1crypto prepares both names for comparison (RFC 4518) at every ``==``, and path building compares names
all the time: a fifth of a judgement. Equal bytes are equal names; else the prepared form is kept.
"""

# mypy: allow-untyped-calls
# asn1crypto has no annotations.
from __future__ import annotations

from functools import lru_cache

from asn1crypto.x509 import Name, RDNSequence


def compare_names_by_bytes() -> None:
    """From now on, in this process; doing it twice changes nothing."""
    Name.hashable = property(_prepared)
    Name.__eq__ = _same
    Name.__ne__ = lambda self, other: not _same(self, other)
    Name.__hash__ = None  # as asn1crypto has it


def _same(self: Name, other: object) -> bool:
    if not isinstance(other, Name):
        return False
    # The sequence inside: the name itself may carry a tag of where it stands.
    mine, theirs = self.chosen.dump(), other.chosen.dump()
    return mine == theirs or _prepared_of(mine) == _prepared_of(theirs)


def _prepared(self: Name) -> str:
    return _prepared_of(self.chosen.dump())


@lru_cache(maxsize=1024)
def _prepared_of(der: bytes) -> str:
    prepared: str = RDNSequence.load(der).hashable
    return prepared
