"""Two readings of one file: what a signature covers may still mean one thing to one reader and another to the next.

Nothing of it is a change, so no comparison with an earlier revision tells. The file is read by a second parser (qpdf),
every place that is shaped like an object has to be a listed one, and pages are drawn for the screen and for paper.
Where readings differ, a person has to judge.
"""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import io
import re
from bisect import bisect
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf
from pyhanko.pdf_utils import generic

from signing.preparing.faces import acts, lies_elsewhere
from signing.verifier.pictures import check_paper
from signing.verifier.report import Finding
from signing.verifier.subject import Document

_NUMBERS = re.compile(rb"(?<!\d)\d{1,10}[ \t\r\n]{1,2}\d{1,5}[ \t\r\n]{0,2}\Z")
_DATA = re.compile(rb">>[ \t\r\n]*stream(?:\r\n|\n|\r)")
_LENGTH = re.compile(rb"/Length[ \t\r\n]+(\d{1,10})(?:[ \t\r\n]+(\d{1,5})[ \t\r\n]+R)?(?=[ \t\r\n/>])")
_GAP = re.compile(rb"[\0\t\n\f\r ]*")
_SPACE = b"\0\t\n\f\r "
_CHANGING = {"/JavaScript", "/Hide", "/SetOCGState", "/ImportData", "/Rendition", "/Movie", "/RichMediaExecute"}
"""Actions of ISO 32000-1 §12.6.4 after which a page looks otherwise."""
_FILMS = {"/Movie", "/Screen", "/RichMedia", "/3D"}
_PRINTED, _NOT_SEEN, _HIDDEN = 4, 32, 2
_UNCLEAR = Finding.undecided(
    "Susunan berkas dapat dibaca dengan dua cara, sehingga pembaca lain dapat menampilkan isi yang berbeda. "
    "Mintalah salinan baru kepada penerbitnya."
)
_ELSEWHERE = Finding.undecided(
    "Berkas menampilkan isi dari luar berkas, atau gambar lain saat dicetak, yang tidak dijamin tanda tangan. "
    "Mintalah salinan baru kepada penerbitnya."
)
_ACTS = Finding.undecided(
    "Berkas memuat skrip atau formulir dinamis yang dapat mengubah tampilannya. "
    "Mintalah salinan baru kepada penerbitnya."
)
_REDRAWN = Finding.undecided(
    "Berkas meminta tiap pembaca menggambar sendiri isian formulirnya, sehingga yang tampak dapat berbeda. "
    "Mintalah salinan baru kepada penerbitnya."
)


def check_readings(document: Document) -> Iterator[Finding]:
    """Findings about the file as it is now, whoever signed which part of it."""
    if not document.data.startswith(b"%PDF-") or _contradictory(document) or _loose(document):
        yield _UNCLEAR
    try:
        yield from _read_by_another(document)
    except pikepdf.PdfError:
        yield _UNCLEAR


def _read_by_another(document: Document) -> Iterator[Finding]:
    with pikepdf.open(io.BytesIO(document.data), attempt_recovery=False) as pdf:
        if len(pdf.pages) != pdf.Root.Pages.get("/Count") or "/Collection" in pdf.Root:
            yield _UNCLEAR
        if any(isinstance(one, pikepdf.Stream) and lies_elsewhere(one) for one in pdf.objects):
            yield _ELSEWHERE
        if _moves(pdf.Root) or any(isinstance(one, pikepdf.Dictionary) and _plays(one) for one in pdf.objects):
            yield _ACTS
        if _left_to_readers(pdf):
            yield _REDRAWN
        doubtful = [number for number, page in enumerate(pdf.pages) if "/OCProperties" in pdf.Root or _two_ways(page)]
    yield from check_paper(document, doubtful)


def _moves(root: pikepdf.Object) -> bool:
    names, form = (root.get(key, pikepdf.Dictionary()) for key in ("/Names", "/AcroForm"))
    return "/JavaScript" in names or "/XFA" in form or "/AA" in root or acts(root.get("/OpenAction"))


