"""The small parts: addresses, accounts, refusals, coordinates, the breaker."""

import io
import json

import numpy as np
import pikepdf
import pypdfium2
import pytest
from cryptography.x509 import load_pem_x509_certificate
from reportlab.pdfgen.canvas import Canvas

from signing import ConfigurationError, OutcomeStatus, Secret, SignerMissing
from signing.bsre import FolderAccounts, Profile, Scope
from signing.bsre.answers import failure, told
from signing.bsre.geometry import Page
from signing.bsre.results import decoded, usable
from signing.remote.breaker import Breaker, breaker_of
from signing.remote.connection import Answer
from tests.signing import samples

SIGNED, REFUSED, RETRYABLE, UNKNOWN = OutcomeStatus


def profile(address):
    return Profile.from_url(address, "arsip", Secret("sandi"))


def test_tls_is_the_rule_and_plain_http_has_to_be_asked_for():
    assert profile("bsre://esign.contoh.go.id").url == "https://esign.contoh.go.id"
    assert profile("bsre+http://10.1.2.3:8080/esign/").url == "http://10.1.2.3:8080/esign"


def test_what_the_guide_leaves_open_is_an_option():
    found = profile("bsre://a.example?api=v1&corners=no&timeout=30")
    assert (found.api, found.corners, found.timeout, found.by_totp) == ("v1", False, 30.0, False)
    assert profile("bsre://a.example?secret=totp").by_totp


@pytest.mark.parametrize(
    "address",
    [
        "http://a.example",
        "bsre://",
        "bsre://nama:sandi@a.example",
        "bsre://a.example?api=v3",
        "bsre://a.example?api=v1&secret=totp",
        "bsre://a.example?timeout=0",
        "bsre://a.example?timeout=lama",
        "bsre://a.example?verify=no",
    ],
)
def test_an_address_that_says_anything_else_is_refused(address):
    with pytest.raises(ConfigurationError) as error:
        profile(address)
    assert "sandi" not in str(error.value)


def test_accounts_are_files_and_a_nik_keeps_its_zeros(tmp_path, pki):
    (tmp_path / "1971.json").write_text(json.dumps({"nik": "0012345678901234"}))
    (tmp_path / "1971.pem").write_bytes((pki.signers / "segel.pem").read_bytes())
    (tmp_path / "surel.json").write_text(json.dumps({"email": "a@contoh.go.id"}))
    found = FolderAccounts(tmp_path).find("1971")
    assert found.fields == {"nik": "0012345678901234"}
    assert found.certificate == load_pem_x509_certificate((tmp_path / "1971.pem").read_bytes())
    assert FolderAccounts(tmp_path).find("surel").fields == {"email": "a@contoh.go.id"}
    assert "0012345678901234" not in repr(found)


@pytest.mark.parametrize("content", ["", "[]", '{"nik": 12345}', '{"nik": "12345"}', '{"email": "x"}', '{"nik": 3174'])
def test_an_account_file_that_says_nothing_usable_is_a_configuration_error(tmp_path, content):
    (tmp_path / "satu.json").write_text(content)
    with pytest.raises(ConfigurationError) as error:
        FolderAccounts(tmp_path).find("satu")
    assert error.value.__cause__ is None


@pytest.mark.parametrize("who", ["tidak-ada", "../satu", "", "a/b", ".satu"])
def test_only_a_plain_name_becomes_a_path(tmp_path, who):
    (tmp_path / "satu.json").write_text('{"nik": "3174000000000001"}')
    with pytest.raises(SignerMissing):
        FolderAccounts(tmp_path / "x").find(who)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('{"error":"Passphrase anda salah","status_code":2031}', "2031"),
        ('{"error":"Passphrase anda salah","status_code":"2031"}', "2031"),
        ('{"error":"Proses signing gagal : User tidak terdaftar 2011","status_code":400}', "2011"),
        ('{"message":"gagal (2021)."}', "2021"),
        ('{"error":"halaman 12 dari 2026 lembar","status_code":400}', ""),
        ("bukan json", ""),
        ("[2031]", ""),
        ('{"error":{"dalam":"objek"}}', ""),
        ("[" * 100_000, ""),
    ],
)
def test_the_code_is_found_where_the_server_put_it(body, code):
    assert told(Answer(400, {}, body.encode()), ())[0] == code


