"""Honest files in the handwriting of other programs, before the signature and behind it."""

import io
import re
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdf
from pikepdf import Array, Dictionary, Name
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigSeedSubFilter

from tests.signing import samples
from tests.signing.attacks.bookkeeping import _end
from tests.signing.attacks.honest import _others
from tests.signing.attacks.workshop import BUDI, Workshop, honest_variants


@dataclass(frozen=True)
class Hand:
    """How a program sets its words."""

    end: bytes = b"\n"
    inside: bytes = b"\n"
    before_value: bytes = b" "
    in_array: bytes = b""
    row: bytes = b" \n"
    data: tuple[bytes, bytes] = (b"\n", b"\n")
    remark: bytes = b""

    def written(self, value: Any) -> bytes:
        if isinstance(value, generic.IndirectObject):
            return b"%d %d R" % (value.idnum, value.generation)
        if isinstance(value, generic.ArrayObject):
            parts = [self.written(value.raw_get(i)) for i in range(len(value))]
            glue = b"" if all(part.startswith(b"<") for part in parts) and not self.inside else b" "
            return b"[" + self.in_array + glue.join(parts) + self.in_array + b"]"
        if isinstance(value, generic.DictionaryObject):
            entries = [self._entry(key, value.raw_get(key)) for key in value]
            return b"<<" + self.inside + self.inside.join(entries) + self.inside + b">>"
        if isinstance(value, generic.ByteStringObject | generic.TextStringObject):
            return b"<" + value.original_bytes.hex().encode() + b">"
        return str(value).encode()

    def _entry(self, key: str, value: Any) -> bytes:
        written = self.written(value)
        tight = not self.inside and written[:1] in {b"/", b"<", b"["}
        return key.encode() + (b"" if tight else self.before_value) + written

    def object(self, number: int, value: Any) -> bytes:
        body = self.written(value)
        if isinstance(value, generic.StreamObject):
            before, after = self.data
            body += self.end + b"stream" + before + value.encoded_data + after + b"endstream"
        return b"%d 0 obj" % number + self.end + body + self.end + b"endobj" + self.end


HANDS = {
    "iText": Hand(inside=b"", remark=b"%iText-Core-8.0.5"),
    "PDFBox": Hand(row=b"\r\n", data=(b"\r\n", b"\r\n")),
    "a program of another system": Hand(end=b"\r\n", inside=b"\r\n", row=b"\r\n", data=(b"\r\n", b"\r\n")),
    "old Acrobat": Hand(end=b"\r", inside=b"", row=b"\r\n", data=(b"\r\n", b"\r\n"), in_array=b""),
    "spaced out": Hand(in_array=b" "),
}


def by(hand: Hand, data: bytes) -> bytes:
    """The last, unsigned revision of *data* as *hand* would have written it."""
    reader = PdfFileReader(io.BytesIO(data))
    head = data[: _end(data)]
    number = reader.xrefs.total_revisions - 1
    resolver, out, places = reader.get_historical_resolver(number), head, {}
    for which in sorted(reader.xrefs.get_xref_data(number).standard_xrefs):
        places[which] = len(out)
        out += hand.object(which, resolver.get_object(generic.Reference(which, 0, reader)))
    rows = b"".join(b"%d 1%b%010d 00000 n%b" % (n, hand.end, at, hand.row) for n, at in places.items())
    table = b"xref%b0 1%b0000000000 65535 f%b" % (hand.end, hand.end, hand.row) + rows
    trailer = generic.DictionaryObject(reader.trailer._trailer_revisions[0])
    trailer[generic.pdf_name("/Prev")] = generic.NumberObject(int(head[head.rindex(b"startxref") :].split()[1]))
    closing = [b"trailer", hand.written(trailer), *([hand.remark] if hand.remark else []), b"startxref"]
    return out + table + hand.end.join([*closing, b"%d" % len(out), b"%%EOF", b""])


honest_variants("evidence appended by", HANDS, lambda w, hand: by(hand, w.letter))
# One that sets its words as we do cannot be told from us, nor its identifier from an altered one of ours.
honest_variants(
    "evidence with an identifier of its own appended by",
    {name: hand for name, hand in HANDS.items() if name != "spaced out"},
    lambda w, hand: renamed(by(hand, w.letter)),
)
honest_variants("evidence of a stock signature appended by", HANDS, lambda w, hand: by(hand, _stock_with_evidence(w)))


def renamed(data: bytes) -> bytes:
    """Another program chooses the second half of the identifier by chance."""
    at = re.search(rb"/ID ?\[ ?<[0-9A-Fa-f]*> ?<([0-9A-Fa-f]{32})>", data[_end(data) :])
    assert at
    start = _end(data) + at.start(1)
    return data[:start] + b"5f" * 16 + data[start + 32 :]


def _stock_with_evidence(w: Workshop) -> bytes:
    return w.signed(_others(w, SigSeedSubFilter.PADES, 1), "B-LT", who=BUDI)


def _deep() -> bytes:
    """A page tree three levels deep, everything inherited, the signature field under a parent field."""
    pdf = pikepdf.open(io.BytesIO(samples.letter("Halaman", pages=8)))
    pages = list(pdf.pages)
    top = pdf.Root.Pages
    branches = []
    for two in (pages[:4], pages[4:]):
        leaves = []
        for part in (two[:2], two[2:]):
            leaf = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=2, Kids=Array([p.obj for p in part])))
            for page in part:
                page.obj.Parent = leaf
            leaves.append(leaf)
        branch = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=4, Kids=Array(leaves)))
        for leaf in leaves:
            leaf.Parent = branch
        branch.Parent = top
        branches.append(branch)
    top.Kids = Array(branches)
    last = pages[-1].obj
    kid = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Widget, T="pejabat", Rect=[300, 100, 500, 160], F=4, P=last)
    )
    parent = pdf.make_indirect(Dictionary(FT=Name.Sig, T="tanda", Kids=Array([kid])))
    kid.Parent = parent
    last.Annots = pdf.make_indirect(Array([kid]))
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=pdf.make_indirect(Array([parent])), SigFlags=3))
    return samples.save(pdf)


