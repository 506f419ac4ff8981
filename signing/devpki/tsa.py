"""A real timestamping authority with a development key (RFC 3161, RFC 5816)."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from asn1crypto import algos, cms, core, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from signing.devpki.profiles import PrivateKey
from signing.settled import encoded_once

POLICY = "1.3.6.1.4.1.58888.1.1"
_ACCEPTED = {"sha256", "sha384", "sha512"}
_LENGTHS = {"sha256": 32, "sha384": 48, "sha512": 64}


@dataclass(frozen=True)
class TimestampAuthority:
    """Signs tokens with an elliptic key; its issuer's certificate goes along."""

    certificate: x509.Certificate
    issuer: x509.Certificate
    key: PrivateKey

    def answer(self, body: bytes) -> bytes:
        """A TimeStampResp (DER) for a TimeStampReq (DER), rejected when it cannot be read or is weak."""
        try:
            request = tsp.TimeStampReq.load(body, strict=True)
            algorithm = request["message_imprint"]["hash_algorithm"]["algorithm"].native
            digest = request["message_imprint"]["hashed_message"].native
        except (ValueError, TypeError, KeyError):
            return _rejected("bad_data_format")
        if algorithm not in _ACCEPTED or len(digest) != _LENGTHS[algorithm]:
            return _rejected("bad_alg")
        return encoded_once(
            tsp.TimeStampResp({"status": {"status": "granted"}, "time_stamp_token": self._token(request)})
        )

    def _token(self, request: tsp.TimeStampReq) -> cms.ContentInfo:
        own = asn1_x509.Certificate.load(self.certificate.public_bytes(Encoding.DER))
        chain = [own, asn1_x509.Certificate.load(self.issuer.public_bytes(Encoding.DER))]
        info = encoded_once(_token_info(request))
        sha256 = algos.DigestAlgorithm({"algorithm": "sha256"})
        signed = {
            "version": "v3",
            "digest_algorithms": [sha256],
            "encap_content_info": {"content_type": "tst_info", "content": core.ParsableOctetString(info)},
            "certificates": [cms.CertificateChoices("certificate", c) for c in chain],
            "signer_infos": [self._signer_info(own, info)],
        }
        return cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(signed)})

    def _signer_info(self, own: asn1_x509.Certificate, info: bytes) -> cms.SignerInfo:
        attributes = _attributes(own, info)
        if not isinstance(self.key, ec.EllipticCurvePrivateKey):
            raise TypeError("the development TSA has an elliptic key")
        sid = cms.IssuerAndSerialNumber({"issuer": own.issuer, "serial_number": own.serial_number})
        return cms.SignerInfo(
            {
                "version": "v1",
                "sid": cms.SignerIdentifier("issuer_and_serial_number", sid),
                "digest_algorithm": {"algorithm": "sha256"},
                "signed_attrs": attributes,
                "signature_algorithm": {"algorithm": "sha256_ecdsa"},
                "signature": self.key.sign(encoded_once(attributes), ec.ECDSA(hashes.SHA256())),
            }
        )


def _token_info(request: tsp.TimeStampReq) -> tsp.TSTInfo:
    fields: dict[str, Any] = {
        "version": "v1",
        "policy": POLICY,
        "message_imprint": request["message_imprint"],
        "serial_number": secrets.randbits(63),
        "gen_time": datetime.now(UTC).replace(microsecond=0),
        "accuracy": {"seconds": 1},
    }
    if request["nonce"].native is not None:
        fields["nonce"] = request["nonce"]
    return tsp.TSTInfo(fields)


def _attributes(own: asn1_x509.Certificate, info: bytes) -> cms.CMSAttributes:
    identifier = tsp.ESSCertIDv2({"cert_hash": hashlib.sha256(own.dump()).digest()})
    values = {
        "content_type": "tst_info",
        "message_digest": hashlib.sha256(info).digest(),
        "signing_certificate_v2": tsp.SigningCertificateV2({"certs": [identifier]}),
    }
    return cms.CMSAttributes([cms.CMSAttribute({"type": k, "values": [v]}) for k, v in values.items()])


def _rejected(failure: str) -> bytes:
    status = {"status": "rejection", "fail_info": {failure}}
    return encoded_once(tsp.TimeStampResp({"status": status}))