@pytest.mark.parametrize(
    ("status", "body", "fate", "scope"),
    [
        (401, "", RETRYABLE, Scope.PROVIDER),
        (404, "", RETRYABLE, Scope.PROVIDER),
        (302, "", RETRYABLE, Scope.PROVIDER),
        (429, "", RETRYABLE, Scope.DOCUMENT),
        (400, "<html>", REFUSED, Scope.DOCUMENT),
        (413, "<html>", REFUSED, Scope.DOCUMENT),
        (500, '{"error":"Proses signing gagal : rusak"}', REFUSED, Scope.DOCUMENT),
        (500, '{"error":"Internal Server Error"}', UNKNOWN, Scope.DOCUMENT),
        (502, "<html>", UNKNOWN, Scope.DOCUMENT),
        (504, "<html>", UNKNOWN, Scope.DOCUMENT),
        (200, "", UNKNOWN, Scope.DOCUMENT),
        (200, '{"message":"sukses"}', UNKNOWN, Scope.DOCUMENT),
        (200, '{"error":"x","status_code":2021}', REFUSED, Scope.PERSON),
    ],
)
def test_only_an_answer_that_proves_it_means_nothing_was_signed(status, body, fate, scope):
    error = failure(Answer(status, {}, body.encode()), ())
    assert (error.status, error.scope) == (fate, scope)
    assert error.text


def test_markup_secrets_and_length_are_taken_out_of_the_words_shown():
    body = json.dumps({"error": "<b>kunci rahasia-7</b> 3174000000000001\n" + "x" * 500})
    text = told(Answer(400, {}, body.encode()), ("rahasia-7",))[1]
    assert "rahasia-7" not in text
    assert "3174000000000001" not in text
    assert not set("<>\n") & set(text)
    assert len(text) <= 300


def test_a_pdf_has_a_head_and_a_tail():
    assert usable(b"%PDF-1.7 x %%EOF\n")
    assert not usable(b"")
    assert not usable(b"%PDF-1.7 x")
    assert not usable(b'{"error":"%%EOF"}')
    assert decoded("%%%") == decoded(None) == decoded("QUJ") == b""


def dark(pdf):
    """(x, y, width, height) of what is drawn on the page as people see it, from the upper left, in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[0].render(scale=1, grayscale=True).to_numpy()
    rows, columns = np.nonzero(picture.reshape(picture.shape[:2]) < 128)
    return columns.min(), rows.min(), np.ptp(columns) + 1, np.ptp(rows) + 1


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_box_is_told_as_people_see_the_page(rotation):
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(700, 900))
    canvas.rect(100, 200, 80, 40, stroke=0, fill=1)
    canvas.save()
    with pikepdf.open(out) as pdf:
        pdf.pages[0].CropBox = pikepdf.Array([10, 20, 610, 800])
        pdf.pages[0].Rotate = rotation
        shown = Page((10, 20, 610, 800), rotation).shown((100, 200, 180, 240))
        assert dark(samples.save(pdf)) == pytest.approx(shown, abs=1)


def test_the_breaker_opens_after_failures_in_a_row_and_lets_one_call_try():
    now = [0.0]
    breaker = Breaker(threshold=2, rest=30, clock=lambda: now[0])
    breaker.failed()
    breaker.succeeded()
    breaker.failed()
    assert breaker.allows()
    breaker.failed()
    assert not breaker.allows()
    now[0] = 30
    assert breaker.allows()
    assert not breaker.allows()  # somebody is trying
    breaker.failed()
    now[0] = 59
    assert not breaker.allows()
    now[0] = 60
    assert breaker.allows()
    breaker.succeeded()
    assert breaker.allows()
    assert breaker.closed


def test_all_signers_of_a_process_share_the_breaker_of_a_server():
    assert breaker_of("http://a.example") is breaker_of("http://a.example")
    assert breaker_of("http://a.example") is not breaker_of("http://b.example")