def _pypdf() -> bytes:
    """An update appended by pypdf before anybody signs."""
    out = io.BytesIO()
    writer = pypdf.PdfWriter(io.BytesIO(samples.letter()), incremental=True)
    writer.add_metadata({"/Title": "Keputusan"})
    writer.write(out)
    return out.getvalue()


def _pypdf_new() -> bytes:
    out = io.BytesIO()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(samples.with_field()))
    writer.write(out)
    return out.getvalue()


def _like_ghostscript() -> bytes:
    """Lengths in objects of their own, content in pieces, no identifier."""
    content = [b"BT /F1 12 Tf 100 700 Td (KEPUTUSAN) Tj ET", b"BT /F1 12 Tf 100 650 Td (Gaji) Tj ET"]
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R/Metadata 9 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>>>",
        b"<</Type/Page/Parent 2 0 R/Contents[5 0 R 7 0 R]>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length 6 0 R>>\nstream\n%b\nendstream" % content[0],
        b"%d" % len(content[0]),
        b"<</Length 8 0 R>>\nstream\n%b\nendstream" % content[1],
        b"%d" % len(content[1]),
        b"<</Type/Metadata/Subtype/XML/Length 7>>stream\n<x></x>\nendstream",
        b"<</Producer(GPL Ghostscript 10.00.0)/CreationDate(D:20260101000000Z00'00')>>",
    ]
    out, places = b"%PDF-1.7\n%\xc7\xec\x8f\xa2\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % at for at in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(bodies) + 1, rows)
    trailer = b"trailer\n<</Size %d/Root 1 0 R/Info 10 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, len(out))
    return out + table + trailer


def _with_gaps() -> bytes:
    """In the course of work two objects came and went, and the number of one is used again."""
    data = samples.letter()
    size = int(re.findall(rb"/Size (\d+)", data)[-1])
    for generation in (0, 1):
        objects, at = [], len(data)
        for number in range(size, size + 2 - generation):
            objects.append(b"%d %d obj\n<</Kosong true>>\nendobj\n" % (number, generation))
        places = [at + len(b"".join(objects[:i])) for i in range(len(objects))]
        rows = b"".join(b"%d 1\n%010d %05d n \n" % (size + i, p, generation) for i, p in enumerate(places))
        data = _saved(data, b"".join(objects), b"0 1\n0000000000 65535 f \n" + rows, size + 2)
        if not generation:
            free = b"0 1\n%010d 65535 f \n%d 2\n%010d 00001 f \n0000000000 00001 f \n"
            data = _saved(data, b"", free % (size, size, size + 1), size + 2)
    return data


def _saved(data: bytes, objects: bytes, rows: bytes, size: int) -> bytes:
    last = int(data[data.rindex(b"startxref") :].split()[1])
    trailer = re.sub(rb"/Prev \d+ ?", b"", data[data.rindex(b"trailer") : data.rindex(b"startxref")])
    trailer = re.sub(rb"/Size \d+", b"/Size %d" % size, trailer).replace(b"<<", b"<< /Prev %d " % last, 1)
    return data + objects + b"xref\n" + rows + trailer + b"startxref\n%d\n%%%%EOF\n" % (len(data) + len(objects))


def _many_objects() -> bytes:
    pdf = pikepdf.open(io.BytesIO(samples.letter("Halaman", pages=40)))
    pdf.Root.PieceInfo = Dictionary(Many=Array([pdf.make_indirect(Dictionary(N=n)) for n in range(6_000)]))
    out = io.BytesIO()
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, linearize=True)
    return out.getvalue()


def _direct_form() -> bytes:
    pdf = pikepdf.open(io.BytesIO(samples.with_field(second=True)))
    form = pdf.Root.AcroForm
    pdf.Root.AcroForm = Dictionary(Fields=Array(list(form.Fields)), SigFlags=3, DA="/Helv 0 Tf 0 g")
    return samples.save(pdf)


def _no_newline_at_the_end() -> bytes:
    return samples.letter().rstrip(b"\r\n")


SHAPES = {
    "a deep page tree": _deep,
    "an update by pypdf": _pypdf,
    "written by pypdf": _pypdf_new,
    "written as Ghostscript does": _like_ghostscript,
    "gaps among its objects": _with_gaps,
    "thousands of objects, packed and linearised": _many_objects,
    "a form inside the catalogue": _direct_form,
    "no line end at its end": _no_newline_at_the_end,
}
for _level in ("B-LT", "B-LTA"):
    honest_variants(
        f"shape, {_level}",
        {name: (make, _level) for name, make in SHAPES.items()},
        lambda w, row: w.signed(w.signed(row[0](), "B-T"), row[1], who=BUDI),
    )
honest_variants(
    "shape, stock pyHanko, then ours",
    {k: SHAPES[k] for k in ("a deep page tree", "gaps among its objects", "written by pypdf")},
    lambda w, make: w.signed(_others(w, SigSeedSubFilter.PADES, 1, pdf=make()), "B-LTA", who=BUDI),
)
honest_variants(
    "signed in its own field",
    {"a deep page tree": (_deep, "tanda.pejabat"), "a form inside the catalogue": (_direct_form, samples.FIELD)},
    lambda w, row: w.signed(row[0](), "B-LTA", field_name=row[1]),
)
