"""Signature values that were made elsewhere: which keys count as strong, and whether a value is what it should be."""

from __future__ import annotations

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from signing.errors import Refused
from signing.keyfile import CURVES

Public = rsa.RSAPublicKey | ec.EllipticCurvePublicKey
_HASHES = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}


def strong_key(certificate: x509.Certificate) -> Public:
    """RSA of 2048 bits or more, or a known curve. Raises :class:`~signing.errors.Refused` (``algoritma_lemah``)."""
    public = certificate.public_key()
    if isinstance(public, rsa.RSAPublicKey) and public.key_size >= 2048:
        return public
    if isinstance(public, ec.EllipticCurvePublicKey) and isinstance(public.curve, CURVES):
        return public
    raise Refused("algoritma_lemah")


def digest_for(certificate: x509.Certificate) -> str:
    """As strong as the curve (ETSI TS 119 312 §7.2): SHA-384 for P-384, SHA-512 for P-521, else SHA-256."""
    key = certificate.public_key()
    if isinstance(key, ec.EllipticCurvePublicKey):
        return {384: "sha384", 521: "sha512"}.get(key.key_size, "sha256")
    return "sha256"


def matches(public: Public, value: bytes, data: bytes, digest: str) -> bool:
    """Whether *value* signs *data*: PKCS#1 v1.5, or ECDSA in DER."""
    algorithm = _HASHES[digest]
    try:
        if isinstance(public, rsa.RSAPublicKey):
            public.verify(value, data, padding.PKCS1v15(), algorithm)
        else:
            public.verify(value, data, ec.ECDSA(algorithm))
    except InvalidSignature:
        return False
    return True


def in_der(public: Public, value: bytes, data: bytes, digest: str) -> bytes:
    """ECDSA's r and s side by side, as some services give them, in DER; anything else as it came."""
    if isinstance(public, rsa.RSAPublicKey) or matches(public, value, data, digest):
        return value
    half = (public.key_size + 7) // 8
    if len(value) != 2 * half:
        return value
    return encode_dss_signature(int.from_bytes(value[:half], "big"), int.from_bytes(value[half:], "big"))
