"""Honest habits of other programs that pyHanko refuses; what they change shows nowhere.

- A cross-reference stream need not list itself (ISO 32000-1 §7.5.8), and PDFBox, with it EU DSS, gives its number to
  the next object. pyHanko refuses that because of what it would remember of encrypted files, which are not read here.
  What the number stands for in each revision is not in doubt: nothing refers to such a stream.
- iText says of numbers that never stood for anything that they are free. Nothing is taken away by that.
- iText, adding evidence a second time, writes the entries of ``/VRI`` (EN 319 142-1 §5.4.2.3) anew. They only say which
  evidence belongs to which signature; nobody has to believe them.
"""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pyhanko.pdf_utils import xref
from pyhanko.pdf_utils.generic import Reference
from pyhanko.pdf_utils.reader import HistoricalResolver
from pyhanko.sign.diff_analysis import DSSCompareRule

_freed_in_order = xref._check_freed_refs
_listed = HistoricalResolver.explicit_refs_in_revision
_freed = HistoricalResolver.refs_freed_in_revision
_new = HistoricalResolver.is_ref_unassignable
_kept_and_added = DSSCompareRule._check_vri


def allow_habits_of_others() -> None:
    """From now on, in this process; doing it twice changes nothing."""
    theirs: Any = xref
    theirs._check_freed_refs = _check
    resolver: Any = HistoricalResolver
    resolver.explicit_refs_in_revision = lambda self: _listed(self) - _never_there(self)
    resolver.refs_freed_in_revision = lambda self: _freed(self) - _never_there(self)
    resolver.is_ref_unassignable = lambda self, reference: _new(self, reference) or _was_a_section(self, reference)
    evidence: Any = DSSCompareRule
    evidence._check_vri = staticmethod(_check_vri)


def _check(index: int, section: Any, sections: list[Any]) -> None:
    """As pyHanko has it, without a cross-reference stream to protect."""
    _freed_in_order(index, replace(section, meta_info=replace(section.meta_info, stream_ref=None)), sections)


def _never_there(resolver: HistoricalResolver) -> set[Reference]:
    """What a revision frees and no revision up to it has had."""
    xrefs = resolver.reader.xrefs
    return {one for one in _freed(resolver) if xrefs.get_historical_ref(one, resolver.revision - 1) is None}


def _was_a_section(resolver: HistoricalResolver, reference: Reference) -> bool:
    """Up to this revision the number was that of an unlisted cross-reference stream, and of nothing else."""
    xrefs = resolver.reader.xrefs
    sections = (xrefs.get_xref_container_info(number).stream_ref for number in range(resolver.revision + 1))
    return reference in sections and xrefs.get_historical_ref(reference, resolver.revision) is None


def _check_vri(old: HistoricalResolver, new: HistoricalResolver, before: Any, after: Any) -> Iterator[Any]:
    """An entry written anew has to be as well made as a new one."""
    kept = {key: before.raw_get(key) for key in before if key in after and after.raw_get(key) == before.raw_get(key)}
    yield from _kept_and_added(old, new, kept, after)
