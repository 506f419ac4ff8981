"""Addresses, accounts, and answers of any shape."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signing import OutcomeStatus, Secret
from signing.csc import CscError, FolderAccounts, Profile
from signing.csc.answers import failure
from signing.csc.credential import Factor, read
from signing.csc.desk import shown_for
from signing.errors import ConfigurationError, SignerMissing
from signing.remote.connection import Answer
from tests.signing.conftest import CITRA


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("csc://tsp.example/csc/v2", "https://tsp.example/csc/v2"),
        ("csc+http://10.1.2.3:8080/csc/v1/", "http://10.1.2.3:8080/csc/v1"),
        ("csc+https://tsp.example?timeout=9", "https://tsp.example"),
    ],
)
def test_an_address(address, url):
    assert Profile.from_url(address, "a", Secret("b")).url == url


@pytest.mark.parametrize(
    "address", ["https://tsp.example", "csc://", "csc://nama:sandi@tsp.example", "csc://a?pin=1", "csc://a?timeout=0"]
)
def test_an_address_that_is_none(address):
    with pytest.raises(ConfigurationError, match="Alamat CSC salah"):
        Profile.from_url(address, "a", Secret("b"))


def test_accounts_in_a_folder(tmp_path, pki):
    (tmp_path / "budi.json").write_text(json.dumps({"credential": "GX0112348"}))
    (tmp_path / "rusak.json").write_text("{")
    (tmp_path / "citra.json").write_text(json.dumps({"user": "citra"}))
    (tmp_path / "citra.pem").write_bytes((pki.signers / f"{CITRA.who}.pem").read_bytes())
    accounts = FolderAccounts(tmp_path)
    assert accounts.find("budi").credential == "GX0112348"
    assert accounts.find("citra").certificate is not None
    with pytest.raises(SignerMissing):
        accounts.find("../budi")
    with pytest.raises(ConfigurationError):
        accounts.find("rusak")


def _v2(objects, expression=None, mode="explicit"):
    return {"auth": {"mode": mode, "objects": objects, **({"expression": expression} if expression else {})}}


PIN2, TOTP = {"type": "Password", "id": "PIN"}, {"type": "Password", "id": "Kode", "generator": "totp"}
SMS, FACE = {"type": "ChallengeResponse", "id": "SMS"}, {"type": "Biometric", "id": "FACE"}
PHONE = {"type": "ChallengeResponseOOB", "id": "HP"}
WAYS = {
    "v1 implicit": ({"authMode": "implicit"}, ()),
    "v1 browser": ({"authMode": "oauth2code"}, None),
    "v1 pin": ({"authMode": "explicit", "PIN": {"presence": "true"}}, (Factor("PIN"),)),
    "v1 pin and online code": (
        {"authMode": "explicit", "PIN": {"presence": True}, "OTP": {"presence": "true", "type": "online"}},
        (Factor("PIN"), Factor("OTP", code=True, sent=True)),
    ),
    "v1 optional code only": (
        {"authMode": "explicit", "OTP": {"presence": "optional", "type": "offline"}},
        (Factor("OTP", code=True),),
    ),
    "v2 pin and totp": (_v2([PIN2, TOTP], "PIN AND Kode"), (Factor("PIN"), Factor("Kode", code=True))),
    "v2 without expression": (_v2([PIN2]), (Factor("PIN"),)),
    "v2 the way we can walk": (_v2([FACE, SMS], "FACE OR SMS"), (Factor("SMS", code=True, sent=True),)),
    "v2 on the telephone": (_v2([PHONE], "HP"), (Factor("HP", code=True, sent=True, outside=True),)),
    "v2 unknown only": (_v2([FACE]), None),
    "v2 three at once": (_v2([PIN2, TOTP, SMS]), None),
    "v2 nested": (_v2([PIN2, TOTP, SMS], "(PIN OR Kode) AND SMS"), None),
    "v2 browser": (_v2([], mode="oauth2code"), None),
}


def _data(pki, **more):
    pem = (pki.signers / f"{CITRA.who}.pem").read_text().splitlines()
    body = "".join(line for line in pem if "CERTIFICATE" not in line)
    key = {"status": "enabled", "algo": ["1.2.840.113549.1.1.11"], "len": 2048}
    return {"key": key, "cert": {"status": "valid", "certificates": [body]}, "multisign": 5, **more}


@pytest.mark.parametrize("name", WAYS)
def test_the_ways_of_giving_leave(name, pki):
    more, factors = WAYS[name]
    assert read("x", _data(pki, **more)).factors == factors


def test_what_was_typed_goes_to_whom_it_belongs(pki):
    both = read("x", _data(pki, **_v2([SMS, PIN2], "SMS AND PIN")))
    assert shown_for(both, Secret(" pin dengan spasi 123456 ")) == {"PIN": "pin dengan spasi", "SMS": "123456"}


@pytest.mark.parametrize(
    ("error", "signing", "status", "code"),
    [
        ("unsupported_grant_type", False, OutcomeStatus.RETRYABLE, "kredensial_penyedia"),
        ("invalid_scope", False, OutcomeStatus.RETRYABLE, "kredensial_penyedia"),
        ("temporarily_unavailable", False, OutcomeStatus.RETRYABLE, "penyedia_sibuk"),
        ("temporarily_unavailable", True, OutcomeStatus.RETRYABLE, "penyedia_sibuk"),
        ("server_error", False, OutcomeStatus.RETRYABLE, "penyedia_tidak_menjawab"),
        ("server_error", True, OutcomeStatus.UNKNOWN, "hasil_tidak_diketahui"),
    ],
)
def test_errors_of_oauth_that_are_no_refusal_of_a_document(error, signing, status, code):
    """RFC 6749 §4.1.2.1 and §5.2; CSC answers with HTTP 400 whatever the error is."""
    made = failure(Answer(400, {}, json.dumps({"error": error}).encode(), True), (), signing=signing)
    assert (made.status, made.code) == (status, code)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
NAMES = st.sampled_from(["error", "error_description", "errorCode", "errorDescription", "signatures", "SAD"])
BODIES = st.binary(max_size=100) | st.dictionaries(NAMES, VALUES, max_size=4).map(lambda d: json.dumps(d).encode())


@settings(max_examples=150, deadline=None)
@given(status=st.integers(200, 599), body=BODIES, whole=st.booleans(), signing=st.booleans())
def test_every_refusal_is_a_typed_error_and_only_clear_ones_say_not_signed(status, body, whole, signing):
    error = failure(Answer(status, {}, body, whole), ("rahasia",), signing=signing)
    assert error.text
    assert error.code
    if signing and error.status is not OutcomeStatus.UNKNOWN:
        assert (400 <= status < 500 and whole) or 300 <= status < 400 or status == 503
    if not signing:
        assert error.status is not OutcomeStatus.UNKNOWN


NOISE = st.dictionaries(st.sampled_from(["key", "cert", "auth", "PIN", "OTP", "authMode", "multisign"]), VALUES)


@settings(max_examples=150, deadline=None)
@given(data=NOISE)
def test_a_credential_that_makes_no_sense_is_a_typed_error(data):
    with pytest.raises(CscError):
        read("x", data)
