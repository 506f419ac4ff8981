"""Which PAdES baseline level a signature has, by what is in the file."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

from pyhanko.pdf_utils import generic

from signing.verifier.subject import Subject, lookup

_PADES = "/ETSI.CAdES.detached"
SUPPORTED = {_PADES, "/adbe.pkcs7.detached", "/ETSI.RFC3161"}


def level_of(subject: Subject, every: list[Subject]) -> str:
    """``B-B``, ``B-T``, ``B-LT`` or ``B-LTA``; ``PKCS7-…`` for the older sub-filter, as EU DSS says it."""
    prefix = "B" if subject.entry("/SubFilter") == _PADES else "PKCS7"
    stamps = [s for s in every if s.is_timestamp and s.revision > subject.revision]
    if not subject.has_token and not stamps:
        return f"{prefix}-B"
    if not _has_evidence(subject):
        return f"{prefix}-T"
    return f"{prefix}-LTA" if stamps else f"{prefix}-LT"


def _has_evidence(subject: Subject) -> bool:
    """A DSS with certificates' status, written after the signature."""
    reader = subject.document.reader
    dss = lookup(reader.root, "/DSS")
    if not isinstance(dss, generic.DictionaryObject) or not (lookup(dss, "/OCSPs") or lookup(dss, "/CRLs")):
        return False
    try:
        reference = reader.root.raw_get("/DSS").reference
    except AttributeError:
        return True
    return bool(reader.xrefs.get_last_change(reference) > subject.revision)
