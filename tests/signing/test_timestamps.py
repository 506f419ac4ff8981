"""The RFC 3161 client believes nothing it has not checked."""

import hashlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from asn1crypto import cms, tsp
from cryptography import x509

from signing import ConfigurationError, Timestamper, TimestampUnavailable
from signing.devpki.files import load_authority
from signing.devpki.tsa import TimestampAuthority
from tests.signing.conftest import free_port

DIGEST = hashlib.sha256(b"naskah").digest()


@pytest.fixture
def authority():
    """An authority that answers whatever the test wants."""
    answers: Any = {"body": b"", "status": 200}

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            request = self.rfile.read(int(self.headers["Content-Length"]))
            body = answers["body"](request) if callable(answers["body"]) else answers["body"]
            self.send_response(answers["status"])
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    answers["url"] = f"http://127.0.0.1:{server.server_port}/"
    yield answers
    server.shutdown()
    server.server_close()
    thread.join()


def real_answer(pki, request, **changes):
    """The development authority's answer to a changed request."""
    parsed = tsp.TimeStampReq.load(request)
    for key, value in changes.items():
        parsed[key] = value
    from signing.devpki.services import Application

    return Application(pki).timestamps.answer(parsed.dump())


def test_a_token_is_over_what_was_asked(pki):
    token = cms.ContentInfo.load(Timestamper([pki.tsa_url]).token(DIGEST))
    info = token["content"]["encap_content_info"]["content"].parsed
    assert info["message_imprint"]["hashed_message"].native == DIGEST


def test_the_end_of_the_authoritys_certificate_is_known(pki):
    until = x509.load_pem_x509_certificate((pki.directory / "ca" / "tsa.pem").read_bytes()).not_valid_after_utc
    assert Timestamper([pki.tsa_url]).good_until() == until


@pytest.mark.parametrize("algorithm", ["sha256", "sha384", "sha512"])
def test_strong_digests_are_stamped(pki, algorithm):
    assert Timestamper([pki.tsa_url]).token(hashlib.new(algorithm, b"x").digest(), algorithm)


def test_a_weak_digest_is_refused_by_the_authority(pki):
    with pytest.raises(TimestampUnavailable):
        Timestamper([pki.tsa_url]).token(hashlib.sha1(b"x").digest(), "sha1")


@pytest.mark.parametrize("body", [b"", b"<html>", b"\x30\x03\x02\x01\x00", b"x" * 1_100_000])
def test_an_answer_that_is_no_token_is_no_token(authority, body):
    authority["body"] = body
    with pytest.raises(TimestampUnavailable):
        Timestamper([authority["url"]], timeout=3).token(DIGEST)


def test_an_error_page_is_no_token(authority, pki):
    authority["status"] = 503
    with pytest.raises(TimestampUnavailable) as error:
        Timestamper([authority["url"]]).token(DIGEST)
    assert error.value.code == "tsa_tidak_tersedia"


def test_a_token_for_another_nonce_is_a_replay(authority, pki):
    authority["body"] = lambda request: real_answer(pki, request, nonce=5)
    with pytest.raises(TimestampUnavailable):
        Timestamper([authority["url"]]).token(DIGEST)


def test_a_token_over_another_digest_is_refused(authority, pki):
    imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": bytes(32)}
    authority["body"] = lambda request: real_answer(pki, request, message_imprint=imprint)
    with pytest.raises(TimestampUnavailable):
        Timestamper([authority["url"]]).token(DIGEST)


def spoiled(pki, place):
    """The authority's answers with one byte changed: in the signature, or in what it signs."""

    def answer(request):
        real = bytearray(real_answer(pki, request))
        token = cms.ContentInfo.load(tsp.TimeStampResp.load(bytes(real))["time_stamp_token"].dump())["content"]
        info = token["signer_infos"][0]
        where = {
            "signature": info["signature"].contents,
            "attributes": info["signed_attrs"].contents,
            "content": token["encap_content_info"]["content"].parsed["serial_number"].contents,
        }[place]
        real[bytes(real).rindex(where) + len(where) - 1] ^= 1
        return bytes(real)

    return answer


@pytest.mark.parametrize("place", ["signature", "attributes", "content"])
def test_a_token_whose_signature_does_not_hold_never_gets_into_a_file(place, authority, pki):
    authority["body"] = spoiled(pki, place)
    with pytest.raises(TimestampUnavailable):
        Timestamper([authority["url"]]).token(DIGEST)


def test_a_token_from_a_certificate_that_may_not_stamp_is_refused(authority, pki):
    issuing = load_authority(pki.directory / "ca", "issuing")
    responder = load_authority(pki.directory / "ca", "ocsp")
    wrong = TimestampAuthority(responder.certificate, issuing.certificate, responder.key)
    authority["body"] = wrong.answer
    with pytest.raises(TimestampUnavailable):
        Timestamper([authority["url"]]).token(DIGEST)


def test_the_next_authority_is_asked_when_one_fails(authority, pki):
    closed = f"http://127.0.0.1:{free_port()}/"
    assert Timestamper([closed, authority["url"], pki.tsa_url], timeout=1).token(DIGEST)


def test_the_detail_names_the_authority_and_not_the_digest():
    port = free_port()
    with pytest.raises(TimestampUnavailable) as error:
        Timestamper([f"http://127.0.0.1:{port}/"], timeout=1).token(DIGEST)
    assert str(port) in error.value.detail


def test_no_authority_means_no_token():
    with pytest.raises(TimestampUnavailable):
        Timestamper([]).token(DIGEST)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://a/b", "tsa"])
def test_only_http_addresses_are_taken(url):
    with pytest.raises(ConfigurationError):
        Timestamper([url])
