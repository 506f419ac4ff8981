"""Does a timestamp token hold together? Its signature, its digest, and the certificate it names.

Whether the authority is trusted is for the trust list to say; a token whose signature is wrong must not get
into a file at all, since the document would count as signed and be worth nothing.
"""

# mypy: allow-untyped-calls
# asn1crypto has no annotations.
from __future__ import annotations

import hashlib
from typing import Any

from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID

_HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}


def check_token(signed: cms.SignedData) -> None:
    """Raises ValueError, KeyError or InvalidSignature (RFC 3161 §2.4.2, RFC 5652 §5.4, RFC 5816)."""
    (info,) = signed["signer_infos"]
    certificate = _signer(signed, info)
    if ExtendedKeyUsageOID.TIME_STAMPING not in _purposes(certificate):
        raise ValueError("not a timestamping certificate")
    attributes = {a["type"].native: a["values"] for a in info["signed_attrs"]}
    digest = info["digest_algorithm"]["algorithm"].native
    content = signed["encap_content_info"]["content"].contents
    if attributes["message_digest"][0].native != hashlib.new(digest, content).digest():
        raise ValueError("digest")
    _require_named(attributes, certificate)
    # Signed as a SET, whatever tag it carries inside the container.
    _verify(certificate, info, b"\x31" + info["signed_attrs"].dump()[1:], _HASHES[digest])


def authority_of(token: bytes) -> x509.Certificate:
    """Whose certificate made this DER token. Raises ValueError when it does not carry it."""
    signed = cms.ContentInfo.load(token)["content"]
    return _signer(signed, signed["signer_infos"][0])


def _signer(signed: cms.SignedData, info: cms.SignerInfo) -> x509.Certificate:
    number = info["sid"].chosen["serial_number"].native
    found = (c.chosen for c in signed["certificates"] if c.name == "certificate")
    ders = [c.dump() for c in found if c.serial_number == number and c.issuer == info["sid"].chosen["issuer"]]
    if len(ders) != 1:
        raise ValueError("no certificate")
    return x509.load_der_x509_certificate(ders[0])


def _purposes(certificate: x509.Certificate) -> list[x509.ObjectIdentifier]:
    try:
        return list(certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value)
    except x509.ExtensionNotFound:
        return []


def _require_named(attributes: dict[str, Any], certificate: x509.Certificate) -> None:
    """signing-certificate binds the token to this very certificate; the older form does it with SHA-1."""
    kind = "signing_certificate_v2" if "signing_certificate_v2" in attributes else "signing_certificate"
    named = attributes[kind][0]["certs"][0]
    algorithm = named["hash_algorithm"]["algorithm"].native if kind.endswith("v2") else "sha1"
    own = certificate.fingerprint(_HASHES[algorithm] if algorithm in _HASHES else hashes.SHA1())
    if named["cert_hash"].native != own:
        raise ValueError("another certificate")


def _verify(certificate: x509.Certificate, info: cms.SignerInfo, data: bytes, algorithm: hashes.HashAlgorithm) -> None:
    key, value = certificate.public_key(), info["signature"].native
    if isinstance(key, ec.EllipticCurvePublicKey):
        key.verify(value, data, ec.ECDSA(algorithm))
    elif isinstance(key, rsa.RSAPublicKey):
        pss = info["signature_algorithm"]["algorithm"].native == "rsassa_pss"
        shape = padding.PSS(padding.MGF1(algorithm), padding.PSS.AUTO) if pss else padding.PKCS1v15()
        key.verify(value, data, shape, algorithm)
    else:
        raise ValueError("unknown key")
