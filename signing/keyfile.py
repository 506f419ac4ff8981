"""Opening a PKCS#12 file: one place where a passphrase meets a key."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from asn1crypto import pkcs12 as asn1_pkcs12
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12

from signing.certificates import only_for_machines
from signing.errors import Refused
from signing.secret import Secret

CURVES = (ec.SECP256R1, ec.SECP384R1, ec.SECP521R1)
"""The curves of ETSI TS 119 312 that every validator knows."""
SignerKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True)
class KeyMaterial:
    """A private key in memory, its certificate, and the issuers that came along."""

    key: SignerKey = field(repr=False)
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]


def open_p12(path: Path, secret: Secret) -> KeyMaterial:
    """Raises :class:`~signing.errors.Refused`: ``passphrase_salah``, ``kunci_rusak``, ``algoritma_lemah``."""
    data = path.read_bytes()
    _require_container(data)
    try:
        content = pkcs12.load_pkcs12(data, secret.reveal().encode())
    except ValueError as error:
        raise Refused("passphrase_salah") from error
    if content.key is None or content.cert is None:
        raise Refused("kunci_rusak")
    key = _strong(content.key)
    chain = tuple(extra.certificate for extra in content.additional_certs)
    return KeyMaterial(key, content.cert.certificate, chain)


def require_fit(certificate: x509.Certificate, at: datetime | None = None) -> None:
    """Raises :class:`~signing.errors.Refused` outside the certificate's own dates, and for one not made for signing."""
    at = at or datetime.now(UTC)
    if at > certificate.not_valid_after_utc:
        raise Refused("sertifikat_kedaluwarsa")
    if at < certificate.not_valid_before_utc:
        raise Refused("sertifikat_belum_berlaku")
    if only_for_machines(certificate) or not _may_sign(certificate):
        raise Refused("sertifikat_tidak_sesuai")


def _may_sign(certificate: x509.Certificate) -> bool:
    """RFC 5280 §4.2.1.3; without the extension nothing is forbidden."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment


def _require_container(data: bytes) -> None:
    """Tell a damaged file from a wrong passphrase: the library gives one error for both."""
    try:
        asn1_pkcs12.Pfx.load(data, strict=True)["auth_safe"]["content"].native  # noqa: B018 - parses
    except (ValueError, TypeError, KeyError) as error:
        raise Refused("kunci_rusak") from error


def _strong(key: object) -> SignerKey:
    if isinstance(key, rsa.RSAPrivateKey) and key.key_size >= 2048:
        return key
    if isinstance(key, ec.EllipticCurvePrivateKey) and isinstance(key.curve, CURVES):
        return key
    raise Refused("algoritma_lemah")
