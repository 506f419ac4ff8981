"""What other programs put beside a later signature, and what an attacker would put there instead."""

import io
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from pyhanko.pdf_utils.generic import IndirectObject, pdf_name

from signing import Placement, Timestamper, TrustStore, raise_level
from tests.signing import samples
from tests.signing.attacks.covered import _described, covered
from tests.signing.attacks.pdf import annotate, convert, first_field, page_of, picture, put, root, stream, update
from tests.signing.attacks.shadow import filled_form
from tests.signing.attacks.workshop import BUDI, Make, Workshop, attack, honest, honest_variants, variants

OVER = [90, 660, 400, 720]


def _two(w: Workshop) -> bytes:
    """Two prepared, tagged fields; the first is signed."""
    return w.signed(samples.with_field(second=True), field_name=samples.FIELD)


def _second(writer: Any) -> Any:
    return writer.root["/AcroForm"]["/Fields"][1]


def _placed(w: Workshop, box: Any, look: bytes = b"") -> bytes:
    """The second field is given another place in the revision that signs it."""

    def place(writer: Any) -> None:
        face = {"AP": {"/N": writer.add_object(picture(look))}} if look else {}
        put(_second, Rect=box, **face)(writer)

    return w.by_hand(w.seal, _two(w), place, field_name="TandaTangan2", md_algorithm="sha256")


honest_variants("beside, a prepared field", {"signed without showing, as EU DSS does": [0, 0, 0, 0]}, _placed)
variants(
    "beside, a prepared field",
    {"signed over the text": OVER, "signed elsewhere": [60, 300, 250, 360]},
    lambda w, box: _placed(w, box, b"1 g 0 0 310 60 re f"),
    online=True,
)


def _pages(change: Any) -> bytes:
    """The page's size, fonts and turn are said once, above all pages."""
    pdf = pikepdf.open(io.BytesIO(samples.letter()))
    for key in ("/MediaBox", "/Resources", "/Rotate"):
        pdf.Root.Pages[key] = pdf.pages[0].obj[key]
        del pdf.pages[0].obj[key]
    change(pdf)
    return samples.save(pdf)


def _nothing(_: Any) -> None:
    return


def _above(writer: Any, key: str) -> Any:
    return writer.root["/Pages"].raw_get(key)


def _with_field(*changes: Any) -> Make:
    """A field is put on the page, and with it what *changes* do to the page."""
    new = annotate(Subtype="/Widget", FT="/Sig", T="Ketiga", Rect=[0, 0, 0, 0])
    return lambda w: w.sign(
        update(w.signed(_pages(_nothing)), new, *changes), level="B-LTA", who=BUDI, field_name="Ketiga"
    )


PAGE = {
    "its size again": lambda w: put(page_of, MediaBox=_above(w, "/MediaBox"))(w),
    "its fonts again": lambda w: put(page_of, Resources=_above(w, "/Resources"))(w),
    "the order of keys": put(page_of, Tabs="/S"),
    "a number for its parts": put(page_of, StructParents=7),
}
honest_variants("beside, the page says", PAGE, lambda w, change: _with_field(change)(w))
OTHERWISE = {
    "another size": put(page_of, MediaBox=[0, 0, 300, 300]),
    "other fonts": put(page_of, Resources={"/Font": {}}),
    "another turn": put(page_of, Rotate=90),
    "a thing to do": put(page_of, AA={"/O": {"/S": "/Named", "/N": "/Print"}}),
    "how it comes in": put(page_of, Dur=1, Trans={"/S": "/Dissolve"}),
    "a box for trimming": put(page_of, CropBox=[0, 0, 300, 300]),
}
variants("beside, the page says", OTHERWISE, lambda w, change: _with_field(change)(w))


def _wrapped(*, order: int = 1, left_out: int = 0, **said: Any) -> Any:
    """The parts at the top come under one ``Document``, as iText arranges them."""

    def change(writer: Any) -> None:
        tags = writer.root["/StructTreeRoot"]
        kids = [tags["/K"].raw_get(at) for at in range(len(tags["/K"]))]
        top = IndirectObject(tags.container_ref.idnum, 0, writer)
        made = {"/Type": "/StructElem", "/S": "/Document", "/P": top, "/K": kids[::order][left_out:]}
        document = writer.add_object(convert(made | {f"/{key}": value for key, value in said.items()}))
        for kid in kids:
            put(lambda _, kid=kid: kid.get_object(), P=document)(writer)
        put(lambda _: tags, K=[document])(writer)
        tags[pdf_name("/RoleMap")] = convert({})
        writer.update_container(tags)

    return change


@honest("beside, tags")
def one_document_around_them(w: Workshop) -> bytes:
    return w.sign(update(_two(w), _wrapped()), level="B-LTA", who=BUDI, field_name="TandaTangan2")


