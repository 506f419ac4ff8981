"""Certificate paths and their revocation data, collected once per batch."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from asn1crypto import cms
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.generic_cms import extract_certs_for_validation, extract_tst_data_iter
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import PathError, ValidationError
from pyhanko_certvalidator.path import ValidationPath

from signing.engine.cms import CmsSigner
from signing.engine.tokens import TokenSource
from signing.settled import SettledCertificate
from signing.trust import TrustStore


@dataclass
class Evidence:
    """Paths of signer and authorities, and the contexts that hold the OCSP answers and CRLs fetched."""

    signer: ValidationContext
    authority: ValidationContext
    paths: list[ValidationPath]

    async def close(self) -> None:
        await self.signer.aclose()
        await self.authority.aclose()


def open_evidence(trust: TrustStore) -> Evidence:
    """``require``: where a status cannot be fetched no file is made, rather than a quietly weaker one."""
    return Evidence(_context(trust, trust.anchors), _context(trust, (*trust.anchors, *trust.tsa_anchors)), [])


async def collect(evidence: Evidence, signer: CmsSigner, source: TokenSource) -> None:
    """Build and check every path below the anchors. Raises certvalidator's path errors."""
    validator = CertificateValidator(
        signer.signing_cert, intermediate_certs=signer.cert_registry, validation_context=evidence.signer
    )
    paths = [await validator.async_validate_usage({"non_repudiation"})]
    paths += [path async for path in source.validation_paths(evidence.authority)]
    evidence.paths = paths


async def collect_earlier(evidence: Evidence, earlier: list[EmbeddedPdfSignature]) -> None:
    """Paths of signatures already in the file, so that the new archive timestamp keeps them too.

    As far as they can be had: what a stranger signed before does not keep this signer from signing.
    """
    for signature in earlier:
        with contextlib.suppress(PathError, ValidationError):
            evidence.paths += await paths_behind(signature, evidence)


def certificates_behind(signatures: list[EmbeddedPdfSignature]) -> Iterator[bytes]:
    """Whose status the evidence for these signatures is about: signers and their timestamps' authorities."""
    for signature in signatures:
        yield signature.signer_cert.dump()
        for token in extract_tst_data_iter(signature.signer_info, signed=False):
            yield extract_certs_for_validation(token).signer_cert.dump()


async def paths_behind(signature: EmbeddedPdfSignature, evidence: Evidence) -> list[ValidationPath]:
    """The signer's path and those of its timestamps' authorities. Raises certvalidator's path errors."""
    usage = {"non_repudiation"} if _commits(signature) else {"digital_signature"}
    found = [await path(signature.signed_data, evidence.signer, usage=usage)]
    for token in extract_tst_data_iter(signature.signer_info, signed=False):
        found.append(await path(token, evidence.authority, purpose={"time_stamping"}))
    return found


async def path(
    signed: cms.SignedData,
    context: ValidationContext,
    *,
    usage: set[str] | None = None,
    purpose: set[str] | None = None,
) -> ValidationPath:
    """The path of whoever signed this container, with the certificates that came along."""
    certificates = extract_certs_for_validation(signed)
    validator = CertificateValidator(
        certificates.signer_cert, intermediate_certs=certificates.other_certs, validation_context=context
    )
    found: ValidationPath = await validator.async_validate_usage(usage or set(), extended_key_usage=purpose)
    return found


def _commits(signature: EmbeddedPdfSignature) -> bool:
    """Foreign signers may have digitalSignature alone; the verifier accepts either (ETSI TS 119 172-4)."""
    usage = signature.signer_cert.key_usage_value
    return usage is None or "non_repudiation" in usage.native


def _context(trust: TrustStore, anchors: tuple[bytes, ...]) -> ValidationContext:
    return ValidationContext(
        trust_roots=[SettledCertificate.settle(der) for der in anchors],
        other_certs=[SettledCertificate.settle(der) for der in trust.intermediates],
        allow_fetching=True,
        revocation_mode="require",
    )
