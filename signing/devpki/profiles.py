"""Certificate profiles of the development PKI: as a warning-free production PKI would issue them.

The profiles follow what EU DSS and NSS want: nonRepudiation and emailProtection on signers, the
direct issuer at the first caIssuers address, OCSP and CRL addresses on everything below the root.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import (
    AuthorityInformationAccessOID as Access,
)
from cryptography.x509.oid import (
    ExtendedKeyUsageOID as Purpose,
)
from cryptography.x509.oid import (
    NameOID,
)

from signing.certificates import DEVELOPMENT_MARK

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
PublicKey = rsa.RSAPublicKey | ec.EllipticCurvePublicKey
Extension = tuple[x509.ExtensionType, bool]

_CURVES: dict[str, ec.EllipticCurve] = {"P-256": ec.SECP256R1(), "P-384": ec.SECP384R1()}
KEY_KINDS = ("RSA-2048", "RSA-3072", *_CURVES)
UNIT = f"{DEVELOPMENT_MARK} - TIDAK SAH UNTUK DINAS"
YEAR = timedelta(days=365)
# QCStatements ::= { { id-etsi-qcs-QcType, { id-etsi-qct-eseal } } }
SEAL_STATEMENT = x509.UnrecognizedExtension(
    x509.ObjectIdentifier("1.3.6.1.5.5.7.1.3"),
    bytes.fromhex("30153013060604008e4601063009060704008e46010602"),
)


@dataclass(frozen=True)
class Authority:
    """A CA: its certificate and key, and where its revocation data is served."""

    label: str
    certificate: x509.Certificate
    key: PrivateKey


def name(common: str, *, nip: str | None = None, organisation: str | None = None) -> x509.Name:
    """Every subject says in its OU that it is for development.

    A legal person is named as ETSI EN 319 412-3 §4.2.1 wants it: with an organizationIdentifier.
    """
    parts = [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "ID"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation or "docservice"),
        x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, UNIT),
        x509.NameAttribute(NameOID.COMMON_NAME, common),
    ]
    if nip:
        parts.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, nip))
    if organisation:
        parts.append(x509.NameAttribute(NameOID.ORGANIZATION_IDENTIFIER, "NTRID-PENGEMBANGAN"))
    return x509.Name(parts)


def new_key(kind: str) -> PrivateKey:
    """A private key of one of :data:`KEY_KINDS`."""
    if kind in _CURVES:
        return ec.generate_private_key(_CURVES[kind])
    return rsa.generate_private_key(65537, {"RSA-2048": 2048, "RSA-3072": 3072}[kind])


def root(common: str, key: PrivateKey) -> x509.Certificate:
    """Self-signed anchor, thirty years."""
    subject = name(common)
    builder = _start(subject, subject, key.public_key(), None, datetime.now(UTC) + 30 * YEAR)
    return _finish(builder, ca_extensions(path_length=1), key.public_key(), key)


def issue(
    by: Authority,
    subject: x509.Name,
    key: PublicKey,
    extensions: list[Extension],
    base_url: str,
    *,
    valid_from: datetime | None = None,
    valid_until: datetime | None = None,
) -> x509.Certificate:
    """A certificate below *by*, carrying the addresses of the development services."""
    until = valid_until or datetime.now(UTC) + 3 * YEAR
    builder = _start(subject, by.certificate.subject, key, valid_from, until)
    authority_key = by.certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    akid = x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(authority_key)
    return _finish(builder, [*extensions, (akid, False), *_addresses(by, base_url)], key, by.key)


def ca_extensions(path_length: int) -> list[Extension]:
    return [(x509.BasicConstraints(ca=True, path_length=path_length), True), (_usage(ca=True), True)]


def signer_extensions(*, seal: bool = False) -> list[Extension]:
    """A seal says so: qcStatements with QcType eseal, ETSI EN 319 412-5 §4.2.3."""
    extensions: list[Extension] = [
        (_leaf(), True),
        (_usage(sign=True, commit=True), True),
        (x509.ExtendedKeyUsage([Purpose.EMAIL_PROTECTION]), False),
    ]
    return [*extensions, (SEAL_STATEMENT, False)] if seal else extensions


def tsa_extensions() -> list[Extension]:
    purpose = x509.ExtendedKeyUsage([Purpose.TIME_STAMPING])
    return [(_leaf(), True), (_usage(sign=True), True), (purpose, True)]


def responder_extensions() -> list[Extension]:
    return [
        (_leaf(), True),
        (_usage(sign=True), True),
        (x509.ExtendedKeyUsage([Purpose.OCSP_SIGNING]), False),
        (x509.OCSPNoCheck(), False),
    ]


def _leaf() -> x509.BasicConstraints:
    return x509.BasicConstraints(ca=False, path_length=None)


def _usage(*, ca: bool = False, sign: bool = False, commit: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=sign,
        content_commitment=commit,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=ca,
        crl_sign=ca,
        encipher_only=False,
        decipher_only=False,
    )


def _addresses(by: Authority, base: str) -> list[Extension]:
    """The root answers by CRL only; the issuing CA by OCSP and CRL."""
    issuer = x509.AccessDescription(Access.CA_ISSUERS, x509.UniformResourceIdentifier(f"{base}/ca/{by.label}.cer"))
    ocsp = x509.AccessDescription(Access.OCSP, x509.UniformResourceIdentifier(f"{base}/ocsp"))
    crl = x509.DistributionPoint([x509.UniformResourceIdentifier(f"{base}/crl/{by.label}.crl")], None, None, None)
    access = [issuer] if by.label == "root" else [ocsp, issuer]
    return [(x509.AuthorityInformationAccess(access), False), (x509.CRLDistributionPoints([crl]), False)]


def _start(
    subject: x509.Name, issuer: x509.Name, key: PublicKey, since: datetime | None, until: datetime
) -> x509.CertificateBuilder:
    builder = x509.CertificateBuilder(issuer_name=issuer, subject_name=subject)
    builder = builder.public_key(key).serial_number(x509.random_serial_number())
    since = since or datetime.now(UTC) - timedelta(hours=1)
    return builder.not_valid_before(since).not_valid_after(until)


def _finish(
    builder: x509.CertificateBuilder, extensions: list[Extension], key: PublicKey, by: PrivateKey
) -> x509.Certificate:
    extensions = [*extensions, (x509.SubjectKeyIdentifier.from_public_key(key), False)]
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical=critical)
    return builder.sign(by, hashes.SHA256())
