"""Evidence that no signature covers: certificates, OCSP answers and CRLs must each prove themselves.

Certificates in a CMS container are covered by nothing, nor is a DSS before its document timestamp. The
engine takes the first copy that works, so a damaged copy beside a good one would pass unseen.
"""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from asn1crypto import cms, parser
from asn1crypto.algos import SignedDigestAlgorithm
from asn1crypto.keys import PublicKeyInfo
from asn1crypto.ocsp import OCSPResponse
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509 import ocsp
from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.sign.validation import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko_certvalidator.sig_validate import DEFAULT_SIGNATURE_VALIDATOR

from signing.settled import raw_parts
from signing.trust import TrustStore
from signing.verifier.report import Finding
from signing.verifier.subject import Document, Subject, every_container

_BITS = 3
_KEYS = rsa.RSAPublicKey | ec.EllipticCurvePublicKey | ed25519.Ed25519PublicKey | ed448.Ed448PublicKey
_DAMAGED = Finding.against("Sertifikat atau bukti status di dalam berkas rusak atau diubah.")
_LOOSE = Finding.undecided("Berkas memuat sertifikat yang penerbitnya tidak diketahui.")


@dataclass
class Pool:
    """Certificates by subject name."""

    by_name: dict[bytes, list[x509.Certificate]] = field(default_factory=lambda: defaultdict(list))

    def add(self, ders: Iterable[bytes]) -> list[x509.Certificate]:
        """Load, remember and return them. ValueError when one is not a certificate."""
        found = [x509.load_der_x509_certificate(_in_octets(der)) for der in dict.fromkeys(ders)]
        for certificate in found:
            self.by_name[certificate.subject.public_bytes()].append(certificate)
        return found

    def proves(self, certificate: x509.Certificate) -> Finding | None:
        issuers = self.by_name.get(certificate.issuer.public_bytes(), [])
        if not issuers:
            return _LOOSE
        return None if any(_issued(certificate, issuer) for issuer in issuers) else _DAMAGED


def check_cabinet(document: Document, subjects: list[Subject], trust: TrustStore) -> Iterator[Finding]:
    """Every certificate in every container, and the whole DSS when nothing signed follows it."""
    pool = Pool()
    pool.add((*trust.anchors, *trust.tsa_anchors, *trust.intermediates))
    found = pool.add(der for s in subjects for c in every_container(s.signed_data) for der in _certificates(c))
    store = _store(document)
    if store is not None:
        stored = pool.add(c.dump() for c in store.load_certs())
        if _uncovered(document, subjects):
            found += stored
            yield from _check_answers(store, pool)
    for certificate in found:
        problem = pool.proves(certificate)
        if problem:
            yield problem


def _check_answers(store: DocumentSecurityStore, pool: Pool) -> Iterator[Finding]:
    answers = [r.get_object().read_data(DecodePurpose.OCSP_RESPONSE) for r in store.ocsps]
    lists = [r.get_object().read_data(DecodePurpose.CRL) for r in store.crls]
    good = all(_answer_holds(der, pool) for der in answers) and all(_list_holds(der, pool) for der in lists)
    if not good:
        yield _DAMAGED


def _answer_holds(der: bytes, pool: Pool) -> bool:
    response = ocsp.load_der_ocsp_response(der)
    raw = OCSPResponse.load(der)
    own = response.certificates
    for one in (raw["response_bytes"]["response"].contents, *(c.public_bytes(Encoding.DER) for c in own)):
        _in_octets(one)
    if any(pool.proves(certificate) for certificate in own):
        return False
    candidates = [*own, *(c for group in pool.by_name.values() for c in group)]
    algorithm = raw.basic_ocsp_response["signature_algorithm"]
    return any(_holds(response.signature, response.tbs_response_bytes, algorithm, one) for one in candidates)


def _holds(signature: bytes, data: bytes, algorithm: SignedDigestAlgorithm, by: x509.Certificate) -> bool:
    key = by.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    try:
        DEFAULT_SIGNATURE_VALIDATOR.validate_signature(signature, data, PublicKeyInfo.load(key), algorithm)
    except (InvalidSignature, AssertionError, ValueError):  # another kind of key
        return False
    return True


def _list_holds(der: bytes, pool: Pool) -> bool:
    crl = x509.load_der_x509_crl(_in_octets(der))
    keys = (c.public_key() for c in pool.by_name.get(crl.issuer.public_bytes(), []))
    fit = (key for key in keys if isinstance(key, _KEYS))
    return any(crl.is_signature_valid(key) for key in fit)


def _in_octets(der: bytes) -> bytes:
    """*der*, whose signature value is whole octets: how many bits of it do not count is a word no signature covers.

    Raises ValueError.
    """
    values = (parser.parse(part) for part in raw_parts(parser.parse(der)[4]))
    if any(tag == _BITS and content[:1] != b"\0" for _, _, tag, _, content, _ in values):
        raise ValueError("bits")
    return der


def _uncovered(document: Document, subjects: list[Subject]) -> bool:
    """Whether bytes behind the last covered one exist at all: then the DSS may be among them."""
    return max((s.end for s in subjects), default=0) < len(document.data)


def _store(document: Document) -> DocumentSecurityStore | None:
    try:
        return DocumentSecurityStore.read_dss(document.reader)
    except NoDSSFoundError:
        return None


def _certificates(signed: cms.SignedData) -> list[bytes]:
    return [choice.chosen.dump() for choice in signed["certificates"] if choice.name == "certificate"]


def _issued(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True
