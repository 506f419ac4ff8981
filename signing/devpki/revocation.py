"""OCSP answers and CRLs of the development PKI, made fresh from its files at every request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

from signing.devpki import files
from signing.devpki.profiles import Authority

if TYPE_CHECKING:  # the public names are aliases mypy cannot follow
    from cryptography.hazmat.bindings._rust.ocsp import OCSPRequest, OCSPResponse

# An answer starts a little in the past so that two clocks, or two calls in a second, do not disagree.
_BACKDATE = timedelta(minutes=2)
_VALIDITY = timedelta(days=7)


@dataclass(frozen=True)
class Revocation:
    """Answers for *directory* with keys held in memory."""

    directory: Path
    root: Authority
    issuing: Authority
    responder: Authority

    def ocsp(self, body: bytes) -> bytes:
        """An OCSPResponse (DER) for an OCSPRequest (DER)."""
        try:
            request = ocsp.load_der_ocsp_request(body)
            serial = request.serial_number
        except ValueError:
            return _unsuccessful(ocsp.OCSPResponseStatus.MALFORMED_REQUEST)
        if not (self.directory / "issued" / f"{serial:x}.pem").exists() or not self._is_ours(request):
            return _unsuccessful(ocsp.OCSPResponseStatus.UNAUTHORIZED)
        return self._response(request, serial).public_bytes(Encoding.DER)

    def crl(self, label: str) -> bytes:
        """The CRL (DER) of ``root`` or ``issuing``. Raises KeyError for any other label."""
        authority = {"root": self.root, "issuing": self.issuing}[label]
        now = datetime.now(UTC)
        builder = x509.CertificateRevocationListBuilder(issuer_name=authority.certificate.subject)
        builder = builder.last_update(now - _BACKDATE).next_update(now + _VALIDITY)
        builder = builder.add_extension(_authority_key(authority), critical=False)
        builder = builder.add_extension(x509.CRLNumber(int(now.timestamp())), critical=False)
        for serial, moment in self._revoked().items() if label == "issuing" else ():
            entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(moment)
            builder = builder.add_revoked_certificate(entry.build())
        return builder.sign(authority.key, hashes.SHA256()).public_bytes(Encoding.DER)

    def _is_ours(self, request: OCSPRequest) -> bool:
        digest = hashes.Hash(request.hash_algorithm)
        digest.update(self.issuing.certificate.subject.public_bytes())
        return digest.finalize() == request.issuer_name_hash

    def _response(self, request: OCSPRequest, serial: int) -> OCSPResponse:
        now = datetime.now(UTC)
        revoked = self._revoked().get(serial)
        status = ocsp.OCSPCertStatus.REVOKED if revoked else ocsp.OCSPCertStatus.GOOD
        builder = ocsp.OCSPResponseBuilder().add_response_by_hash(
            issuer_name_hash=request.issuer_name_hash,
            issuer_key_hash=request.issuer_key_hash,
            serial_number=serial,
            algorithm=request.hash_algorithm,
            cert_status=status,
            this_update=now - (timedelta() if revoked else _BACKDATE),
            next_update=now + _VALIDITY,
            revocation_time=revoked,
            revocation_reason=None,
        )
        for extension in request.extensions:
            if isinstance(extension.value, x509.OCSPNonce):
                builder = builder.add_extension(extension.value, critical=False)
        own = self.responder.certificate
        builder = builder.responder_id(ocsp.OCSPResponderEncoding.HASH, own).certificates([own])
        return builder.sign(self.responder.key, hashes.SHA256())

    def _revoked(self) -> dict[int, datetime]:
        entries = files.read_json(self.directory / "revoked.json", {})
        return {int(serial, 16): datetime.fromisoformat(moment) for serial, moment in entries.items()}


def _authority_key(authority: Authority) -> x509.AuthorityKeyIdentifier:
    key = authority.certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    return x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(key)


def _unsuccessful(status: ocsp.OCSPResponseStatus) -> bytes:
    return ocsp.OCSPResponseBuilder.build_unsuccessful(status).public_bytes(Encoding.DER)
