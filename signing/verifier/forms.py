"""What a form says about all its fields, before and after: ISO 32000-1 §12.7.2."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import HistoricalResolver

from signing.verifier.report import Finding
from signing.verifier.subject import Subject, lookup

_REDRAWN = Finding.against("Tampilan isian dokumen diubah setelah ditandatangani.")
_FLAGS = Finding.against("Dokumen diubah setelah ditandatangani.")
_STYLE = Finding.undecided("Huruf atau gaya isian formulir diubah setelah ditandatangani.")


def check_form(subject: Subject) -> Iterator[Finding]:
    """A later program may add fonts and set flags for its own signature; what was there stays as it was."""
    old, new = _form(subject.before), _form(subject.after)
    if lookup(new, "/NeedAppearances") and not lookup(old, "/NeedAppearances"):
        yield _REDRAWN
    flags = int(lookup(old, "/SigFlags") or 0)
    if int(lookup(new, "/SigFlags") or 0) & flags != flags:
        yield _FLAGS
    if any(key in old and lookup(old, key) != lookup(new, key) for key in ("/DA", "/Q")) or not _kept(old, new):
        yield _STYLE


def _form(resolver: HistoricalResolver) -> Any:
    form = lookup(resolver.root, "/AcroForm")
    return form if isinstance(form, generic.DictionaryObject) else generic.DictionaryObject()


def _kept(old: Any, new: Any) -> bool:
    """Every resource of before is there under its name."""
    before, after = lookup(old, "/DR") or {}, lookup(new, "/DR") or {}
    return all(_same_or_more(before[kind], lookup(after, kind)) for kind in before)


def _same_or_more(before: Any, after: Any) -> bool:
    if not isinstance(before, generic.DictionaryObject) or not isinstance(after, generic.DictionaryObject):
        return bool(before == after)
    return all(name in after and before.raw_get(name) == after.raw_get(name) for name in before)
