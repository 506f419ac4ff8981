"""Makes the signed PDF: PAdES B-T without long-term data, in a field of the server's own naming."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import io
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pikepdf
from PIL import Image
from pyhanko.pdf_utils.images import PdfImage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.stamp import BaseStampStyle, StaticStampStyle

from signing.engine.cms import CmsSigner
from signing.engine.tokens import TokenSource
from signing.simulator_bsre.faults import Fault
from signing.simulator_bsre.placing import Spot
from signing.timestamps import Timestamper

_CLOCK_OFF = timedelta(minutes=6)


@dataclass(frozen=True)
class Order:
    """One signature to make. ``prefix`` names the field: ``sig`` in v1, ``bcs_ecs`` in v2."""

    pdf: bytes
    prefix: str
    reason: str | None = None
    location: str | None = None
    spot: Spot | None = None
    picture: bytes | None = None


class _WrongClock(PdfSigner):
    """Claims a signing time of six minutes ago."""

    def init_signing_session(self, *args, **options):  # type: ignore[no-untyped-def]  # as untyped as its parent
        session = super().init_signing_session(*args, **options)
        session.system_time = datetime.now(UTC) - _CLOCK_OFF
        return session


def make(order: Order, signer: CmsSigner, timestamper: Timestamper, fault: Fault | None = None) -> bytes:
    """The signed file. Raises pyHanko's and pikepdf's errors for what is not a usable PDF."""
    pdf = _saved_anew(order.pdf) if fault is Fault.REWRITTEN else order.pdf
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    name = f"{order.prefix}_{time.time_ns() // 1_000_000}"
    metadata = PdfSignatureMetadata(
        field_name=name,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        reason=order.reason,
        location=order.location,
    )
    spec = SigFieldSpec(name, on_page=order.spot.page, box=order.spot.box) if order.spot else SigFieldSpec(name)
    source = None if fault is Fault.NO_TSA else TokenSource(timestamper, timestamper.urls[0])
    kind = _WrongClock if fault is Fault.CLOCK_OFF else PdfSigner
    out = io.BytesIO()
    kind(metadata, signer, timestamper=source, stamp_style=_look(order), new_field_spec=spec).sign_pdf(
        writer, output=out
    )
    return out.getvalue()


def _look(order: Order) -> BaseStampStyle | None:
    if order.spot is None or order.picture is None:
        return None
    picture = Image.open(io.BytesIO(order.picture)).convert("RGB")
    return StaticStampStyle(border_width=0, background=PdfImage(picture), background_opacity=1)


def _saved_anew(pdf: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.docinfo["/Producer"] = "Simulator"
        document.save(out)
    return out.getvalue()
