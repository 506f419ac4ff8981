"""A change that somebody trusted signs over: every byte is covered, and the first signer saw none of it."""

import io
import re
from typing import Any

import pikepdf
from pyhanko.pdf_utils.generic import pdf_name

from tests.signing import samples
from tests.signing.attacks import bookkeeping, declared, isa, shadow, wider, wrapping, xref
from tests.signing.attacks.certified import _WHITE, NOTES, OVER
from tests.signing.attacks.pdf import (
    annotate,
    convert,
    first_field,
    page_of,
    picture,
    put,
    replace_stream,
    root,
    update,
)
from tests.signing.attacks.workshop import ATTACKS, BUDI, Make, Workshop, variants


def covered(make: Make) -> Make:
    """By a colleague who signs and archives what he is handed."""
    return lambda w: w.sign(make(w), level="B-LTA", who=BUDI)


_LOOSE = (
    "ISA: garbage",
    "ISA: objects_between",
    "ISA raw: zeros",
    "ISA raw: a second document",
    "ISA raw: old startxref again",
    "SWA: moved second range",
    "xref: listed twice",
    "xref: chain that skips the signature",
    "xref: two startxref",
    "xref: extension of nobody",
    "xref: version that is none",
    "xref: dictionary that ends half",
    "xref: name with a null byte",
    "xref: space that is none",
    "xref: no description in the last trailer",
    "bookkeeping: length one too long",
    "bookkeeping: an older version",
    "shadow hide: the sheet is freed",
    "SSA wider in P2: a field with a look of its own for the mouse",
)
assert all((bookkeeping, declared, isa, shadow, wider, wrapping))  # they have registered theirs
for _name in _LOOSE:
    ATTACKS[f"covered, {_name}"] = covered(ATTACKS[_name])


def _face(rect: Any = OVER, look: bytes = b" ", others: dict[str, bytes] | None = None, **entries: Any) -> Any:
    """A change that adds a signature field with these appearances."""

    def change(writer: Any) -> None:
        size = rect[2] - rect[0], rect[3] - rect[1]
        looks = {"/N": look} | (others or {})
        drawn = {key: writer.add_object(picture(data, *size)) for key, data in looks.items()}
        annotate(Subtype="/Widget", FT="/Sig", T="Kedua", Rect=rect, **entries)(writer)
        fields = writer.root["/AcroForm"]["/Fields"]
        field = fields.raw_get(len(fields) - 1).get_object()
        field[pdf_name("/AP")] = convert(drawn)

    return change


def _signed_into(w: Workshop, change: Any) -> bytes:
    return w.sign(update(w.letter, change), level="B-LTA", who=BUDI, field_name="Kedua")


FACES = {
    "only on paper": _face(look=_WHITE, F=4 | 32),
    "on paper, and on the screen after a click": _face(look=_WHITE, F=4 | 32 | 256),
    "hidden until a script shows it": _face(look=_WHITE, F=2),
    "another one under the mouse": _face(others={"/R": _WHITE}),
    "another one while pressed": _face(others={"/D": _WHITE}),
    "a new digit over an old one": _face(look=b"BT /Helv 12 Tf 2 10 Td (x) Tj ET 0 g 100 12 30 14 re f"),
    "a caption that some readers draw": _face([60, 60, 200, 100], MK={"/CA": "Rp 9.000.000", "/BG": [1]}),
    "a script on entering": _face([0, 0, 0, 0], AA={"/E": {"/S": "/JavaScript", "/JS": "app.alert(1)"}}),
    "an address on a click": _face([60, 60, 200, 100], A={"/S": "/URI", "/URI": "http://penyerang.example"}),
}
variants("SSA with a second face", FACES, _signed_into)
variants("SSA with a second face, not signed", FACES, lambda w, change: update(w.letter, change))

_RDF = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:n="http://contoh.example/"'
    b" %b>%b</rdf:Description></rdf:RDF></x:xmpmeta>"
)
_STATED = _RDF % (b'n:Nomor="1"', b"<dc:rights>Umum</dc:rights>")


