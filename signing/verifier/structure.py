"""The bytes: what is covered, what is in the gap, and what lies behind the end."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import re
from collections.abc import Iterator

from pyhanko.pdf_utils import generic
from pyhanko.sign.validation.status import SignatureCoverageLevel

from signing.verifier.report import Finding
from signing.verifier.subject import Document, Subject

_UNIFORM_HEX = re.compile(rb"(?:[0-9a-f]*|[0-9A-F]*)")
_END = re.compile(rb"%%EOF[\r\n ]{0,4}\Z")
_BYTE_RANGE = re.compile(rb"/ByteRange\s*\[")
_RANGES = re.compile(rb"/ByteRange\s*\[\s*0\s+(\d{1,12})\s+(\d{1,12})\s+\d{1,12}\s*\]")
COVERAGE = {
    SignatureCoverageLevel.ENTIRE_FILE: "entire_file",
    SignatureCoverageLevel.ENTIRE_REVISION: "entire_revision",
}


def coverage(subject: Subject) -> str:
    """``entire_file``, ``entire_revision`` or ``partial``."""
    return COVERAGE.get(subject.embedded.evaluate_signature_coverage(), "partial")


def check_coverage(subject: Subject) -> Iterator[Finding]:
    """Exactly two ranges from byte 0, the gap is this signature's Contents, the revision is whole."""
    if not two_ranges(subject):
        yield Finding.against("Rentang byte tanda tangan tidak wajar: tidak mencakup berkas sejak awal.")
        return
    yield from _check_gap(subject)
    if coverage(subject) == "partial":
        yield Finding.against("Tanda tangan tidak mencakup seluruh revisi dokumen yang ditandatangani.")
    if not _END.search(subject.document.data[: subject.end][-16:]):
        yield Finding.against("Bagian yang ditandatangani tidak berakhir pada akhir berkas PDF yang sah.")


def check_ending(document: Document) -> Iterator[Finding]:
    """Nothing may follow the last end marker."""
    if not _END.search(document.data[-16:]):
        yield Finding.against("Ada data tambahan setelah akhir berkas PDF.")


def check_strays(document: Document, known: list[Subject], broken: int) -> Iterator[Finding]:
    """One CMS, one field: a signature no field points to was cut loose or smuggled in."""
    loose = len(_BYTE_RANGE.findall(document.data)) - len(known) - broken
    cut_loose = _unlinked(document, known) > broken
    if cut_loose or (loose > 0 and _signature_dictionaries(document) > len(known) + broken):
        yield Finding.against("Berkas memuat tanda tangan yang sudah dilepas dari dokumennya.")
    objects = [id(subject.embedded.sig_object) for subject in known]
    contents = [subject.embedded.pkcs7_content for subject in known]
    if len(set(objects)) < len(objects) or len(set(contents)) < len(contents):
        yield Finding.against("Satu tanda tangan dipakai oleh lebih dari satu bidang.")


def two_ranges(subject: Subject) -> bool:
    """Whether it covers two parts of the file, from its first byte to somewhere inside it."""
    raw = subject.embedded.byte_range
    if (
        not isinstance(raw, generic.ArrayObject)
        or len(raw) != 4
        or not all(isinstance(n, generic.NumberObject) and n >= 0 for n in raw)
    ):
        return False
    start, first, second, _ = subject.byte_range
    return start == 0 and 0 < first < second < subject.end <= len(subject.document.data)


def _check_gap(subject: Subject) -> Iterator[Finding]:
    data = subject.document.data
    _, first, second, _ = subject.byte_range
    gap = data[first:second]
    inner = gap[1:-1]
    shaped = gap[:1] == b"<" and gap[-1:] == b">" and len(inner) % 2 == 0
    if not shaped or not _UNIFORM_HEX.fullmatch(inner) or not _in_its_object(subject):
        yield Finding.against("Celah tanda tangan berisi data lain selain tanda tangan itu sendiri.")
    elif bytes.fromhex(inner.decode()) != subject.embedded.pkcs7_content:
        yield Finding.against("Isi tanda tangan di berkas berbeda dengan yang dirujuk dokumen.")
    elif any(subject.embedded.pkcs7_content[_der_length(subject.embedded.pkcs7_content) :]):
        yield Finding.against("Ada data tersembunyi di belakang tanda tangan.")


def _in_its_object(subject: Subject) -> bool:
    """The gap is the value of /Contents in the very object the field refers to."""
    data, (_, first, _, _) = subject.document.data, subject.byte_range
    reference = subject.embedded.sig_field.raw_get("/V").reference
    offset = subject.document.reader.xrefs[reference]
    if not isinstance(offset, int) or not offset < first:
        return False
    head = data[offset:first]
    return b"endobj" not in head and head.rstrip().endswith(b"/Contents")


def _der_length(content: bytes) -> int:
    """Length of the first DER element; indefinite lengths are not DER and count as everything."""
    if len(content) < 2 or content[1] == 0x80:
        return len(content)
    if content[1] < 0x80:
        return 2 + content[1]
    octets = content[1] & 0x7F
    return 2 + octets + int.from_bytes(content[2 : 2 + octets], "big")


def _unlinked(document: Document, known: list[Subject]) -> int:
    """Places that are shaped like a signature over this very file and that no field leads to.

    Cross-references may leave out a whole signed revision; its bytes are still there.
    """
    data, used = document.data, {tuple(subject.byte_range[1:3]) for subject in known if two_ranges(subject)}
    gaps = {(int(found[1]), int(found[2])) for found in _RANGES.finditer(data)} - used
    return sum(data[first : first + 1] == b"<" and data[second - 1 : second] == b">" for first, second in gaps)


def _signature_dictionaries(document: Document) -> int:
    """Counted over every object of every revision, only when the raw bytes gave cause."""
    found = set()
    for revision in range(document.reader.xrefs.total_revisions):
        resolver = document.reader.get_historical_resolver(revision)
        for reference in document.reader.xrefs.explicit_refs_in_revision(revision):
            value = resolver.get_object(reference)
            if isinstance(value, generic.DictionaryObject) and "/ByteRange" in value:
                found.add((reference.idnum, revision))
    return len(found)
