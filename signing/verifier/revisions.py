"""What came after each signature, and whether it was allowed to."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import HistoricalResolver
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel, StandardDiffPolicy, SuspiciousModification
from pyhanko.sign.diff_analysis.policies import _is_id
from pyhanko.sign.fields import FieldMDPSpec, MDPPerm

from signing.verifier.descriptions import check_descriptions
from signing.verifier.forms import check_form
from signing.verifier.growth import COMMENTED_ON, FILLED_IN, SHOWN_BESIDE, SIGNED_OVER
from signing.verifier.notes import may_be_commented
from signing.verifier.report import Finding
from signing.verifier.subject import Document, Subject, lookup

_LOCKED = Finding.against("Dokumen diubah setelah dikunci oleh penanda tangan.")
_UNCOMPARED = Finding.undecided(
    "Berkas merujuk bagian yang tidak ada, sehingga perubahan setelah penandatanganan tidak dapat dibandingkan."
)
_OTHERWISE = Finding.against("Dokumen diubah setelah ditandatangani.")
_BESIDE = Finding.undecided(
    "Setelah penandatanganan ditambahkan tanda tangan yang terlihat di luar bidang yang disiapkan, atau keterangan "
    "warna. Bila ragu, tanyakan kepada penandatangan yang pertama."
)
_COMMENTED = Finding.undecided(
    "Catatan ditambahkan setelah ditandatangani, seperti diizinkan penandatangan. Catatan itu tidak dijamin olehnya."
)
_FILLED = Finding.undecided(
    "Isian formulir diubah setelah ditandatangani. Nilai yang baru tidak dijamin oleh tanda tangan ini."
)


def kinds_after(subject: Subject, every: list[Subject]) -> list[str]:
    """``dss``, ``document_timestamp``, ``signature`` or ``other``, once each, in order of appearance."""
    found: list[str] = []
    for revision in range(subject.revision + 1, subject.document.reader.xrefs.total_revisions):
        found += _kinds_of(subject.document, revision, every)
    return list(dict.fromkeys(found))


def check_changes(subject: Subject) -> Iterator[Finding]:
    """The difference between the signed revision and every later one, by structure."""
    reader = subject.document.reader
    if subject.revision == reader.xrefs.total_revisions - 1:
        return
    try:
        result = _review(subject, SIGNED_OVER)
        if not isinstance(result, DiffResult):
            result = _review(subject, SHOWN_BESIDE)
            yield _BESIDE if isinstance(result, DiffResult) else _filled_in(subject)
        if not isinstance(result, DiffResult):
            return
    except PdfReadError:
        yield _UNCOMPARED
        return
    permitted = subject.embedded.docmdp_level
    if permitted is not None and result.modification_level.value > permitted.value:
        yield _LOCKED
    yield from _check_field_unchanged(subject)
    yield from check_descriptions(subject)
    yield from check_form(subject)


def same_to_the_eye(subject: Subject) -> bool:
    """Whether nothing came that is meant to show but signatures: no values, no notes."""
    try:
        return any(isinstance(_review(subject, policy), DiffResult) for policy in (SIGNED_OVER, SHOWN_BESIDE))
    except PdfReadError:
        return False


def structural_level(subject: Subject) -> ModificationLevel:
    """How deep the later changes go, for deciding how much to compare as pictures."""
    result = _review(subject, SIGNED_OVER)
    return result.modification_level if isinstance(result, DiffResult) else ModificationLevel.OTHER


def _filled_in(subject: Subject) -> Finding:
    """Form values may be meant to change, but nobody signed the new ones: that is for a person to judge."""
    result, permitted = _review(subject, FILLED_IN), subject.embedded.docmdp_level
    if not isinstance(result, DiffResult) and may_be_commented(subject.document.reader):
        return _COMMENTED if isinstance(_review(subject, COMMENTED_ON), DiffResult) else _OTHERWISE
    if not isinstance(result, DiffResult):
        return _OTHERWISE
    if permitted is not None and result.modification_level.value > permitted.value:
        return _LOCKED
    return _FILLED


def _review(subject: Subject, policy: StandardDiffPolicy) -> DiffResult | SuspiciousModification:
    """Step by step, since the steps are shared by all signatures: what is allowed twice in a row is allowed."""
    reader, embedded = subject.document.reader, subject.embedded
    level = ModificationLevel.NONE
    fields: set[str] = set()
    for revision in range(subject.revision + 1, reader.xrefs.total_revisions):
        step = _step(subject.document, revision, policy, _Locked(embedded.fieldmdp), embedded.docmdp_level)
        if not isinstance(step, DiffResult):
            return step
        level = max(level, step.modification_level)
        fields |= step.changed_form_fields
    return DiffResult(level, fields)


class _Locked:
    """A field lock as a key of the cache: two that say the same are the same."""

    def __init__(self, spec: FieldMDPSpec | None) -> None:
        self.spec = spec
        self._key = repr(spec.as_pdf_object()) if spec is not None else ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Locked) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)


@lru_cache(maxsize=256)
def _step(
    document: Document, revision: int, policy: StandardDiffPolicy, locked: _Locked, certified: MDPPerm | None
) -> DiffResult | SuspiciousModification:
    """One revision against the one before it: the dearest check on long files."""
    before, after = (document.reader.get_historical_resolver(number) for number in (revision - 1, revision))
    try:
        return policy.apply(before, after, field_mdp_spec=locked.spec, doc_mdp=certified)
    except SuspiciousModification as problem:
        return problem


def _kinds_of(document: Document, revision: int, every: list[Subject]) -> list[str]:
    own = [s for s in every if s.revision == revision]
    kinds = ["document_timestamp" if s.is_timestamp else "signature" for s in own]
    before, after = (_dss(document.reader.get_historical_resolver(r)) for r in (revision - 1, revision))
    if after and after != before:
        kinds.insert(0, "dss")
    return kinds or ["other"]


def _dss(resolver: HistoricalResolver) -> frozenset[str]:
    """The references listed in the DSS of a revision, as text."""
    dss = lookup(resolver.root, "/DSS")
    if not isinstance(dss, generic.DictionaryObject):
        return frozenset()
    lists = (lookup(dss, key) for key in ("/Certs", "/OCSPs", "/CRLs"))
    return frozenset(repr(entry) for entries in lists for entry in _raw(entries))


def _raw(entries: object) -> Iterator[object]:
    if isinstance(entries, generic.ArrayObject):
        yield from (entries.raw_get(index) for index in range(len(entries)))


def _check_field_unchanged(subject: Subject) -> Iterator[Finding]:
    """Neither the field nor its picture may change once signed (DSS-3946); written again as it was, it has not."""
    field = subject.embedded.sig_field
    references = [field.container_ref] if isinstance(field.container_ref, generic.Reference) else []
    pictures = lookup(field, "/AP")
    if isinstance(pictures, generic.DictionaryObject):
        values = (pictures.raw_get(key) for key in pictures)
        references += [v.reference for v in values if isinstance(v, generic.IndirectObject)]
    if any(_changed(subject, reference) for reference in references):
        yield Finding.against("Bidang tanda tangan diubah setelah ditandatangani.")


def _changed(subject: Subject, reference: generic.Reference) -> bool:
    reader = subject.document.reader
    if reader.xrefs.get_last_change(reference) <= subject.revision:
        return False
    before = subject.before.get_object(reference)
    return not _is_id(_untyped(before), _untyped(reader.get_object(reference)))


def _untyped(value: generic.PdfObject) -> generic.PdfObject:
    """PDFBox says of every annotation it touches that it is one, ISO 32000-1 §12.5.2."""
    if isinstance(value, generic.StreamObject) or not isinstance(value, generic.DictionaryObject):
        return value
    entries = {key: value.raw_get(key) for key in value}
    return generic.DictionaryObject({k: v for k, v in entries.items() if (k, v) != ("/Type", "/Annot")})
