"""Honest habits of other programs, seen in files that iText 8, PDFBox 3, EU DSS 6.4 and OpenPDF 1.3 had signed."""

import io
import re
from typing import Any

import pikepdf
from asn1crypto import cms
from pikepdf import Dictionary, Name
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.sign.fields import SigSeedSubFilter

from signing import Placement
from tests.signing import samples
from tests.signing.attacks.certified import NOTES
from tests.signing.attacks.honest import _others
from tests.signing.attacks.pdf import annotate, convert, first_field, page_of, picture, put, root, update
from tests.signing.attacks.shapes import _deep
from tests.signing.attacks.workshop import BUDI, HONEST, Make, Workshop, honest, honest_variants


def _then_archived(change: Any, signed: Any = lambda w: w.letter) -> Make:
    return lambda w: w.signed(update(signed(w), change), "B-LTA", who=BUDI)


def _again(find: Any) -> Any:
    """Written once more, as it was."""
    return lambda writer: writer.mark_update(find(writer).container_ref)


AGAIN = {
    "a signed field": _again(first_field),
    "a signed field, said to be an annotation": put(first_field, Type="/Annot"),
    "the page": _again(page_of),
    "the tree of pages": _again(lambda writer: writer.root["/Pages"]),
    "the catalogue with what iText declares": put(
        root, Extensions={"/ESIC": {"/BaseVersion": "/1.7", "/ExtensionLevel": 2}}
    ),
}
for _name, _change in AGAIN.items():
    HONEST[f"habit, written again: {_name}"] = _then_archived(_change)
    HONEST[f"habit, written again, with a picture: {_name}"] = _then_archived(_change, lambda w: w.visible)


@honest("habit")
def free_numbers_that_stood_for_nothing(w: Workshop) -> bytes:
    """iText writes rows of free objects for numbers it had thought of using."""
    data = w.letter
    size = max(int(number) for number in re.findall(rb"/Size (\d+)", data))
    catalogue = re.findall(rb"/Root (\d+) 0 R", data)[-1]
    body = data[data.rindex(b"\n" + catalogue + b" 0 obj") + 1 :]
    body = body[: body.index(b"endobj") + 7]
    trailer = re.sub(rb"/Prev \d+", b"/Prev %b" % data[data.rindex(b"startxref") :].split()[1],
                     data[data.rindex(b"trailer") : data.rindex(b"startxref")])  # fmt: skip
    trailer = re.sub(rb"/Size \d+", b"/Size %d" % (size + 2), trailer)
    rows = b"%b 1\n%010d 00000 n \n%d 2\n0000000000 00001 f \n0000000000 00001 f \n" % (catalogue, len(data), size)
    added = data + body + b"xref\n" + rows + trailer + b"startxref\n%d\n%%%%EOF\n" % (len(data) + len(body))
    return w.signed(added, "B-LTA", who=BUDI)


def _tagged(w: Workshop) -> bytes:
    return w.signed(samples.with_field(second=True), field_name=samples.FIELD)


@honest("habit")
def a_later_field_hung_into_the_tags(w: Workshop) -> bytes:
    """iText tags its own widget: an element of its own, its entry in the tree of numbers."""

    def change(writer: Any) -> None:
        annotate(Subtype="/Widget", FT="/Sig", T="Ketiga", Rect=[60, 300, 200, 340], AP=b" ", StructParent=2)(writer)
        fields, tags = writer.root["/AcroForm"]["/Fields"], writer.root["/StructTreeRoot"]
        widget = fields.raw_get(len(fields) - 1)
        page = generic.IndirectObject(page_of(writer).container_ref.idnum, 0, writer)
        top = generic.IndirectObject(tags.container_ref.idnum, 0, writer)
        link = {"/Type": "/OBJR", "/Obj": widget, "/Pg": page}
        made = writer.add_object(convert({"/Type": "/StructElem", "/S": "/Form", "/P": top, "/Pg": page, "/K": link}))
        kids, numbers = tags["/K"], tags["/ParentTree"]["/Nums"]
        tags[pdf_name("/K")] = generic.ArrayObject([*(kids.raw_get(i) for i in range(len(kids))), made])
        new = generic.ArrayObject([*(numbers.raw_get(i) for i in range(len(numbers))), convert(2), made])
        tags[pdf_name("/ParentTree")] = writer.add_object(generic.DictionaryObject({pdf_name("/Nums"): new}))
        writer.update_container(tags)

    return w.signed(update(_tagged(w), change), "B-LTA", who=BUDI, field_name="Ketiga")


