"""One batch: key, timestamps and revocation data are opened once and used for every document."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import io
from dataclasses import dataclass

from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.validation import EmbeddedPdfSignature

from signing.engine import paths
from signing.engine.archive import append_evidence, margin, token_size
from signing.engine.cms import CmsSigner
from signing.engine.locks import require_open
from signing.engine.paths import Evidence
from signing.engine.stamp import stamp_lines
from signing.engine.tokens import TokenSource
from signing.engine.writer import Revision, choose_field, looks, open_for_signing, write_into
from signing.ports import LEVELS, SigningRequest
from signing.timestamps import Timestamper
from signing.trust import TrustStore


@dataclass
class Session:
    """Signs documents at one level. ``source`` and ``evidence`` are there when the level needs them."""

    signer: CmsSigner
    level: str
    source: TokenSource | None
    evidence: Evidence | None
    reserved: int
    token_reserved: int
    trust: TrustStore
    wider: Evidence | None = None
    people: frozenset[bytes] = frozenset()

    async def sign(self, request: SigningRequest) -> bytes:
        """The signed file: the input's bytes, unchanged, with revisions after them."""
        revision = open_for_signing(request.pdf)
        earlier = revision.earlier
        out = await self._signature(request, revision, earlier)
        if self.evidence is not None and self.source is not None:
            evidence = await self._evidence_with(earlier)
            await append_evidence(out, evidence, self.source, level=self.level, reserved=self.token_reserved)
        return out.getvalue()

    async def close(self) -> None:
        for evidence in (self.evidence, self.wider):
            if evidence is not None:
                await evidence.close()

    async def _evidence_with(self, earlier: list[EmbeddedPdfSignature]) -> Evidence:
        """The batch's evidence; where others signed before, evidence that holds theirs too.

        The documents of a batch mostly went through the same hands, so the last one's is kept.
        """
        assert self.evidence is not None and self.source is not None  # noqa: PT018 - the caller has asked
        if not earlier:
            return self.evidence
        people = frozenset(paths.certificates_behind(earlier))
        if self.wider is None or people != self.people:
            if self.wider is not None:
                await self.wider.close()
            self.people, self.wider = people, paths.open_evidence(self.trust)
            await paths.collect(self.wider, self.signer, self.source)
            await paths.collect_earlier(self.wider, earlier)
        return self.wider

    async def _signature(
        self, request: SigningRequest, revision: Revision, earlier: list[EmbeddedPdfSignature]
    ) -> io.BytesIO:
        name, spec = choose_field(revision, request)
        require_open(earlier, name)
        if request.stamp and spec is None:
            write_into(revision, name, stamp_lines(self.signer.subject_name or "", request.reason))
        metadata = PdfSignatureMetadata(
            field_name=name,
            md_algorithm=self.signer.digest,
            subfilter=SigSeedSubFilter.PADES,
            reason=request.reason,
            location=request.location,
            certify=request.certify,
            docmdp_permissions=MDPPerm(request.permissions),
        )
        signer = PdfSigner(
            metadata,
            self.signer,
            timestamper=self.source,
            stamp_style=looks(request, self.signer.subject_name or ""),
            new_field_spec=spec,
        )
        out = io.BytesIO()
        await signer.async_sign_pdf(
            revision, existing_fields_only=spec is None, bytes_reserved=self.reserved, output=out
        )
        return out


async def open_session(signer: CmsSigner, level: str, timestamper: Timestamper, url: str, trust: TrustStore) -> Session:
    """Contact everything the level needs before the first document is touched.

    Raises :class:`~signing.errors.TimestampUnavailable` and certvalidator's path errors.
    """
    source = TokenSource(timestamper, url) if LEVELS.index(level) >= LEVELS.index("B-T") else None
    token = await token_size(source) if source else 0
    evidence = None
    if source is not None and level in {"B-LT", "B-LTA"}:
        evidence = paths.open_evidence(trust)
        try:
            await paths.collect(evidence, signer, source)
        except BaseException:
            await evidence.close()
            raise
    return Session(signer, level, source, evidence, _reserve(signer, token), margin(token), trust)


def _reserve(signer: CmsSigner, token: int) -> int:
    """Hex digits for the CMS, known beforehand: pyHanko's estimate costs a whole dry run per document."""
    certificates = [signer.signing_cert, *signer.cert_registry]
    return 2 * (sum(len(c.dump()) for c in certificates if c is not None) + 2_000) + margin(token)
