"""PAdES signatures: signing, timestamps, long-term evidence, and the verifier.

Knows bytes, certificates and time; knows no Django, no employee and no decree.
"""

from signing.devpki import DevPki, DevServices, Person
from signing.errors import (
    ConfigurationError,
    Refused,
    SignerMissing,
    SigningError,
    TimestampUnavailable,
    Unavailable,
)
from signing.fields import FieldLock, FieldPlan
from signing.pkcs11 import Pkcs11Signer
from signing.ports import LEVELS, CodeSender, Identity, Outcome, OutcomeStatus, Placement, Signer, SigningRequest
from signing.preparing import Prepared, prepare
from signing.raising import raise_level, renew_archive
from signing.renewal import Renewal, renew_before
from signing.secret import Secret
from signing.software import SoftwareSigner
from signing.timestamps import Timestamper
from signing.trust import TrustStore
from signing.verifier import Report, SignatureReport, TimestampReport, Verdict, validate

__all__ = [
    "LEVELS",
    "CodeSender",
    "ConfigurationError",
    "DevPki",
    "DevServices",
    "FieldLock",
    "FieldPlan",
    "Identity",
    "Outcome",
    "OutcomeStatus",
    "Person",
    "Pkcs11Signer",
    "Placement",
    "Prepared",
    "Refused",
    "Renewal",
    "Report",
    "Secret",
    "SignatureReport",
    "Signer",
    "SignerMissing",
    "SigningError",
    "SigningRequest",
    "SoftwareSigner",
    "TimestampReport",
    "TimestampUnavailable",
    "Timestamper",
    "TrustStore",
    "Unavailable",
    "Verdict",
    "prepare",
    "raise_level",
    "renew_archive",
    "renew_before",
    "validate",
]
