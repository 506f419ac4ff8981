"""A pyHanko signer around any function that makes raw signatures."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import Any

from asn1crypto import cms as asn1_cms
from asn1crypto import x509 as asn1_x509
from asn1crypto.algos import SignedDigestAlgorithm
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.sign.signers import Signer
from pyhanko_certvalidator.registry import SimpleCertificateStore

from signing.engine.template import Template
from signing.keyfile import KeyMaterial, SignerKey
from signing.settled import SettledCertificate, SettledContainer, encoded_once
from signing.values import digest_for

RawSign = Callable[[bytes, str], bytes]
"""(data, digest algorithm) -> signature value; software key, token or remote service."""

_HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}


class CmsSigner(Signer):
    """Holds a loaded key for a whole batch: pyHanko's own signer reloads and checks it twice a document.

    ``size`` is the longest signature value in bytes, so that a dry run costs no signature; by default the
    certificate's key tells.
    """

    def __init__(
        self, sign: RawSign, certificate: x509.Certificate, chain: Sequence[x509.Certificate], size: int | None = None
    ) -> None:
        store = SimpleCertificateStore()
        store.register_multiple([as_asn1(c) for c in chain if c.issuer != c.subject])
        super().__init__(signing_cert=as_asn1(certificate), cert_registry=store, embed_roots=False)
        self._sign = sign
        self._size = _longest(certificate) if size is None else size
        self._templates: dict[str, Template] = {}
        self.certificate = certificate
        self.digest = digest_for(certificate)
        self._mechanisms: dict[str | None, SignedDigestAlgorithm] = {}

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        return bytes(self._size) if dry_run else self._sign(data, digest_algorithm)

    def get_signature_mechanism_for_digest(self, digest_algorithm: str | None) -> SignedDigestAlgorithm:
        """Put together once, not twice a document."""
        if digest_algorithm not in self._mechanisms:
            self._mechanisms[digest_algorithm] = super().get_signature_mechanism_for_digest(digest_algorithm)
        return self._mechanisms[digest_algorithm]

    async def async_sign(
        self, data_digest: bytes, digest_algorithm: str, dry_run: bool = False, *others: Any, **options: Any
    ) -> asn1_cms.ContentInfo:
        """The container of a PAdES signature from its template; whatever else is asked for, the library's own."""
        if dry_run or others or not _plain(options):
            return await self._built(data_digest, digest_algorithm, dry_run, *others, **options)
        template = await self._template(digest_algorithm)
        attributes = template.attributes(data_digest)
        value = await self.async_sign_raw(attributes, digest_algorithm)
        stamper, token = options.get("timestamper"), None
        if stamper is not None:
            digest = hashlib.new(digest_algorithm, value).digest()
            token = (await stamper.async_timestamp(digest, digest_algorithm)).dump()
        return SettledContainer.settle(template.container(attributes, value, token))

    async def _built(self, *args: Any, **options: Any) -> asn1_cms.ContentInfo:
        """pyHanko's container, encoded once: see :mod:`signing.settled`."""
        return SettledContainer.settle(encoded_once(await super().async_sign(*args, **options)))

    async def _template(self, digest_algorithm: str) -> Template:
        if digest_algorithm not in self._templates:
            size = hashlib.new(digest_algorithm).digest_size
            sample = await self._built(bytes(size), digest_algorithm, dry_run=True, use_pades=True)
            self._templates[digest_algorithm] = Template(sample.dump())
        return self._templates[digest_algorithm]


def _plain(options: dict[str, Any]) -> bool:
    """Whether the template has all that is asked for: PAdES, and no attribute beyond the baseline's."""
    settings = options.get("signed_attr_settings")
    extra = settings is not None and (settings.cades_signed_attrs or settings.adobe_revinfo_attr)
    return bool(options.get("use_pades")) and not extra and not options.get("encap_content_info")


def software_signer(material: KeyMaterial) -> CmsSigner:
    """RSA PKCS#1 v1.5 or ECDSA with a key in this process's memory."""
    return CmsSigner(raw_sign(material.key), material.certificate, material.chain)


def _longest(certificate: x509.Certificate) -> int:
    """Bytes of the longest signature value; ECDSA's is DER of two numbers."""
    key = certificate.public_key()
    if isinstance(key, ec.EllipticCurvePublicKey):
        return 2 * (key.key_size // 8 + 1) + 10
    return key.key_size // 8 if isinstance(key, rsa.RSAPublicKey) else 0


def raw_sign(key: SignerKey) -> RawSign:
    """Bind *key* once; the function is called per document."""

    def sign(data: bytes, digest_algorithm: str) -> bytes:
        algorithm = _HASHES[digest_algorithm]
        if isinstance(key, ec.EllipticCurvePrivateKey):
            return key.sign(data, ec.ECDSA(algorithm))
        return key.sign(data, padding.PKCS1v15(), algorithm)

    return sign


def as_asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return SettledCertificate.settle(certificate.public_bytes(Encoding.DER))