def _left_to_readers(pdf: pikepdf.Pdf) -> bool:
    """Does each reader draw what was filled in, whatever picture of it the file has (ISO 32000-1 §12.7.2)?"""
    wanted: Any = pdf.Root.get("/AcroForm", pikepdf.Dictionary()).get("/NeedAppearances", False)
    filled = (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/V" in one)
    return wanted is True and any(str(_kind(one)) in ("/Tx", "/Ch") for one in filled)


def _kind(field: pikepdf.Object) -> Any:
    """Text or choice, perhaps as what it belongs to has it (§12.7.3.1)."""
    return field.get("/FT", field.get("/Parent", pikepdf.Dictionary()).get("/FT"))


def _plays(value: pikepdf.Object) -> bool:
    """An action that changes what is seen, a note that has one, or one that is a film."""
    own = [value, value.get("/A"), *dict(value.get("/AA") or {}).values()]
    said = {str(one.get("/S")) for one in own if isinstance(one, pikepdf.Dictionary)}
    return bool(said & _CHANGING) or str(value.get("/Subtype")) in _FILMS


def _two_ways(page: pikepdf.Page) -> bool:
    """Whether a note of it is meant for the screen only, or for paper only (ISO 32000-1 §12.5.3)."""
    notes: Any = page.obj.get("/Annots", [])
    flags = [int(note.get("/F", 0)) for note in notes if isinstance(note, pikepdf.Dictionary) and "/AP" in note]
    return any(not flag & _HIDDEN and bool(flag & _PRINTED) == bool(flag & _NOT_SEEN) for flag in flags)


def _contradictory(document: Document) -> bool:
    """A hybrid file (ISO 32000-1 §7.5.8.4) whose table and stream say different things of the same number."""
    every = (document.reader.xrefs.get_xref_data(n) for n in range(document.reader.xrefs.total_revisions))
    return any(_differ(_places(data), _places(data.hybrid.xref_data)) for data in every if data.hybrid)


def _places(data: Any) -> dict[int, Any]:
    return {**data.standard_xrefs, **data.xrefs_in_objstm}


def _differ(table: dict[int, Any], stream: dict[int, Any]) -> bool:
    return any(table[number] != stream[number] for number in table.keys() & stream.keys())


def _loose(document: Document) -> bool:
    """A stream that goes on behind its length, or an object that no cross-reference lists."""
    places = _listed(document)
    streams = [_data(document, start, stop) for start, stop in pairwise([*places, len(document.data)])]
    if any(part and not _ends(document.data, part[1]) for part in streams):
        return True
    known = set(places)
    return any(
        head not in known and not _inside(head, streams[bisect(places, head) - 1]) for head in _heads(document.data)
    )


def _inside(head: int, part: tuple[int, int] | None) -> bool:
    return part is not None and part[0] <= head < part[1]


def _ends(data: bytes, at: int) -> bool:
    return data[at : at + 40].lstrip(_SPACE).startswith(b"endstream")


def _listed(document: Document) -> list[int]:
    """Where the cross-references of all revisions say that something begins, themselves included."""
    data, xrefs = document.data, document.reader.xrefs
    found = {0}
    for number in range(xrefs.total_revisions):
        section = xrefs.get_xref_data(number)
        found |= {place for _, place in section.standard_xrefs.values()}
        found.add(xrefs.get_xref_container_info(number).start_location)
        if section.hybrid:
            found |= {place for _, place in section.hybrid.xref_data.standard_xrefs.values()}
            found.add(section.hybrid.meta_info.start_location)
    return sorted({place + len(gap[0]) for place in found if (gap := _GAP.match(data, place))})


def _heads(data: bytes) -> Iterator[int]:
    """Where the bytes look like the beginning of an object."""
    at = data.find(b"obj")
    while at >= 0:
        numbers = _NUMBERS.search(data, max(0, at - 20), at)
        if numbers:
            yield numbers.start()
        at = data.find(b"obj", at + 3)


def _data(document: Document, start: int, stop: int) -> tuple[int, int] | None:
    """Where the bytes of the stream between these places are, by the length it says; None when it is none."""
    found = _DATA.search(document.data, start, stop)
    if found is None:
        return None
    length = _LENGTH.search(document.data, start, found.start() + 2)
    return found.end(), found.end() + (_number(document, length) if length else stop)


def _number(document: Document, length: re.Match[bytes]) -> int:
    if length[2] is None:
        return int(length[1])
    value = document.reader.get_object(generic.Reference(int(length[1]), int(length[2]), document.reader))
    return int(value) if isinstance(value, generic.NumberObject) else len(document.data)
