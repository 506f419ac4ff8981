"""Raw signatures from a token's key, each one checked before it is believed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pkcs11 as p11
from asn1crypto import algos, core
from cryptography.hazmat.primitives.asymmetric import rsa
from pkcs11.mechanisms import Mechanism
from pkcs11.util.ec import encode_ecdsa_signature

from signing.errors import Refused, SigningError
from signing.hsm import Holder, translated
from signing.values import matches, strong_key

_RSA = {"sha256": Mechanism.SHA256_RSA_PKCS, "sha384": Mechanism.SHA384_RSA_PKCS, "sha512": Mechanism.SHA512_RSA_PKCS}


def token_sign(holder: Holder) -> Callable[[bytes, str], bytes]:
    """(data, digest algorithm) -> signature value.

    Once the token has failed it is not asked again in this batch: a token that was pulled out and put
    back would need its PIN anew. Raises :class:`~signing.errors.SigningError`.
    """
    public = strong_key(holder.certificate)
    failure: list[SigningError] = []

    def sign(data: bytes, digest: str) -> bytes:
        if failure:
            raise failure[0]
        try:
            value = _rsa(holder, data, digest) if isinstance(public, rsa.RSAPublicKey) else _ecdsa(holder, data, digest)
        except p11.PKCS11Error as error:
            failure.append(translated(error))
            raise failure[0] from error
        if not matches(public, value, data, digest):  # a key that is not the certificate's: nobody could verify it
            raise Refused("kunci_tidak_cocok")
        return value

    return sign


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