WRAPPERS = {
    "whose page takes the field's number": lambda u: (_wrapped()(u), put(page_of, StructParents=0)(u)),
    "in another order": _wrapped(order=-1),
    "one left out": _wrapped(left_out=1),
    "that is read out instead": _wrapped(ActualText="Rp 9.000.000"),
    "that says another language": _wrapped(Lang="en-US"),
}
variants("beside, tags", WRAPPERS, lambda w, change: covered(lambda w: update(_two(w), change))(w))


INTENT = {"/Type": "/OutputIntent", "/S": "/GTS_PDFA1", "/OutputConditionIdentifier": "sRGB", "/Info": "sRGB"}


def _with_intent(pdf: Any) -> None:
    pdf.Root.OutputIntents = Array([Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFA1, Info="sRGB")])


def _intent(**entries: Any) -> Any:
    return put(root, OutputIntents=[INTENT | {f"/{key}": value for key, value in entries.items()}])


def _profile(writer: Any) -> None:
    _intent(DestOutputProfile=writer.add_object(stream(b"profile", N=3)))(writer)


def _through_the_intent(writer: Any) -> None:
    """New page content, which the intent refers to as well."""
    content = writer.add_object(stream(b"BT /F1 12 Tf 100 600 Td (lain) Tj ET"))
    put(page_of, Contents=content)(writer)
    _intent(DestOutputProfile=content)(writer)


honest_variants(
    "beside, undecided: how colours are meant",
    {"named": _intent(), "with a profile": _profile},
    lambda w, change: covered(lambda w: update(w.letter, change))(w),
)
variants(
    "beside, how colours are meant",
    {"as a way to new content": _through_the_intent},
    lambda w, change: covered(lambda w: update(w.letter, change))(w),
)
variants(
    "beside, how colours are meant, and were",
    {"another one": _intent(Info="CMYK"), "none any more": put(root, OutputIntents=None)},
    lambda w, change: covered(lambda w: update(w.signed(_pages(_with_intent)), change))(w),
)


def _stamped(w: Workshop, box: Any) -> bytes:
    return w.sign(w.certified(2), level="B-LTA", who=BUDI, placement=Placement(0, box))


def _raised(w: Workshop, pdf: bytes) -> bytes:
    return raise_level(pdf, timestamper=Timestamper([w.pki.tsa_url]), trust=TrustStore.from_directory(w.pki.trust))


@honest("beside, undecided")
def a_stamp_beside_the_text_after_P2(w: Workshop) -> bytes:
    """As the examples of PDFBox do: the first hand certifies, the next one shows."""
    return _stamped(w, (60, 60, 250, 120))


_FACE = annotate(Subtype="/Widget", FT="/Sig", T="P", Rect=[60, 60, 250, 120], AP=b"0 g 0 0 9 9 re f")
variants(
    "beside, after a certification",
    {
        "a stamp over the text": lambda w: _stamped(w, tuple(OVER)),
        "a field where nothing may come": lambda w: update(w.certified(1), _FACE),
        "a visible field nobody signed": lambda w: update(w.certified(2), _FACE),
    },
    lambda w, make: make(w),
)


@honest("beside")
def a_field_without_extent_that_has_a_picture_after_P1(w: Workshop) -> bytes:
    """iText gives one to the field of its timestamp; nothing of it shows."""

    def field(writer: Any) -> None:
        annotate(Subtype="/Widget", FT="/Sig", T="Waktu", Rect=[0, 0, 0, 0])(writer)
        look = writer.add_object(picture(b"", 0, 0))
        fields = writer.root["/AcroForm"]["/Fields"]
        fields.raw_get(len(fields) - 1).get_object()[pdf_name("/AP")] = convert({"/N": look})

    return _raised(w, update(w.certified(1), field))


honest_variants(
    "beside, undecided: Info left for XMP",
    {"all of it": {"Title": None, "Author": None, "Subject": None}, "the title": {"Title": None}},
    lambda w, keys: covered(lambda w: update(w.letter, put(lambda u: u.trailer["/Info"], **keys)))(w),
)
variants(
    "beside, description",
    {"the author for the title": put(lambda w: w.trailer["/Info"], Title="anonymous")},
    lambda w, change: covered(lambda w: update(w.signed(_described()), change))(w),
)


@honest("beside, undecided: form")
def a_box_ticked_that_loses_its_frame(w: Workshop) -> bytes:
    return update(w.signed(filled_form()), put(first_field, MK={"/CA": "4"}))


@attack("beside")
def a_field_that_was_signed_vanishes(w: Workshop) -> bytes:
    return covered(lambda w: update(w.visible, put(first_field, Rect=[0, 0, 0, 0])))(w)


@attack("beside")
def an_empty_field_is_moved_over_the_text(w: Workshop) -> bytes:
    return covered(lambda w: update(_two(w), put(_second, Rect=OVER)))(w)
