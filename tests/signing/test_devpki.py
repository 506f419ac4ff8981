"""The development PKI: repeatable, and its services really answer."""

import hashlib
import subprocess
import urllib.error
import urllib.request

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509 import ocsp

from signing import (
    DevPki,
    DevServices,
    Person,
    Secret,
    SigningRequest,
    SoftwareSigner,
    Timestamper,
    TrustStore,
)
from tests.signing.conftest import CITRA, PASSPHRASE, free_port


def bytes_of(directory):
    return {f: f.read_bytes() for f in directory.rglob("*") if f.is_file()}


def test_making_it_again_changes_nothing_and_new_people_are_added(tmp_path):
    DevPki.create(tmp_path, people=[CITRA], passphrase=PASSPHRASE, port=18001)
    before = bytes_of(tmp_path)
    DevPki.create(tmp_path, people=[CITRA], passphrase="lain", port=18002)
    assert bytes_of(tmp_path) == before
    again = DevPki.create(tmp_path, people=[CITRA, Person("baru", "Baru")], passphrase=PASSPHRASE)
    assert again.port == 18001
    after = bytes_of(tmp_path)
    assert before.items() <= after.items()
    assert (tmp_path / "signers" / "baru.p12") in after


def test_private_files_are_for_the_owner_only(pki):
    assert {f.stat().st_mode & 0o077 for f in pki.directory.rglob("*") if f.is_file()} == {0}


def test_its_files_sign_without_any_service(tmp_path):
    pki = DevPki.create(tmp_path, people=[CITRA], passphrase=PASSPHRASE, port=free_port())
    signer = SoftwareSigner(pki.signers, timestamper=Timestamper([]), trust=TrustStore.from_directory(pki.trust))
    from tests.signing import samples

    request = SigningRequest("x", samples.letter())
    (outcome,) = signer.sign_batch(CITRA.who, [request], Secret(PASSPHRASE), level="B-B")
    assert outcome.status == "signed"


def test_two_development_pkis_have_different_names(pki, tmp_path):
    other = DevPki.create(tmp_path, passphrase=PASSPHRASE, port=free_port())
    names = [x509.load_pem_x509_certificate((p.trust / "root.pem").read_bytes()).subject for p in (pki, other)]
    assert names[0] != names[1]


@pytest.mark.parametrize("label", ["root", "issuing"])
def test_each_authority_serves_its_certificate_and_its_list(pki, label):
    der = fetch(f"{pki.base_url}/ca/{label}.cer")
    certificate = x509.load_der_x509_certificate(der)
    crl = x509.load_der_x509_crl(fetch(f"{pki.base_url}/crl/{label}.crl"))
    assert crl.is_signature_valid(certificate.public_key())  # type: ignore[arg-type]  # the key is one that signs


def test_ocsp_answers_good_and_revoked(pki):
    pki.add(Person("sebentar", "Sebentar"), PASSPHRASE)
    assert status_of(pki, "sebentar") is ocsp.OCSPCertStatus.GOOD
    pki.revoke("sebentar")
    assert status_of(pki, "sebentar") is ocsp.OCSPCertStatus.REVOKED


def test_ocsp_knows_nothing_of_strangers(pki, tmp_path):
    stranger = DevPki.create(tmp_path, passphrase=PASSPHRASE, port=free_port())
    answer = ask_ocsp(pki, stranger.directory / "signers" / "segel.pem", stranger.directory)
    assert answer.response_status is ocsp.OCSPResponseStatus.UNAUTHORIZED


def test_ocsp_survives_nonsense(pki):
    answer = ocsp.load_der_ocsp_response(post(f"{pki.base_url}/ocsp", b"bukan ocsp"))
    assert answer.response_status is ocsp.OCSPResponseStatus.MALFORMED_REQUEST


def test_unknown_addresses_are_not_found(pki):
    for path in ("/lain", "/crl/lain.crl", "/ca/tsa.cer", "/ca/../pki.json"):
        with pytest.raises(urllib.error.HTTPError) as error:
            fetch(pki.base_url + path)
        assert error.value.code == 404
        error.value.close()


def test_openssl_accepts_the_timestamp(pki, tmp_path):
    data = tmp_path / "data"
    data.write_bytes(b"isi")
    token = tmp_path / "token"
    token.write_bytes(Timestamper([pki.tsa_url]).token(hashlib.sha256(b"isi").digest()))
    trust = pki.trust / "root.pem"
    command = ["openssl", "ts", "-verify", "-data", data, "-in", token, "-token_in", "-CAfile", trust]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Verification: OK" in done.stdout + done.stderr


def test_the_services_stop_when_told(tmp_path):
    DevPki.create(tmp_path, passphrase=PASSPHRASE, port=free_port())
    with DevServices(tmp_path) as services:
        assert fetch(services.pki.base_url) == b"PENGEMBANGAN\n"
    with pytest.raises(OSError, match="refused"):
        fetch(services.pki.base_url)


def fetch(url):
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url, timeout=5) as answer:
        return answer.read()


def post(url, body):
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url, data=body, timeout=5) as answer:
        return answer.read()


def ask_ocsp(pki, certificate, directory):
    subject = x509.load_pem_x509_certificate(certificate.read_bytes())
    issuer = x509.load_pem_x509_certificate((directory / "ca" / "issuing.pem").read_bytes())
    request = ocsp.OCSPRequestBuilder().add_certificate(subject, issuer, hashes.SHA256()).build()
    from cryptography.hazmat.primitives.serialization import Encoding

    return ocsp.load_der_ocsp_response(post(f"{pki.base_url}/ocsp", request.public_bytes(Encoding.DER)))


def status_of(pki, who):
    return ask_ocsp(pki, pki.signers / f"{who}.pem", pki.directory).certificate_status
