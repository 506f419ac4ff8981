"""Raw signatures from a token's key, each one checked before it is believed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pkcs11 as p11
from asn1crypto import algos, core
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from pkcs11.mechanisms import Mechanism
from pkcs11.util.ec import encode_ecdsa_signature

from signing.errors import Refused, SigningError
from signing.hsm import Holder, translated
from signing.keyfile import CURVES

_HASHES = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}
_RSA = {"sha256": Mechanism.SHA256_RSA_PKCS, "sha384": Mechanism.SHA384_RSA_PKCS, "sha512": Mechanism.SHA512_RSA_PKCS}


def token_sign(holder: Holder) -> Callable[[bytes, str], bytes]:
    """(data, digest algorithm) -> signature value.

    Once the token has failed it is not asked again in this batch: a token that was pulled out and put
    back would need its PIN anew. Raises :class:`~signing.errors.SigningError`.
    """
    public = _strong(holder)
    failure: list[SigningError] = []

    def sign(data: bytes, digest: str) -> bytes:
        if failure:
            raise failure[0]
        try:
            value = _rsa(holder, data, digest) if isinstance(public, rsa.RSAPublicKey) else _ecdsa(holder, data, digest)
        except p11.PKCS11Error as error:
            failure.append(translated(error))
            raise failure[0] from error
        _require_match(public, value, data, digest)
        return value

    return sign


def _strong(holder: Holder) -> rsa.RSAPublicKey | ec.EllipticCurvePublicKey:
    public = holder.certificate.public_key()
    if isinstance(public, rsa.RSAPublicKey) and public.key_size >= 2048:
        return public
    if isinstance(public, ec.EllipticCurvePublicKey) and isinstance(public.curve, CURVES):
        return public
    raise Refused("algoritma_lemah")


def _rsa(holder: Holder, data: bytes, digest: str) -> bytes:
    """Hashed on the token where it can, else PKCS#1 v1.5 over a DigestInfo made here (RFC 8017 §9.2)."""
    if _RSA[digest] in holder.mechanisms:
        return bytes(holder.key.sign(data, mechanism=_RSA[digest]))
    algorithm = algos.DigestAlgorithm({"algorithm": digest, "parameters": core.Null()})
    info = algos.DigestInfo({"digest_algorithm": algorithm, "digest": hashlib.new(digest, data).digest()})
    return bytes(holder.key.sign(info.dump(), mechanism=Mechanism.RSA_PKCS))


def _ecdsa(holder: Holder, data: bytes, digest: str) -> bytes:
    """The raw mechanism: SoftHSM and many cards know no other. r and s side by side become DER."""
    raw = holder.key.sign(hashlib.new(digest, data).digest(), mechanism=Mechanism.ECDSA)
    return bytes(encode_ecdsa_signature(raw))


def _require_match(public: Any, value: bytes, data: bytes, digest: str) -> None:
    """A key that is not the certificate's would make a file that nobody can verify."""
    algorithm = _HASHES[digest]
    try:
        if isinstance(public, rsa.RSAPublicKey):
            public.verify(value, data, padding.PKCS1v15(), algorithm)
        else:
            public.verify(value, data, ec.ECDSA(algorithm))
    except InvalidSignature as error:
        raise Refused("kunci_tidak_cocok") from error