@honest("habit")
def a_picture_in_a_field_with_a_kid(w: Workshop) -> bytes:
    """The second signer's field and its widget are two objects, as Acrobat's form editor makes them."""
    first = w.signed(_deep(), field_name="tanda.pejabat")
    return w.signed(first, "B-LTA", who=BUDI, placement=Placement(7, (60, 300, 250, 360)))


@honest("habit")
def a_frame_across_a_printed_line(w: Workshop) -> bytes:
    """The later stamp's rectangle reaches over a ruled line; what is written stays beside it."""
    pdf = pikepdf.open(io.BytesIO(samples.letter()))
    pdf.pages[0].contents_add(b" q 1 w 50 150 m 500 150 l S Q")
    first = w.signed(samples.save(pdf))
    return w.signed(first, "B-LTA", who=BUDI, placement=Placement(0, (60, 60, 300, 152)))


@honest("habit")
def a_reason_where_a_hint_had_been(w: Workshop) -> bytes:
    """The empty field showed where to sign; the hint goes when somebody does."""
    pdf = pikepdf.open(io.BytesIO(samples.with_field(second=True)))
    hint = pdf.make_stream(b"0.2 g 2 2 120 12 re f")
    hint.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 60])
    pdf.Root.AcroForm.Fields[1].AP = Dictionary(N=hint)
    first = w.signed(samples.save(pdf), field_name=samples.FIELD)

    def reason(writer: Any) -> None:
        look = writer.add_object(picture(b"0 g 20 30 100 6 re f", 200, 60))
        put(lambda u: u.root["/AcroForm"]["/Fields"][1], AP={"/N": look})(writer)

    return w.signed(w.by_hand(w.seal, first, reason, field_name="TandaTangan2", md_algorithm="sha256"), "B-LTA")


def _unnamed(w: Workshop, subfilter: SigSeedSubFilter) -> bytes:
    """As the examples of PDFBox and OpenPDF sign, iText without CAdES, and the libraries of Node.js always."""
    signer: Any = w.new_seal()
    attributes = signer.signed_attrs

    async def unnamed(*values: Any, **options: Any) -> cms.CMSAttributes:
        every = await attributes(*values, **options)
        return cms.CMSAttributes([one for one in every if one["type"].native != "signing_certificate_v2"])

    signer.signed_attrs = unnamed
    return w.by_hand(signer, samples.letter(), subfilter=subfilter, md_algorithm="sha256")


honest_variants(
    "habit, undecided: the certificate is not named",
    {"the older form": SigSeedSubFilter.ADOBE_PKCS7_DETACHED, "said to be PAdES": SigSeedSubFilter.PADES},
    _unnamed,
)


honest_variants(
    "habit, undecided: comments after P3",
    {name: NOTES[name] for name in ("beside the text", "highlight")},
    lambda w, note: update(w.certified(3), note),
)
honest_variants(
    "habit, undecided: comments after P3, then archived",
    {"beside the text": NOTES["beside the text"]},
    lambda w, note: w.signed(update(w.certified(3), note), "B-LTA", who=BUDI),
)
honest_variants(
    "habit, a note of the office's own for the next hand",
    {"stock pyHanko twice over XMP": b"Keputusan"},
    lambda w, title: _others(w, SigSeedSubFilter.PADES, 2, pdf=_with_xmp(title)),
)


def _with_xmp(title: bytes) -> bytes:
    pdf = pikepdf.open(io.BytesIO(samples.letter()))
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = title.decode()
        metadata["pdfaid:part"] = "2"
    return samples.save(pdf)