def _described() -> bytes:
    pdf = pikepdf.open(io.BytesIO(samples.letter()))
    pdf.Root.Metadata = pdf.make_stream(_STATED, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
    return samples.save(pdf)


def _xmp(data: bytes) -> Any:
    return replace_stream(lambda writer: writer.root["/Metadata"], data)


DESCRIPTIONS = {
    "another number of its own kind": _xmp(_RDF % (b'n:Nomor="2"', b"<dc:rights>Umum</dc:rights>")),
    "another right": _xmp(_RDF % (b'n:Nomor="1"', b"<dc:rights>Rahasia</dc:rights>")),
    "a statement gone": _xmp(_RDF % (b'n:Nomor="1"', b"")),
    "a statement more": _xmp(_RDF % (b'n:Nomor="1"', b"<dc:rights>Umum</dc:rights><dc:source>x</dc:source>")),
    "an entry of an office's own": put(lambda w: w.trailer["/Info"], Nomor="9"),
}
variants(
    "covered, metadata",
    DESCRIPTIONS,
    lambda w, change: covered(lambda w: update(w.signed(_described()), change))(w),
)


def _root_of_tags(writer: Any) -> Any:
    return writer.root["/StructTreeRoot"]


def _element(writer: Any) -> Any:
    return _root_of_tags(writer)["/K"][0]


def _elements(writer: Any) -> list[Any]:
    kids = _root_of_tags(writer)["/K"]
    return [kids.raw_get(at) for at in range(len(kids))]


def _more(**entries: Any) -> Any:
    def change(writer: Any) -> None:
        element = writer.add_object(convert({"/Type": "/StructElem", **{f"/{k}": v for k, v in entries.items()}}))
        put(_root_of_tags, K=[*_elements(writer), element])(writer)

    return change


def _numbers(writer: Any) -> Any:
    return _root_of_tags(writer)["/ParentTree"]


TAGS = {
    "other words to hear": put(_element, ActualText="Rp 9.000.000"),
    "another part": put(_element, S="/H1"),
    "parts that mean something else": put(_root_of_tags, RoleMap={"/Form": "/P"}),
    "parts in another order": lambda w: put(_root_of_tags, K=_elements(w)[::-1])(w),
    "a part gone": lambda w: put(_root_of_tags, K=_elements(w)[1:])(w),
    "a paragraph nobody sees": _more(S="/P", ActualText="dan tunjangan"),
    "a form nobody sees": _more(S="/Form", Alt="dan tunjangan", K={"/Type": "/OBJR"}),
    "fields led elsewhere": lambda w: put(_numbers, Nums=[0, _elements(w)[1], 1, _elements(w)[0]])(w),
    "a class of its own": put(_root_of_tags, ClassMap={"/X": {"/O": "/Layout"}}),
}
variants(
    "covered, tags",
    TAGS,
    lambda w, change: covered(
        lambda w: update(w.signed(samples.with_field(second=True), field_name=samples.FIELD), change)
    )(w),
)

FORMS = {
    "a field's lock": put(first_field, Lock={"/Type": "/SigFieldLock", "/Action": "/All"}),
    "a page that has moved": put(page_of, Rotate=90),
    "another version": put(root, Version="/1.3"),
    "an extension of nobody": put(root, Extensions={"/XYZZ": {"/BaseVersion": "/1.7", "/ExtensionLevel": 8}}),
}
variants("covered", FORMS, lambda w, change: covered(lambda w: update(w.letter, change))(w))
variants(
    "covered, EAA in P3",
    {name: NOTES[name] for name in ("free text", "stamp", "beside the text", "highlight")},
    lambda w, note: covered(lambda w: update(w.certified(3), note))(w),
)


def _awaited(number: int) -> bytes:
    """A page that draws an object the file does not have yet."""
    text = b"BT /F1 12 Tf 100 700 Td (Gaji pokok Rp 3.000.000) Tj ET"
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[4 0 R %d 0 R]"
        b"/Resources<</Font<</F1 5 0 R>>>>>>" % number,
        b"<</Length %d>>\nstream\n%b\nendstream" % (len(text), text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, rows = b"%PDF-1.7\n", b""
    for at, body in enumerate(bodies, 1):
        rows += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (at, body)
    table = b"xref\n0 6\n0000000000 65535 f \n%btrailer\n<</Size 6/Root 1 0 R>>\n" % rows
    return out + table + b"startxref\n%d\n%%%%EOF\n" % len(out)


def _arrived(w: Workshop, number: int) -> bytes:
    signed = w.by_hand(w.seal, _awaited(number), md_algorithm="sha256")
    text = b"BT /F1 12 Tf 100 600 Td (dan tunjangan) Tj ET"
    body = b"%d 0 obj\n<</Length %d>>\nstream\n%b\nendstream\nendobj\n" % (number, len(text), text)
    added = xref._section(signed, body, b"%d 1\n%010d 00000 n \n" % (number, len(signed)))
    return added[: len(signed)] + re.sub(rb"/Size \d+", b"/Size %d" % (number + 1), added[len(signed) :])


variants("shadow hide, the missing object comes", {"soon": 60, "late": 4000}, _arrived, online=True)
variants(
    "covered, shadow hide, the missing object comes",
    {"soon": 60},
    lambda w, number: covered(lambda w: _arrived(w, number))(w),
    online=True,
)
