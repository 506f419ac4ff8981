"""On the wire: TLS that is checked, results fetched a second time, and answers nobody asked for."""

import datetime
import ipaddress
import socket
import ssl
import threading

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from signing import OutcomeStatus, Secret, SigningRequest
from signing.simulator_bsre import Simulator
from tests.signing.bsre.conftest import one
from tests.signing.conftest import CITRA

SIGNED, REFUSED, RETRYABLE, UNKNOWN = OutcomeStatus
LOST = (UNKNOWN, "hasil_tidak_diketahui")


@pytest.fixture(scope="module")
def pem(tmp_path_factory):
    """A certificate for 127.0.0.1 that is its own issuer."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.datetime.now(datetime.UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "PENGEMBANGAN")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(now).not_valid_after(now + datetime.timedelta(days=1))
    address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    builder = builder.add_extension(x509.SubjectAlternativeName([address]), critical=False)
    file = tmp_path_factory.mktemp("tls") / "server.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(private + builder.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM))
    return file


@pytest.fixture
def secured(office, pem):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(pem)
    with Simulator(office, tls=context) as running:
        yield running


def test_a_server_whose_certificate_nobody_vouches_for_is_told_nothing(bsre, office, secured, plain):
    outcome = one(bsre("v2", url=secured.url), plain)
    assert (outcome.status, outcome.provider_code) == (RETRYABLE, "penyedia_tidak_menjawab")
    assert office.ledger.entries() == []


def test_the_agencys_own_issuer_can_be_named(bsre, secured, plain, pem):
    assert one(bsre("v2", url=secured.url, ca=pem), plain).status is SIGNED


def test_an_issuer_file_that_is_not_there_is_told_nothing_either(bsre, office, secured, plain, tmp_path):
    outcome = one(bsre("v2", url=secured.url, ca=tmp_path / "tidak-ada"), plain)
    assert outcome.status is RETRYABLE
    assert office.ledger.entries() == []


def test_a_result_whose_id_is_known_settles_an_unknown_and_only_once(bsre, office, plain):
    signer, request = bsre("v1"), SigningRequest("x", plain)
    signed = one(signer, plain)
    number = office.keep(signed.pdf)
    settled = signer.settle(CITRA.who, request, number, level="B-LTA")
    assert (settled.status, settled.level) == (SIGNED, "B-LTA")
    again = signer.settle(CITRA.who, request, number)
    assert (again.status, again.provider_code) == LOST
    assert number in (again.provider_text or "")
    assert again.provider_reference == number
    assert signer.settle(CITRA.who, request, "../../user/status").status is UNKNOWN
    assert [entry.signed for entry in office.ledger.calls(plain)] == [1]


def test_a_result_of_another_document_does_not_settle(bsre, office, plain, sign):
    other = sign(b"%PDF-1.4\n" + plain[9:], level="B-T")
    outcome = bsre("v1").settle(CITRA.who, SigningRequest("x", plain), office.keep(other))
    assert (outcome.status, outcome.provider_code) == (REFUSED, "hasil_bukan_lanjutan")


def test_no_address_holds_a_nik_or_a_secret(bsre, office, plain):
    old, new = bsre("v1"), bsre("v2", by_totp=True)
    one(old, plain)
    old.settle(CITRA.who, SigningRequest("x", plain), "tidak-ada")
    new.ask_code(CITRA.who, 1)
    one(new, plain, passphrase=office.mail[-1][1])
    assert (old.health().available, new.health().available) == (True, True)
    assert set(office.ledger.addresses) == {
        "/api/sign/pdf",
        "/api/sign/download/tidak-ada",
        "/api/v2/sign/get/totp",
        "/api/v2/sign/pdf",
        "/api/v2/user/check/status",
    }


@pytest.fixture
def rude():
    """A server that says one thing to whoever calls, then hangs up."""
    said: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve():
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                with connection:
                    connection.recv(65536)
                    connection.sendall(said[0])

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", said
        listening.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize(
    "answer", [b"", b"bukan http", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n%PDF-", b"\x16\x03"]
)
def test_what_is_not_an_answer_is_unknown(bsre, rude, plain, answer, monkeypatch):
    monkeypatch.setattr("signing.bsre.batch.require_active", lambda *_: None)
    url, said = rude
    said.append(answer)
    for api in ("v1", "v2"):
        outcome = one(bsre(api, url=url), plain)
        assert (outcome.status, outcome.provider_code) == LOST


def test_a_redirect_is_not_followed_with_a_passphrase_in_hand(bsre, rude, office, simulator, plain, monkeypatch):
    monkeypatch.setattr("signing.bsre.batch.require_active", lambda *_: None)
    url, said = rude
    said.append(f"HTTP/1.1 307 X\r\nLocation: {simulator.url}/api/v2/sign/pdf\r\nContent-Length: 0\r\n\r\n".encode())
    outcome = one(bsre("v2", url=url), plain)
    assert (outcome.status, outcome.provider_code) == (RETRYABLE, "alamat_penyedia")
    assert office.ledger.entries() == []


def test_a_trouble_of_our_own_is_the_documents_and_not_the_batchs(bsre, plain, monkeypatch):
    def broken(request, name):
        raise MemoryError(request.reference)

    signer = bsre("v2")
    monkeypatch.setattr("signing.bsre.batch.stamp_for", broken)
    outcomes = signer.sign_batch(CITRA.who, [SigningRequest(n, plain) for n in "ab"], Secret("x"), level="B-T")
    assert {(o.status, o.provider_code) for o in outcomes} == {(REFUSED, "kesalahan_internal")}


def test_a_trouble_of_our_own_after_the_server_signed_is_unknown(bsre, plain, monkeypatch):
    def broken(*_, **__):
        raise MemoryError

    monkeypatch.setattr("signing.bsre.acceptance.validate", broken)
    assert one(bsre("v2"), plain).status is UNKNOWN
