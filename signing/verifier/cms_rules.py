"""The CMS container: every field that no signature protects is checked against one that it does."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import hashlib
from collections.abc import Iterator

from asn1crypto import cms, core
from asn1crypto import x509 as asn1_x509
from pyhanko.sign.general import find_cms_attribute_iter
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter

from signing.verifier.report import Finding

STRONG_DIGESTS = {"sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512", "shake256"}
_ESS = ("signing_certificate_v2", "signing_certificate")
_WEAK = "Algoritma tanda tangan terlalu lemah ({}). Tanda tangan tidak dapat diandalkan."


def check_cms(signed: cms.SignedData, certificate: asn1_x509.Certificate, *, token: bool) -> Iterator[Finding]:
    """Findings about one SignedData; *token* for RFC 3161 tokens, else a detached PDF signature.

    PAdES has to name its certificate (EN 319 142-1 §6.3), the older CMS of ISO 32000-1 §12.8.3.3 need not; common
    libraries forget it when they claim PAdES. What is not named is for a person to judge (EN 319 102-1 §5.2.8).
    """
    yield from _check_shape(signed, token=token)
    info = signed["signer_infos"][0]
    yield from _check_strength(info, certificate)
    yield from _check_attributes(info, certificate, token=token)
    for inner in extract_tst_data_iter(info, signed=False) if not token else ():
        leaf = _leaf(inner)
        if leaf is None:
            yield Finding.against("Penanda waktu tidak membawa sertifikat otoritasnya.")
        else:
            yield from check_cms(inner, leaf, token=True)


def _check_shape(signed: cms.SignedData, *, token: bool) -> Iterator[Finding]:
    """RFC 5652 §5.1: versions and digestAlgorithms repeat what the signer info says."""
    content = signed["encap_content_info"]
    expected = "tst_info" if token else "data"
    has_content = not isinstance(content["content"], core.Void)
    if content["content_type"].native != expected or has_content != token:
        yield Finding.against("Isi kriptografis tanda tangan tidak sesuai standar.")
    infos = signed["signer_infos"]
    if len(infos) != 1:
        yield Finding.against("Satu wadah tanda tangan harus berisi tepat satu penanda tangan.")
    digests = {algorithm["algorithm"].native for algorithm in signed["digest_algorithms"]}
    own = {info["digest_algorithm"]["algorithm"].native for info in infos}
    if digests != own:
        yield Finding.against("Kepala wadah tanda tangan tidak cocok dengan isinya.")
    if signed["version"].native != _version(signed, token=token):
        yield Finding.undecided("Nomor versi wadah tanda tangan tidak sesuai standar.")
    if not all(_nothing_left_over(sequence) for sequence in (signed, *infos)):
        yield Finding.against("Wadah tanda tangan berisi data yang tidak dikenal.")


def _version(signed: cms.SignedData, *, token: bool) -> str:
    """The only version that RFC 5652 §5.1 allows for this content."""
    kinds = {choice.name for choice in signed["certificates"]} if signed["certificates"] else set()
    if "other" in kinds or any(choice.name == "other" for choice in signed["crls"] or ()):
        return "v5"
    if "v2_attr_cert" in kinds:
        return "v4"
    later = token or "v1_attr_cert" in kinds or any(i["version"].native == "v3" for i in signed["signer_infos"])
    return "v3" if later else "v1"


def _nothing_left_over(sequence: core.Sequence) -> bool:
    """The parser skips what it cannot name, for instance a timestamp whose tag was altered."""
    parts = (sequence[name] for name, *_ in sequence._fields)
    return sum(len(part.dump()) for part in parts if not isinstance(part, core.Void)) == len(sequence.contents)


def _check_strength(info: cms.SignerInfo, certificate: asn1_x509.Certificate) -> Iterator[Finding]:
    digest = info["digest_algorithm"]["algorithm"].native
    mechanism = info["signature_algorithm"]["algorithm"].native
    if digest not in STRONG_DIGESTS or "sha1" in mechanism or "md5" in mechanism:
        yield Finding.against(_WEAK.format(digest))
    key = certificate.public_key
    if (key.algorithm == "rsa" and key.bit_size < 2048) or (key.algorithm == "ec" and key.bit_size < 256):
        yield Finding.against(_WEAK.format(f"{key.algorithm} {key.bit_size} bit"))
    if info["version"].native not in {"v1", "v3"} or (info["version"].native == "v1") != (
        info["sid"].name == "issuer_and_serial_number"
    ):
        yield Finding.against("Kepala wadah tanda tangan tidak cocok dengan isinya.")


def _check_attributes(info: cms.SignerInfo, certificate: asn1_x509.Certificate, *, token: bool) -> Iterator[Finding]:
    """Signed attributes bind content type, digest and the certificate itself (ESS, RFC 5035)."""
    attributes = info["signed_attrs"]
    types = [v.native for v in find_cms_attribute_iter(attributes, "content_type")]
    digests = list(find_cms_attribute_iter(attributes, "message_digest"))
    if types != ["tst_info" if token else "data"] or len(digests) != 1:
        yield Finding.against("Atribut wajib tanda tangan (jenis isi atau sidik isi) tidak ada.")
    if not token and not _names_certificate(attributes):
        yield Finding.undecided(
            "Tanda tangan ini tidak menyebut sertifikatnya; kaitan keduanya tidak dapat dipastikan."
        )
    elif not _bound(attributes, certificate):
        yield Finding.against("Tanda tangan tidak terikat pada sertifikat penanda tangannya.")


def _names_certificate(attributes: cms.CMSAttributes) -> bool:
    return any(next(find_cms_attribute_iter(attributes, kind), None) is not None for kind in _ESS)


def _bound(attributes: cms.CMSAttributes, certificate: asn1_x509.Certificate) -> bool:
    der = certificate.dump()
    second = next(find_cms_attribute_iter(attributes, "signing_certificate_v2"), None)
    if second is not None:
        first = second["certs"][0]
        algorithm = first["hash_algorithm"]["algorithm"].native or "sha256"
        return bool(first["cert_hash"].native == hashlib.new(algorithm, der).digest())
    old = next(find_cms_attribute_iter(attributes, "signing_certificate"), None)
    # RFC 2634 fixes SHA-1 for the old attribute; it identifies a certificate that is verified anyway.
    return old is not None and old["certs"][0]["cert_hash"].native == hashlib.sha1(der).digest()


def _leaf(signed: cms.SignedData) -> asn1_x509.Certificate | None:
    """The certificate of the only signer."""
    sid = signed["signer_infos"][0]["sid"]
    for choice in signed["certificates"]:
        certificate = choice.chosen
        if choice.name != "certificate":
            continue
        if sid.name == "issuer_and_serial_number":
            same = certificate.issuer.hashable == sid.chosen["issuer"].hashable
            if same and certificate.serial_number == sid.chosen["serial_number"].native:
                return certificate
        elif certificate.key_identifier == sid.chosen.native:
            return certificate
    return None
