"""What a stranger might try next: entries that no published class names, and the files other programs really make."""

import io
import re

import pikepdf
from pikepdf import Array, Dictionary, Name
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter

from tests.signing import samples
from tests.signing.attacks.honest import _others
from tests.signing.attacks.pdf import annotate, first_field, form, page_of, put, replace_stream, root, stream, update
from tests.signing.attacks.workshop import BUDI, Workshop, attack, honest_variants, variants

_PADES, _OLD = SigSeedSubFilter.PADES, SigSeedSubFilter.ADOBE_PKCS7_DETACHED


def _font(writer):
    return page_of(writer)["/Resources"]["/Font"]["/F1"]


def _other_words(writer):
    """What is copied out of the page, not what is seen."""
    put(_font, ToUnicode=writer.add_object(stream(b"1 beginbfchar <33> <0039> endbfchar")))(writer)


def _packed_xfa(writer):
    data = writer.add_object(stream(b"<xfa:data><gaji>9000000</gaji></xfa:data>"))
    put(form, XFA=["datasets", data])(writer)


APPENDED = {
    "other letters to copy": _other_words,
    "other widths": put(_font, Widths=[900] * 224, FirstChar=32, LastChar=255),
    "another start for all links": put(root, URI={"/Base": "http://penyerang.example/"}),
    "two pages side by side": put(root, PageLayout="/TwoPageRight", PageMode="/FullScreen"),
    "only one page is printed": put(root, ViewerPreferences={"/PrintPageRange": [1, 1], "/NumCopies": 9}),
    "an order of calculation": put(form, CO=[], NeedAppearances=True),
    "a thread of articles": put(root, Threads=[{"/Type": "/Thread", "/I": {"/Title": "Lain"}}]),
    "form data in pieces": _packed_xfa,
    "an extension of a great vendor": put(
        root, Extensions={"/ADBE": {"/BaseVersion": "/1.7", "/ExtensionLevel": 8}}, AA={"/DS": {"/S": "/Named"}}
    ),
    "private data of a program on the page": put(
        page_of, PieceInfo={"/Editor": {"/Private": "x"}}, LastModified="D:2020"
    ),
    "metadata of the page alone": lambda w: put(page_of, Metadata=w.add_object(stream(b"<x/>", Type="/Metadata")))(w),
    "a box for trimming": put(page_of, TrimBox=[0, 0, 300, 300], ArtBox=[0, 0, 300, 300]),
    "a certification nobody gave": lambda w: put(root, Perms={"/DocMDP": first_field(w).raw_get("/V")})(w),
}
variants("stranger", APPENDED, lambda w, change: update(w.letter, change))
variants(
    "stranger, in a packed file",
    {"content": replace_stream(lambda w: page_of(w)["/Contents"], b"BT /F1 12 Tf 100 600 Td (lain) Tj ET"),
     "a stamp": annotate(Subtype="/Stamp", Rect=[90, 660, 400, 720], AP=b"1 g 0 0 310 60 re f")},
    lambda w, change: update(w.signed(_packed()), change),
)  # fmt: skip


