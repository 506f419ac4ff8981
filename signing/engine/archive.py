"""What is appended after a signature so that it can be judged for ever: the DSS and a document timestamp."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import io

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers import PdfTimeStamper
from pyhanko.sign.validation import DocumentSecurityStore

from signing.engine.paths import Evidence
from signing.engine.tokens import TokenSource
from signing.engine.writer import INVISIBLE, Revision

DIGEST = "sha256"


async def append_evidence(
    out: io.BytesIO, evidence: Evidence, source: TokenSource, *, level: str, reserved: int
) -> None:
    """DSS in a revision after the signature, with the document timestamp in the same revision for B-LTA."""
    revision = Revision(out)
    DocumentSecurityStore.supply_dss_in_writer(
        revision,
        None,
        paths=evidence.paths,
        ocsps=[*evidence.signer.ocsps, *evidence.authority.ocsps],
        crls=[*evidence.signer.crls, *evidence.authority.crls],
    )
    if level == "B-LT":
        revision.write_in_place()
    else:
        await append_timestamp(revision, source, reserved)


async def append_timestamp(revision: IncrementalPdfFileWriter, source: TokenSource, reserved: int) -> None:
    """A document timestamp over the file and this revision, written in place."""
    stamper = PdfTimeStamper(source, invis_settings=INVISIBLE, readable_field_name="Penanda waktu dokumen")
    await stamper.async_timestamp_pdf(revision, DIGEST, bytes_reserved=reserved, in_place=True)


async def token_size(source: TokenSource) -> int:
    """Bytes of a token of this authority. Raises :class:`~signing.errors.TimestampUnavailable`."""
    return len((await source.async_dummy_response(DIGEST)).dump())


def margin(token: int) -> int:
    """Hex digits to reserve: an authority's next token may be a little longer than the first one."""
    return 2 * (token * 5 // 4)
