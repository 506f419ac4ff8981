"""Opening a PDF for one more revision, and the looks of what is added."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import io
from functools import cached_property
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, enumerate_sig_fields
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.stamp import BaseStampStyle

from signing.engine.outlines import written
from signing.engine.stamp import stamp_style
from signing.errors import Refused
from signing.ports import SigningRequest
from signing.quick import read_and_write_quickly
from signing.revision_id import identifier_after

read_and_write_quickly()
# Outside every page: PDF/UA-1 7.18.1 exempts annotations out of the crop box from tagging.
INVISIBLE = InvisSigSettings(box_out_of_bounds=True)


class Revision(IncrementalPdfFileWriter):
    """One more revision of a file. Leaves Info and XMP alone.

    pyHanko would rewrite Producer and dates on every revision: it costs more than the signature and
    breaks nothing when left out (PDF/A and PDF/UA stay as they were).
    """

    @classmethod
    def _handle_id(cls, prev: PdfFileReader) -> generic.ArrayObject:
        """Not by chance as pyHanko does it: see :mod:`signing.revision_id`."""
        pair = super()._handle_id(prev)
        prev.stream.seek(0)
        return generic.ArrayObject([pair[0], generic.ByteStringObject(identifier_after(prev.stream.read()))])

    def _update_meta(self) -> None:
        return

    @cached_property
    def fields(self) -> dict[str, Any]:
        """The value of each signature field of the file as it was."""
        return {name: value for name, value, _ in enumerate_sig_fields(self.prev)}

    @property
    def earlier(self) -> list[EmbeddedPdfSignature]:
        """Signatures that are there already."""
        return list(self.prev.embedded_regular_signatures) if any(self.fields.values()) else []


class KeepAppearance(BaseStampStyle):
    """Leaves the picture that was prepared with the document: tagged, with its fonts embedded."""

    def create_stamp(self, writer: Any, box: Any, text_params: Any) -> None:
        return None


def open_for_signing(pdf: bytes, *, into: io.BytesIO | None = None) -> Revision:
    """Strict parse; raises :class:`~signing.errors.Refused` for encrypted and hybrid files.

    *into* is a stream holding the same bytes, for revisions that are written in place.
    """
    revision = Revision(into or io.BytesIO(pdf))
    if revision.prev.encrypted:
        raise Refused("pdf_terenkripsi")
    if revision.prev.xrefs.hybrid_xrefs_present:
        raise Refused("pdf_hibrida")
    return revision


def choose_field(revision: Revision, request: SigningRequest) -> tuple[str, SigFieldSpec | None]:
    """The field's name, and how to make it when it is not there yet."""
    fields = revision.fields
    if request.field_name is not None:
        if request.field_name not in fields:
            raise Refused("bidang_tidak_ada")
        if fields[request.field_name] is not None:
            raise Refused("bidang_terisi")
        return request.field_name, None
    name = next(n for n in _names() if n not in fields)
    place = request.placement
    return name, SigFieldSpec(
        name,
        on_page=place.page if place else 0,
        box=place.box if place else None,
        invis_sig_settings=INVISIBLE,
        readable_field_name="Tanda tangan elektronik",
    )


def write_into(revision: Revision, name: str, lines: list[str]) -> None:
    """Fill the prepared picture of an empty field: its bytes change and nothing else does.

    Raises :class:`~signing.errors.Refused` (``bidang_tanpa_gambar``) when the field was prepared without one.
    """
    field = next(ref for found, _, ref in enumerate_sig_fields(revision.prev) if found == name).get_object()
    try:
        reference = field["/AP"].raw_get("/N").reference
        left, bottom, right, top = (float(edge) for edge in field["/Rect"])
    except (KeyError, AttributeError) as error:
        raise Refused("bidang_tanpa_gambar") from error
    old = revision.get_object(reference)
    if old.encoded_data and old.data.split() not in ([], [b"q", b"Q"]):
        raise Refused("bidang_bergambar")
    content = written(lines, width=right - left, height=top - bottom)
    entries = {key: old.raw_get(key) for key in old if key not in {"/Length", "/Filter", "/DecodeParms"}}
    picture = generic.StreamObject(entries, stream_data=content)
    if "/Filter" in old:
        picture.compress()
    revision.objects[(reference.generation, reference.idnum)] = picture


def looks(request: SigningRequest, signer_name: str) -> BaseStampStyle:
    """A drawn stamp for a new visible field, else whatever is there already."""
    if request.placement is None:
        return KeepAppearance()
    left, bottom, right, top = request.placement.box
    return stamp_style(signer_name, request.reason, width=right - left, height=top - bottom)


def _names() -> Any:
    number = 1
    while True:
        yield f"TandaTanganElektronik{number}"
        number += 1
