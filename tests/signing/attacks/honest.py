"""Files nobody means harm with: they look unusual and must not be called invalid."""

import asyncio
import io
import random
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

from signing import LEVELS, Placement
from tests.signing import samples
from tests.signing.attacks.pdf import annotate, put, replace_stream, update
from tests.signing.attacks.shadow import _field, _look, filled_form
from tests.signing.attacks.workshop import BUDI, CITRA, Workshop, honest, honest_variants

for _level in LEVELS:
    honest_variants("level", {_level: _level}, lambda w, level: w.signed(samples.letter(), level))
    honest_variants(
        "visible", {_level: _level}, lambda w, level: w.signed(samples.with_field(), level, field_name=samples.FIELD)
    )
honest_variants("certified", {f"P{p}": p for p in (1, 2, 3)}, lambda w, p: w.certified(p))
honest_variants(
    "certified and archived",
    {f"P{p}": p for p in (1, 2, 3)},
    lambda w, p: w.signed(samples.letter(), "B-LTA", certify=True, permissions=p),
)


def _series(w: Workshop, levels: str) -> bytes:
    pdf = samples.letter()
    for number, level in enumerate(levels.split()):
        pdf = w.signed(pdf, level, who=(CITRA, BUDI)[number % 2])
    return pdf


honest_variants(
    "several signers",
    {text: text for text in (
        "B-B B-B", "B-B B-LTA", "B-T B-LT", "B-LT B-LT", "B-LT B-LTA", "B-LTA B-LTA", "B-B B-B B-B B-LTA",
        "B-LTA B-LTA B-LTA", "B-LT B-LT B-LT B-LT B-LT",
    )},
    _series,
)  # fmt: skip


def _written(options: dict[str, Any]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(samples.with_field())) as pdf:
        pdf.save(out, **options)
    return out.getvalue()


_STREAMS = pikepdf.ObjectStreamMode.generate
WRITERS = {
    "object streams": {"object_stream_mode": _STREAMS},
    "linearised": {"linearize": True},
    "linearised with object streams": {"linearize": True, "object_stream_mode": _STREAMS},
    "version 2.0": {"force_version": "2.0"},
    "version 1.3": {"force_version": "1.3"},
    "no compression": {"compress_streams": False},
    "readable": {"qdf": True},
}
honest_variants("written as", WRITERS, lambda w, o: w.signed(_written(o), "B-LTA", field_name=samples.FIELD))
honest_variants(
    "written as, two signers",
    {k: WRITERS[k] for k in ("object streams", "linearised", "version 2.0", "readable")},
    lambda w, o: w.signed(w.signed(_written(o), field_name=samples.FIELD), "B-LTA", who=BUDI),
)


def _others(w: Workshop, subfilter, times: int, **options) -> bytes:
    """pyHanko as it comes: Info and XMP are rewritten with each signature."""
    pdf = options.pop("pdf", None) or samples.letter()
    for number in range(times):
        metadata = PdfSignatureMetadata(
            field_name=f"Lain{number}", md_algorithm="sha256", subfilter=subfilter, **options
        )
        out = io.BytesIO()
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
        asyncio.run(PdfSigner(metadata, w.seal).async_sign_pdf(writer, output=out))
        pdf, options = out.getvalue(), {}
    return pdf


_PADES, _OLD = SigSeedSubFilter.PADES, SigSeedSubFilter.ADOBE_PKCS7_DETACHED
honest_variants(
    "stock pyHanko",
    {f"{s.value[1:]} × {n}": (s, n) for s in (_PADES, _OLD) for n in (1, 2, 3)},
    lambda w, row: _others(w, *row),
)
honest_variants(
    "stock pyHanko with",
    {
        "its own defaults": {},
        "Word's hybrid form": {"pdf": samples.hybrid()},
        "a decree's prepared field": {"pdf": samples.with_field()},
        "thirty pages": {"pdf": samples.letter("Halaman", pages=30)},
    },
    lambda w, options: _others(w, _PADES, 1, **options),
)
honest_variants(
    "then archived",
    {"one signature": 1, "two signatures": 2},
    lambda w, n: w.signed(_others(w, _PADES, n), "B-LTA", who=BUDI),
)


@honest("placed")
def stamp_beside_the_text(w: Workshop) -> bytes:
    return w.signed(w.letter, "B-LTA", who=BUDI, placement=Placement(0, (60, 60, 300, 130)))


@honest("placed")
def two_stamps(w: Workshop) -> bytes:
    first = w.signed(samples.letter(), placement=Placement(0, (60, 60, 250, 130)))
    return w.signed(first, "B-LTA", who=BUDI, placement=Placement(0, (300, 60, 500, 130)))


@honest("placed")
def both_prepared_fields(w: Workshop) -> bytes:
    first = w.signed(samples.with_field(second=True), field_name=samples.FIELD)
    return w.signed(first, "B-LTA", who=BUDI, field_name="TandaTangan2")


