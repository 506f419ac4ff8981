"""Evidence of other authorities: whatever kind of key proves it, and nothing else."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

from signing.devpki import profiles
from signing.verifier.cabinet import Pool, _answer_holds, _list_holds

KINDS = {
    "Ed25519": (ed25519.Ed25519PrivateKey.generate(), None),
    "Ed448": (ed448.Ed448PrivateKey.generate(), None),
    "P-521": (ec.generate_private_key(ec.SECP521R1()), hashes.SHA512()),
    "RSA": (rsa.generate_private_key(65537, 2048), hashes.SHA256()),
}
NOW = datetime.now(UTC).replace(microsecond=0)


def _authority(key, algorithm):
    name = profiles.name("Penerbit")
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(7).not_valid_before(NOW).not_valid_after(NOW + timedelta(days=9))
    return made.sign(key, algorithm)


def _answer(certificate, key, algorithm):
    made = ocsp.OCSPResponseBuilder().add_response(
        certificate, certificate, hashes.SHA256(), ocsp.OCSPCertStatus.GOOD, NOW, NOW + timedelta(days=1), None, None
    )
    made = made.responder_id(ocsp.OCSPResponderEncoding.NAME, certificate)
    return made.sign(key, algorithm).public_bytes(Encoding.DER)


def _list(certificate, key, algorithm):
    made = x509.CertificateRevocationListBuilder().issuer_name(certificate.subject).last_update(NOW)
    return made.next_update(NOW + timedelta(days=1)).sign(key, algorithm).public_bytes(Encoding.DER)


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_and_a_list_hold_by_the_key_of_their_authority_only(kind):
    certificate = _authority(*KINDS[kind])
    pool = Pool()
    pool.add([certificate.public_bytes(Encoding.DER)])
    strangers = Pool()
    for other, row in KINDS.items():
        if other != kind:
            strangers.add([_authority(*row).public_bytes(Encoding.DER)])
    for make, holds in ((_answer, _answer_holds), (_list, _list_holds)):
        made = make(certificate, *KINDS[kind])
        assert holds(made, pool)
        assert not holds(made, strangers)