def _packed() -> bytes:
    """Object streams and a cross-reference stream, as Word, Acrobat and qpdf write by default."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(samples.letter())) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


@attack("stranger")
def said_to_be_encrypted(w: Workshop) -> bytes:
    """A reader that believes the last trailer deciphers what was never enciphered."""
    data = update(w.letter, put(root, Lang="id-ID"))
    at = data.rindex(b"trailer\n<<") + len(b"trailer\n<<")
    return data[:at] + b" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 >>" + data[at:]


@attack("stranger")
def the_page_in_another_generation(w: Workshop) -> bytes:
    """The same number, a later generation: who asks for generation 0 sees the old page."""
    page = int(re.search(rb"/Kids \[ (\d+) 0 R", w.letter)[1])  # type: ignore[index]
    body = b"%d 1 obj\n<< /Type /Page /MediaBox [0 0 200 200] >>\nendobj\n" % page
    start, before = len(w.letter), w.letter.rindex(b"startxref")
    place = start + len(body)
    size = max(int(n) for n in re.findall(rb"/Size (\d+)", w.letter))
    catalogue = re.findall(rb"/Root (\d+) 0 R", w.letter)[-1]
    table = b"xref\n%d 1\n%010d 00001 n \ntrailer\n<< /Size %d /Root %b 0 R /Prev %b >>\n" % (
        page, start, size, catalogue, w.letter[before:].split()[1],
    )  # fmt: skip
    return w.letter + body + table + b"startxref\n%d\n%%%%EOF\n" % place


@attack("stranger")
def the_field_left_on_the_page_only(w: Workshop) -> bytes:
    """No form lists it any more; readers that look at pages still show its picture."""
    return update(w.visible, put(root, AcroForm=None), put(page_of, Tabs="/S"))


@attack("stranger")
def a_timestamp_that_covers_the_text(w: Workshop) -> bytes:
    """A document timestamp's field made visible over the salary, before it is signed."""
    made = update(
        w.letter, annotate(Subtype="/Widget", FT="/Sig", T="Waktu", Rect=[90, 660, 400, 720], AP=b"1 g 0 0 310 60 re f")
    )
    return w.sign(made, level="B-LTA", who=BUDI)


def _with(change) -> bytes:
    pdf = pikepdf.open(io.BytesIO(samples.letter("Halaman", pages=2)))
    change(pdf)
    return samples.save(pdf)


def _sizes(pdf) -> None:
    """Landscape, larger units, turned: one file of three scanners."""
    pdf.pages[0].MediaBox = Array([0, 0, 842, 595])
    pdf.pages[1].UserUnit = 2
    pdf.pages[1].Rotate = 270


def _notes(pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[20, 20, 40, 40], Contents="sudah diperiksa", F=4)
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])


def _old_form(pdf) -> None:
    """What an office suite leaves: a form without fields, its fonts, and a wish for appearances that says no."""
    pdf.Root.AcroForm = Dictionary(Fields=Array(), NeedAppearances=False, DA="/Helv 0 Tf 0 g", DR=Dictionary())


def _tagged(pdf) -> None:
    """As Word marks it: structure, role map, language, a title to show."""
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, RoleMap=Dictionary(Heading=Name.H1)))
    tree.K = Array([pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))])
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = "id-ID"
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _wide(pdf) -> None:
    """Names, destinations and page labels, as a report generator writes them."""
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.r)]))
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array(["awal", Array([pdf.pages[0].obj, Name.Fit])])))


SHAPES = {
    "pages of three scanners": _sizes,
    "a note from before": _notes,
    "an empty form": _old_form,
    "marked as Word does": _tagged,
    "names and labels": _wide,
}
honest_variants(
    "stranger, two signers over", SHAPES, lambda w, change: w.signed(w.signed(_with(change)), "B-LTA", who=BUDI)
)


def _saved_often() -> bytes:
    """Six incremental saves in the course of work."""
    pdf = samples.letter()
    for number in range(6):
        pdf = update(pdf, put(root, Lang=f"id-ID-x-{number}"))
    return pdf


SIGNED = {
    "all it can say of itself": (_PADES, {
        "name": "Rina (DocuSign Inc.)", "location": "Palu", "contact_info": "rina@contoh.example", "reason": "Setuju",
    }),
    "a certification as signing services give": (_OLD, {"certify": True, "docmdp_permissions": MDPPerm.FILL_FORMS}),
    "a certification that lets others comment": (_PADES, {"certify": True, "docmdp_permissions": MDPPerm.ANNOTATE}),
    "saved six times before": (_PADES, {"pdf": _saved_often()}),
    "packed as Acrobat does": (_OLD, {"pdf": _packed()}),
}  # fmt: skip
honest_variants("stranger, stock with", SIGNED, lambda w, row: _others(w, row[0], 1, **row[1]))
honest_variants(
    "stranger, stock with, then archived",
    {name: SIGNED[name] for name in ("all it can say of itself", "packed as Acrobat does")},
    lambda w, row: w.signed(_others(w, row[0], 1, **row[1]), "B-LTA", who=BUDI),
)
