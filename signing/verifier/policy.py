"""What the engine is told: whom to trust, which evidence to use, what may be fetched."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from typing import Any

from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.sign.validation import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.policy_decl import (
    CertificateFetchingRule,
    LocalKnowledge,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.ltv.types import ValidationTimingInfo
from pyhanko_certvalidator.policy_decl import REQUIRE_REVINFO, CertRevTrustPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager
from pyhanko_certvalidator.revinfo.archival import CRLContainer, OCSPContainer

from signing.settled import SettledAnswer, SettledCertificate, SettledList
from signing.trust import TrustStore
from signing.verifier.subject import Document


@dataclass(frozen=True)
class Circumstances:
    """Under what the whole file is judged."""

    trust: TrustStore
    at: datetime | None
    online: bool

    @cached_property
    def moment(self) -> datetime:
        """One for the whole file."""
        return self.at or datetime.now(UTC)


def timing(moment: datetime, *, now: bool) -> ValidationTimingInfo:
    return ValidationTimingInfo(moment, moment, point_in_time_validation=not now)


def specification(document: Document, trust: TrustStore, *, online: bool) -> SignatureValidationSpec:
    rule = RevinfoOnlineFetchingRule
    return SignatureValidationSpec(
        cert_validation_policy=_policy(trust.anchors),
        ts_cert_validation_policy=_policy((*trust.anchors, *trust.tsa_anchors)),
        revinfo_gathering_policy=RevocationInfoGatheringSpec(
            rule.NO_HISTORICAL_FETCH if online else rule.LOCAL_ONLY,
            # Addresses of certificates are the stranger's own words; those of OCSP and CRL come from
            # certificates that already lead to an anchor.
            certificate_fetching_rule=CertificateFetchingRule.NEVER_FETCH,
        ),
        local_knowledge=_knowledge(document, trust),
        key_usage_settings=KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"}),
    )


@lru_cache(maxsize=8)
def _policy(anchors: tuple[bytes, ...]) -> CertValidationPolicySpec:
    roots = [asn1_x509.Certificate.load(der) for der in anchors]
    return CertValidationPolicySpec(SimpleTrustManager.build(trust_roots=roots), CertRevTrustPolicy(REQUIRE_REVINFO))


@dataclass(frozen=True)
class _Answer(OCSPContainer):
    """Taken apart once: it is held against every certificate of the file."""

    @cached_property
    def _basic(self) -> Any:
        return super().extract_basic_ocsp_response()

    @cached_property
    def _single(self) -> Any:
        return super().extract_single_response()

    def extract_basic_ocsp_response(self) -> Any:
        return self._basic

    def extract_single_response(self) -> Any:
        return self._single


def _answers(der: bytes) -> list[OCSPContainer]:
    response = SettledAnswer.settle(der)
    return [_Answer(response, one.index) for one in OCSPContainer.load_multi(response)]


@lru_cache(maxsize=2)
def _knowledge(document: Document, trust: TrustStore) -> LocalKnowledge:
    """What the file's DSS and the trust directory bring along.

    The anchors too: judging the past, the engine looks for the issuer of a CRL among known certificates only.
    """
    known = (*trust.intermediates, *trust.anchors, *trust.tsa_anchors)
    certificates = [SettledCertificate.settle(der) for der in known]
    try:
        dss = DocumentSecurityStore.read_dss(document.reader)
    except NoDSSFoundError:
        return LocalKnowledge(known_certs=certificates)
    # Several signatures bring the same answers; each would be weighed for each certificate.
    answers = dict.fromkeys(r.get_object().read_data(DecodePurpose.OCSP_RESPONSE) for r in dss.ocsps)
    lists = dict.fromkeys(r.get_object().read_data(DecodePurpose.CRL) for r in dss.crls)
    return LocalKnowledge(
        known_ocsps=[answer for der in answers for answer in _answers(der)],
        known_crls=[CRLContainer(SettledList.settle(der)) for der in lists],
        known_certs=[*certificates, *(SettledCertificate.settle(c.dump()) for c in dss.load_certs())],
    )