@honest("placed")
def on_a_turned_page(w: Workshop) -> bytes:
    pdf = pikepdf.open(io.BytesIO(samples.letter()))
    pdf.pages[0].Rotate = 90
    first = w.signed(samples.save(pdf))
    return w.signed(first, "B-LTA", who=BUDI, placement=Placement(0, (300, 60, 500, 130)))


@honest("placed")
def on_a_cropped_page(w: Workshop) -> bytes:
    pdf = pikepdf.open(io.BytesIO(samples.letter()))
    pdf.pages[0].CropBox = Array([50, 40, 560, 800])
    first = w.signed(samples.save(pdf))
    return w.signed(first, "B-LTA", who=BUDI, placement=Placement(0, (300, 60, 500, 130)))


@honest("placed")
def on_the_third_page(w: Workshop) -> bytes:
    first = w.signed(samples.letter("Halaman", pages=5))
    return w.signed(first, "B-LTA", who=BUDI, placement=Placement(2, (300, 60, 500, 130)))


def _big(pdf: bytes, megabytes: int) -> bytes:
    opened = pikepdf.open(io.BytesIO(pdf))
    noise = random.Random(1).randbytes(megabytes * 1_000_000)
    opened.Root.PieceInfo = Dictionary(Noise=opened.make_stream(noise))
    return samples.save(opened)


honest_variants("big", {f"{n} MB": n for n in (5, 20)}, lambda w, n: w.signed(_big(samples.letter(), n), "B-LTA"))
honest_variants("long", {f"{n} pages": n for n in (60,)}, lambda w, n: w.signed(samples.letter("x", pages=n), "B-LTA"))


def _with_extras(change) -> bytes:
    pdf = pikepdf.open(io.BytesIO(samples.letter()))
    change(pdf)
    return samples.save(pdf)


def _link(pdf):
    action = Dictionary(S=Name.URI, URI="https://example.org/cek")
    pdf.pages[0].Annots = Array(
        [pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[90, 90, 200, 110], A=action))]
    )


def _attachment(pdf):
    pdf.attachments["lampiran.txt"] = b"lampiran"


def _outline(pdf):
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Keputusan", 0))


def _metadata(pdf):
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = "Keputusan"
        metadata["pdfaid:part"] = "2"


def _language(pdf):
    pdf.Root.Lang = "id-ID"
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


EXTRAS = {
    "a link": _link,
    "an attachment": _attachment,
    "an outline": _outline,
    "metadata": _metadata,
    "a language": _language,
}
honest_variants(
    "with",
    EXTRAS,
    lambda w, extra: w.signed(w.signed(_with_extras(extra)), "B-LTA", who=BUDI),
)


def _filled(w: Workshop, signed: bytes) -> bytes:
    """The form was made to be filled after signing."""
    look = b"/Tx BMC BT /Helv 12 Tf 2 4 Td (Rp 4.000.000) Tj ET EMC"
    return update(signed, put(_field, V="Rp 4.000.000"), replace_stream(_look, look))


@honest("form")
def signed_and_not_filled(w: Workshop) -> bytes:
    return w.signed(w.signed(filled_form()), "B-LTA", who=BUDI)


@honest("form")
def filled_before_signing(w: Workshop) -> bytes:
    return w.signed(_filled(w, filled_form()), "B-LTA")


@honest("form")
def filled_after_certification_that_allows_it(w: Workshop) -> bytes:
    return _filled(w, w.certified(2, filled_form()))


@honest("form")
def filled_after_certification_and_signed_again(w: Workshop) -> bytes:
    return w.signed(_filled(w, w.certified(2, filled_form())), "B-LTA", who=BUDI)


@honest("form")
def filled_after_an_ordinary_signature(w: Workshop) -> bytes:
    return _filled(w, w.signed(filled_form()))


@honest("history")
def changed_before_signing(w: Workshop) -> bytes:
    """An incremental save in the ordinary course of work, then the signature."""
    changed = update(samples.letter(), annotate(Subtype="/Text", Rect=[10, 10, 30, 30], Contents="catatan"))
    return w.signed(changed, "B-LTA")


@honest("history")
def field_made_in_a_revision_of_its_own(w: Workshop) -> bytes:
    """The next signer's empty field is placed after the first signature."""
    writer = IncrementalPdfFileWriter(io.BytesIO(w.letter))
    append_signature_field(writer, SigFieldSpec("Kedua"))
    out = io.BytesIO()
    writer.write(out)
    return w.signed(out.getvalue(), "B-LTA", who=BUDI, field_name="Kedua")


@honest("history")
def empty_field_left_open(w: Workshop) -> bytes:
    return w.signed(samples.with_field(second=True), "B-LTA", field_name=samples.FIELD)
