"""Notes on a document that was certified so that others may comment: ISO 32000-1 §12.8.2.2, P 3."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import Reference
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
from pyhanko.sign.diff_analysis import ReferenceUpdate, WhitelistRule
from pyhanko.sign.diff_analysis.policies import _is_id
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation.pdf_embedded import read_certification_data

from signing.verifier.subject import lookup


def may_be_commented(reader: PdfFileReader) -> bool:
    """Whether the author's signature allows notes."""
    certified = read_certification_data(reader)
    return certified is not None and certified.permission is MDPPerm.ANNOTATE


class NewNotesRule(WhitelistRule):
    """Pages that gained annotations, none of them a field, and are otherwise as they were."""

    def apply(self, old: HistoricalResolver, new: HistoricalResolver) -> Iterable[ReferenceUpdate]:
        written = new.explicit_refs_in_revision()
        for reference in written:
            if not old.is_ref_unassignable(reference):
                yield from _of_page(old, new, reference)


def _of_page(old: HistoricalResolver, new: HistoricalResolver, reference: Reference) -> Iterator[ReferenceUpdate]:
    before, after = old.get_object(reference), new.get_object(reference)
    if not _is_page(before) or not _is_page(after) or not _is_id(_without_notes(before), _without_notes(after)):
        return
    had, has = _notes(before), _notes(after)
    added = [note for note in has if note not in had]
    if [note for note in has if note in had] != had or not all(_is_note(note.get_object()) for note in added):
        return
    yield ReferenceUpdate(reference)
    for note in added:
        yield from map(ReferenceUpdate, {note.reference, *new.collect_dependencies(note, since_revision=new.revision)})
    listed = after.raw_get("/Annots") if "/Annots" in after else None
    if isinstance(listed, generic.IndirectObject):
        yield ReferenceUpdate(listed.reference)


def _is_page(value: Any) -> bool:
    return isinstance(value, generic.DictionaryObject) and lookup(value, "/Type") == "/Page"


def _without_notes(page: Any) -> generic.DictionaryObject:
    return generic.DictionaryObject({key: page.raw_get(key) for key in page if key != "/Annots"})


def _notes(page: Any) -> list[Any]:
    listed = lookup(page, "/Annots")
    return [listed.raw_get(at) for at in range(len(listed))] if isinstance(listed, generic.ArrayObject) else []


def _is_note(value: Any) -> bool:
    return isinstance(value, generic.DictionaryObject) and lookup(value, "/Subtype") != "/Widget"
