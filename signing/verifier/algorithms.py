"""Until when a way of signing counts as sound, after ETSI TS 119 312 and EU DSS's default policy.

MD5, SHA-1, RSA below 2048 bits and curves below 256 are refused at any date (:mod:`signing.verifier.cms_rules`): they
ended between 2004 and 2019, before the first signature that belongs into an archive of today.
"""

from __future__ import annotations

from datetime import UTC, datetime

from asn1crypto import cms

_PKCS1_ENDS = datetime(2029, 1, 1, tzinfo=UTC)
"""RSA with PKCS#1 v1.5 padding, of any length; PSS and elliptic curves have no end yet."""


def sound_until(info: cms.SignerInfo) -> datetime | None:
    """None for ways without an end."""
    mechanism = info["signature_algorithm"]["algorithm"].native
    return _PKCS1_ENDS if mechanism.endswith("_rsa") or mechanism == "rsassa_pkcs1v15" else None


def outlived(info: cms.SignerInfo, moment: datetime, proven: datetime | None) -> bool:
    """Whether a signature is judged after its way of signing ended, without proof that it is older than that."""
    until = sound_until(info)
    if until is None or moment < until:
        return False
    return proven is None or proven >= until
