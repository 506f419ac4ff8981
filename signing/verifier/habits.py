"""Honest habits of other programs that pyHanko refuses; what they change shows nowhere.

- A cross-reference stream need not list itself (ISO 32000-1 §7.5.8), and PDFBox, with it EU DSS, gives its number to
  the next object. pyHanko refuses that because of what it would remember of encrypted files, which are not read here.
  What the number stands for in each revision is not in doubt: nothing refers to such a stream.
- iText says of numbers that never stood for anything that they are free. Nothing is taken away by that.
  OpenPDF says it of its own cross-reference stream, whose number the next program then uses.
- iText says of the page it puts a field on in which order the keys lead through it, and by which number its parts would
  be found; OpenPDF repeats there what the page inherits (ISO 32000-1 §7.7.3.4). All of it is as it was without.
- iText, adding evidence a second time, writes the entries of ``/VRI`` (EN 319 142-1 §5.4.2.3) anew. They only say which
  evidence belongs to which signature; nobody has to believe them.
"""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from typing import Any

from pyhanko.pdf_utils import generic, xref
from pyhanko.pdf_utils.generic import Reference
from pyhanko.pdf_utils.reader import HistoricalResolver
from pyhanko.sign.diff_analysis import DSSCompareRule
from pyhanko.sign.diff_analysis.commons import compare_dicts
from pyhanko.sign.diff_analysis.rules import form_field_rules

from signing.verifier.subject import lookup
from signing.verifier.tags import numbered

_INHERITED = ("/MediaBox", "/CropBox", "/Rotate", "/Resources")
_DEEPEST = 60
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
    fields: Any = form_field_rules
    fields.compare_dicts = _compare


def _check(index: int, section: Any, sections: list[Any]) -> None:
    """As pyHanko has it, without a cross-reference stream to protect, and for numbers that stood for something."""
    known = {number for one in sections[:index] for number in _numbers(one.xref_data)}
    meta, data = replace(section.meta_info, stream_ref=None), copy(section.xref_data)
    data.freed = {number: row for number, row in data.freed.items() if number in known or not index}
    _freed_in_order(index, replace(section, meta_info=meta, xref_data=data), sections)


def _numbers(data: Any) -> set[int]:
    return {*data.standard_xrefs, *data.xrefs_in_objstm, *(_numbers(data.hybrid.xref_data) if data.hybrid else ())}


def _never_there(resolver: HistoricalResolver) -> set[Reference]:
    """What a revision frees and no revision up to it has had."""
    xrefs = resolver.reader.xrefs
    freed = xrefs.get_xref_data(resolver.revision).freed
    if not freed:
        return set()
    known = {number for earlier in range(resolver.revision) for number in _numbers(xrefs.get_xref_data(earlier))}
    gone = ((number, following - 1) for number, following in freed.items() if number not in known)
    return {Reference(number, generation, resolver.reader) for number, generation in gone}


def _was_a_section(resolver: HistoricalResolver, reference: Reference) -> bool:
    """Up to this revision the number was that of an unlisted cross-reference stream, and of nothing else."""
    xrefs = resolver.reader.xrefs
    sections = (xrefs.get_xref_container_info(number).stream_ref for number in range(resolver.revision + 1))
    return reference in sections and xrefs.get_historical_ref(reference, resolver.revision) is None


def _check_vri(old: HistoricalResolver, new: HistoricalResolver, before: Any, after: Any) -> Iterator[Any]:
    """An entry written anew has to be as well made as a new one."""
    kept = {key: before.raw_get(key) for key in before if key in after and after.raw_get(key) == before.raw_get(key)}
    yield from _kept_and_added(old, new, kept, after)


def _compare(old: Any, new: Any, ignored: frozenset[str] = frozenset(), raise_exc: bool = True) -> bool:
    """A page, without what it says of itself for the first time and what was so before."""
    if isinstance(new, generic.DictionaryObject) and lookup(new, "/Type") == "/Page" == lookup(old, "/Type"):
        ignored |= {key for key in new if key not in old and _was_so(old, key, new)}
    return bool(compare_dicts(old, new, ignored, raise_exc))


def _was_so(page: Any, key: str, now: Any) -> bool:
    if key in _INHERITED:
        return bool(_inherited(page, key) == now.raw_get(key))
    return key == "/Tabs" or (key == "/StructParents" and _leads_nowhere(now))


def _leads_nowhere(page: Any) -> bool:
    """The number by which the page's parts are found has no row in the tree of numbers, so nothing is found."""
    tags, number = lookup(page.container_ref.get_pdf_handler().root, "/StructTreeRoot"), page["/StructParents"]
    return isinstance(number, generic.NumberObject) and int(number) not in numbered(tags or {})


def _inherited(page: Any, key: str) -> Any:
    for _ in range(_DEEPEST):
        if key in page:
            return page.raw_get(key)
        page = lookup(page, "/Parent") or {}
    return None
