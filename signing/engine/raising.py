"""Raising and renewing: evidence and timestamps appended to files that somebody else signed."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import io
from collections.abc import Collection, Iterator

from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter

from signing.engine import paths
from signing.engine.archive import append_evidence, append_timestamp, margin, token_size
from signing.engine.paths import Evidence, path, paths_behind
from signing.engine.tokens import TokenSource
from signing.engine.writer import Revision, open_for_signing
from signing.timestamps import Timestamper
from signing.trust import TrustStore


async def raised(
    pdf: bytes, level: str, settled: Collection[str], timestamper: Timestamper, url: str, trust: TrustStore
) -> bytes:
    """*pdf* with evidence for every signature that is not in *settled* and for the last document timestamp.

    A signature without a timestamp of its own first gets one over the document, so that its time is proven
    before the evidence is written (EN 319 142-1 §6.3 allows either for B-T).
    """
    source, out = TokenSource(timestamper, url), io.BytesIO(pdf)
    reserved = margin(await token_size(source))
    if any(_without_time(s) for s in _signatures(out, settled)):
        await append_timestamp(open_for_signing(out.getvalue(), into=out), source, reserved)
    evidence = paths.open_evidence(trust)
    try:
        await _collect(out, settled, evidence, source)
        await append_evidence(out, evidence, source, level=level, reserved=reserved)
    finally:
        await evidence.close()
    return out.getvalue()


async def _collect(out: io.BytesIO, settled: Collection[str], evidence: Evidence, source: TokenSource) -> None:
    """Every path the new evidence has to carry; certvalidator keeps the answers and lists it fetched."""
    for signature in _signatures(out, settled):
        evidence.paths += await paths_behind(signature, evidence)
    for stamp in Revision(out).prev.embedded_timestamp_signatures[-1:]:
        evidence.paths.append(await path(stamp.signed_data, evidence.authority, purpose={"time_stamping"}))
    evidence.paths += [found async for found in source.validation_paths(evidence.authority)]


def _signatures(out: io.BytesIO, settled: Collection[str]) -> Iterator[EmbeddedPdfSignature]:
    reader = open_for_signing(out.getvalue()).prev
    return (s for s in reader.embedded_regular_signatures if s.field_name not in settled)


def _without_time(signature: EmbeddedPdfSignature) -> bool:
    """Neither a token inside nor a document timestamp after it."""
    if next(extract_tst_data_iter(signature.signer_info, signed=False), None) is not None:
        return False
    stamps = signature.reader.embedded_timestamp_signatures
    return not any(stamp.signed_revision > signature.signed_revision for stamp in stamps)
