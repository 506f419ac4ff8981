"""Reading names, dates and the NIP out of certificates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.x509.oid import ExtendedKeyUsageOID as Purpose
from cryptography.x509.oid import NameOID

from signing.errors import SignerMissing
from signing.ports import Identity

DEVELOPMENT_MARK = "PENGEMBANGAN"
_STATEMENTS = x509.ObjectIdentifier("1.3.6.1.5.5.7.1.3")
_SEAL_TYPE = bytes.fromhex("060704008e46010602")  # DER of id-etsi-qct-eseal, 0.4.0.1862.1.6.2
_MACHINES = {Purpose.SERVER_AUTH, Purpose.CODE_SIGNING, Purpose.TIME_STAMPING, Purpose.OCSP_SIGNING}
_NIP = re.compile(r"(?<!\d)\d{18}(?!\d)")


def pinned_identity(certificate: x509.Certificate | None) -> Identity:
    """Of a person whose key a provider keeps. Raises :class:`~signing.errors.SignerMissing` when none is pinned."""
    if certificate is None:
        raise SignerMissing("sertifikat_tidak_ada")
    return identity_of(certificate)


def identity_of(certificate: x509.Certificate) -> Identity:
    """Shape the certificate's own statements."""
    return Identity(
        common_name=first(certificate.subject, NameOID.COMMON_NAME) or certificate.subject.rfc4514_string(),
        nip=nip_of(certificate.subject),
        not_before=certificate.not_valid_before_utc,
        not_after=certificate.not_valid_after_utc,
        serial=f"{certificate.serial_number:x}",
        issuer=first(certificate.issuer, NameOID.COMMON_NAME) or certificate.issuer.rfc4514_string(),
        organisation=first(certificate.subject, NameOID.ORGANIZATION_NAME),
        seal=is_seal(certificate),
    )


def is_seal(certificate: x509.Certificate) -> bool:
    """Whether it is a legal person's: QcType eseal (ETSI EN 319 412-5 §4.2.3) or an organisation's identifier."""
    try:
        statements = certificate.extensions.get_extension_for_oid(_STATEMENTS).value
    except x509.ExtensionNotFound:
        return first(certificate.subject, NameOID.ORGANIZATION_IDENTIFIER) is not None
    return isinstance(statements, x509.UnrecognizedExtension) and _SEAL_TYPE in statements.value


def nip_of(name: x509.Name) -> str | None:
    """The 18-digit NIP in serialNumber, UID or another attribute of the subject, in that order."""
    preferred = (NameOID.SERIAL_NUMBER, NameOID.USER_ID)
    attributes = sorted(name, key=lambda a: a.oid not in preferred)
    for attribute in attributes:
        found = _NIP.search(str(attribute.value))
        if found:
            return found.group()
    return None


def only_for_machines(certificate: x509.Certificate) -> bool:
    """Whether its purposes (RFC 5280 §4.2.1.12) name services only, so that no person or office signs with it."""
    try:
        purposes = set(certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value)
    except x509.ExtensionNotFound:
        return False
    return purposes <= _MACHINES


def is_development(certificate: x509.Certificate) -> bool:
    """Whether the certificate calls itself one of a development PKI."""
    units = certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATIONAL_UNIT_NAME)
    return any(DEVELOPMENT_MARK in str(unit.value) for unit in units)


def first(name: x509.Name, oid: x509.ObjectIdentifier) -> str | None:
    """The first attribute of that kind in a distinguished name."""
    found = name.get_attributes_for_oid(oid)
    return str(found[0].value) if found else None


def issuers_of(certificate: x509.Certificate, known: Sequence[x509.Certificate]) -> list[x509.Certificate]:
    """The chain above *certificate* as far as *known* leads, nearest first, the root included."""
    chain: list[x509.Certificate] = []
    while issuer := next((c for c in known if c not in chain and _issued_by(certificate, c)), None):
        chain.append(issuer)
        certificate = issuer
    return chain


def _issued_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True
