"""The simulator against the facts of the field: shapes, codes, spellings and habits of the real server."""

import base64
import json
import re
import urllib.error
import urllib.request

import pytest

from signing import Verdict, validate
from signing.simulator_bsre.people import State, nik_of
from tests.server import bsre as server
from tests.signing import samples
from tests.signing.conftest import CITRA, PASSPHRASE

NIK = nik_of(CITRA.who)


@pytest.fixture
def ask(simulator):
    settings = simulator.office.settings
    return asker(simulator.url, settings.user, settings.password)


def asker(url, user, password):
    token = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()

    def send(path, data=None, *, form=None, fault=None):
        headers = {"Authorization": token} | ({"X-Simulator-Fault": fault} if fault else {})
        body = None
        if data is not None:
            body, headers["Content-Type"] = json.dumps(data).encode(), "application/json"
        if form is not None:
            body, headers["Content-Type"] = multipart(form)
        try:
            with urllib.request.urlopen(urllib.request.Request(url + path, body, headers), timeout=20) as answer:
                return answer.status, dict(answer.headers), answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, dict(error.headers), error.read()

    return send


def multipart(fields):
    parts = b""
    for name, value in fields.items():
        file = '; filename="a.pdf"' if isinstance(value, bytes) else ""
        content = value if isinstance(value, bytes) else value.encode()
        parts += f'--batas\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'.encode() + content + b"\r\n"
    return parts + b"--batas--\r\n", "multipart/form-data; boundary=batas"


def v1_form(pdf, **changes):
    return {"file": pdf, "nik": NIK, "passphrase": PASSPHRASE, "tampilan": "INVISIBLE", **changes}


def v2_body(*pdfs, **changes):
    files = [base64.b64encode(pdf).decode() for pdf in pdfs]
    properties = [{"tampilan": "invisible", "reason": None}]
    return {"nik": NIK, "passphrase": PASSPHRASE, "file": files, "signatureProperties": properties, **changes}


def test_without_credentials_it_answers_as_spring_does(simulator):
    status, _, body = asker(simulator.url, "esign", "salah")("/api/v2/user/check/status", {"nik": NIK})
    assert status == 401
    assert {"timestamp", "status", "error", "path"} == set(json.loads(body))


def test_v1_gives_bytes_with_an_id_and_the_download_once(ask, plain):
    status, headers, pdf = ask("/api/sign/pdf", form=v1_form(plain))
    assert (status, pdf.startswith(plain)) == (200, True)
    assert ask(f"/api/sign/download/{headers['id_dokumen']}")[2] == pdf
    status, _, body = ask(f"/api/sign/download/{headers['id_dokumen']}")
    assert (status, json.loads(body)["status_code"]) == (404, 4044)


def test_v1_gives_base64_when_asked(ask, plain):
    _, _, body = ask("/api/sign/pdf", form=v1_form(plain, jenis_response="BASE64"))
    data = json.loads(body)
    assert base64.b64decode(data["base64_signed_file"]).startswith(plain)
    assert data["id_dokumen"]
    assert data["time"]


def test_v1_draws_a_qr_at_a_tag(ask, trust):
    pdf = samples.letter("Tertanda ^")
    form = v1_form(pdf, tampilan="visible", image="false", linkQR="https://a.example", tag_koordinat="^", width="60")
    status, _, signed = ask("/api/sign/pdf", form=form)
    assert status == 200
    assert validate(signed, trust=trust, online=True).verdict is Verdict.VALID
    status, _, body = ask("/api/sign/pdf", form={**form, "tag_koordinat": "$"})
    assert (status, b"tag" in body) == (400, True)


def test_the_two_versions_name_their_fields_and_spell_unknown_users_differently(ask, plain, trust):
    unknown = "1234567890123456"
    assert json.loads(ask(f"/api/user/status/{unknown}")[2])["status"] == "NOT_REGISTERED"
    assert json.loads(ask(f"/api/user/profile/{unknown}")[2])["status"] == "NOT REGISTERED"
    status, _, body = ask("/api/v2/user/check/status", {"nik": unknown})
    assert (status, json.loads(body)["status_code"]) == (200, 2021)
    assert json.loads(ask("/api/v2/user/check/status", {"nik": ""})[2])["status_code"] == 2011
    first = ask("/api/sign/pdf", form=v1_form(plain))[2]
    second = base64.b64decode(json.loads(ask("/api/v2/sign/pdf", v2_body(plain))[2])["file"][0])
    fields = [validate(pdf, trust=trust, online=True).signatures[0].field.rpartition("_")[0] for pdf in (first, second)]
    assert fields == ["sig", "bcs_ecs"]


def test_every_state_is_told(ask):
    told = [json.loads(ask("/api/v2/user/check/status", {"nik": state.nik})[2])["status"] for state in State]
    assert told == [state.value for state in State]


def test_v2_signs_several_files_in_order_or_none(ask):
    pdfs = [samples.letter("satu"), samples.letter("dua")]
    files = json.loads(ask("/api/v2/sign/pdf", v2_body(*pdfs))[2])["file"]
    assert [base64.b64decode(text).startswith(pdf) for text, pdf in zip(files, pdfs, strict=True)] == [True, True]
    status, _, body = ask("/api/v2/sign/pdf", v2_body(pdfs[0], b"rusak"))
    assert (status, "file" in json.loads(body)) == (400, False)


def test_the_header_chooses_a_fault_for_one_call(ask):
    pdfs = [samples.letter("satu"), samples.letter("dua")]
    body = v2_body(*pdfs)
    turned = json.loads(ask("/api/v2/sign/pdf", body, fault="other-order")[2])["file"]
    assert base64.b64decode(turned[0]).startswith(pdfs[1])
    assert len(json.loads(ask("/api/v2/sign/pdf", body, fault="one-short")[2])["file"]) == 1
    assert ask("/api/v2/sign/pdf", body, fault="html-502")[0] == 502
    assert len(json.loads(ask("/api/v2/sign/pdf", body)[2])["file"]) == 2


KNOWN = {
    "POST /api/sign/cms": 501,
    "POST /api/seal/hash": 501,
    "POST /api/seal/pdf": 501,
    "POST /api/user/keystore": 501,
    "POST /api/v2/seal/hash": 501,
    "POST /api/v2/seal/revoke": 501,
    f"POST /api/user/passphrase/forget/{NIK}": 200,
    f"GET /api/user/certificate/chain/{NIK}": 200,
    "GET /api/entity/cert/expired": 200,
    "GET /api/entity/report": 200,
    "GET /api/v2/seal/permohonan/tidak-ada": 400,
    "GET /api/v2/seal/segel-pengembangan": 200,
    "POST /api/v2/user/check-status/": 200,
}
"""Endpoints without a test of their own; of the first six nothing but the name is known."""


@pytest.mark.parametrize("endpoint", KNOWN)
def test_every_endpoint_of_the_field_is_there(ask, endpoint):
    method, path = endpoint.split()
    status, _, body = ask(path, {} if method == "POST" else None)
    assert status == KNOWN[endpoint]
    assert json.loads(body)


def test_registration_speaks_in_the_codes_of_2019(ask):
    def code(**form):
        return json.loads(ask("/api/user/registrasi", form=form)[2])["status_code"]

    new = {"nik": "7201010101010001", "nama": "Baru", "email": "baru@contoh.go.id"}
    assert [code(**new | {"nik": ""}), code(**new | {"email": "baru"}), code(**new | {"nik": NIK})] == [
        4014,
        4015,
        4024,
    ]
    assert [code(**new), code(**new)] == [200, 4024]
    for path in ("/api/v2/user/registration", "/api/v2/user/register"):
        assert json.loads(ask(path, {"nama": "Baru", "email": "salah"})[2])["status_code"] == 4015
    made = json.loads(ask("/api/v2/user/registration", {"nama": "Lain", "email": "lain@contoh.go.id"})[2])
    assert made["status"] == "WAITING_FOR_VERIFICATION"


def test_an_application_for_a_seal_leads_to_its_subscriber(ask):
    name = json.loads(ask("/api/v2/seal/enrollment", {"nama": "Pemerintah Kabupaten"})[2])["data"]["idPermohonan"]
    found = json.loads(ask(f"/api/v2/seal/permohonan/{name}")[2])["data"]
    assert found == {"idSubscriber": "segel-pengembangan"}


def test_a_bad_chain_id_is_answered_with_what_is_not_json(ask):
    status, headers, body = ask("/api/v2/user/certificate/chain/salah")
    assert (status, headers["Content-Type"]) == (400, "application/json")
    with pytest.raises(ValueError):
        json.loads(body)
    assert len(json.loads(ask(f"/api/v2/user/certificate/chain/{NIK}")[2])["data"]) == 3


def test_verification_has_the_shapes_and_misspellings_of_both_versions(ask, plain):
    signed = ask("/api/sign/pdf", form=v1_form(plain))[2]
    one = json.loads(ask("/api/sign/verify", form={"signed_file": signed})[2])
    assert (one["summary"], one["jumlah_signature"]) == ("DOCUMENT VALID !!!", 1)
    (detail,) = one["details"]
    assert set(detail) == {"info_tsa", "signature_field", "info_signer", "signature_document"}
    assert " to " in detail["info_signer"]["signer_cert_validity"]
    assert {"issuer_dn", "signer_name", "signer_dn", "cert_user_certified"} < set(detail["info_signer"])
    document = detail["signature_document"]
    assert all(document[key] for key in ("signed_using_tsa", "document_integrity", "signature_value", "hash_value"))
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}", document["signed_in"])
    none = json.loads(ask("/api/sign/verify", form={"signed_file": plain})[2])
    assert (none["jumlah_signature"], none["details"], none["notes"], none["summary"]) == (0, [], None, None)
    two = json.loads(ask("/api/v2/verify/pdf", {"file": base64.b64encode(signed).decode()})[2])
    (info,) = two["signatureInformations"]
    assert (two["conclusion"], info["digestAlgorithm"], info["lastSignature"]) == ("VALID", None, False)
    assert info["timestampInfomation"]["timestampDate"]
    (certificate,) = info["certificateDetails"]
    assert {"id", "commonName", "issuerName", "serialNumber", "notBeforeDate", "notAfterDate"} < set(certificate)
    assert {"signatureAlgoritm", "keyUsages"} < set(certificate)
    assert {"certLevelCode", "signatureAlgorithm", "certificateTrusted", "integrityValid"} < set(info)
    assert ask("/api/v2/verify/pdf", {"file": ""})[0] == 500


def test_the_ledger_knows_every_call_and_nobodys_secrets(ask, plain):
    ask("/api/v2/sign/pdf", v2_body(plain))
    text = ask("/simulator/ledger")[2].decode()
    assert json.loads(text)[-1]["signed"] == 1
    assert PASSPHRASE not in text
    assert NIK not in text


def test_it_runs_as_a_command_with_keys_that_say_they_are_for_development(pki, tmp_path, plain, trust):
    process, port = server.mulai(pki.directory, tmp_path / "log", PASSPHRASE)
    try:
        process.tunggu_siap()
        send = asker(f"http://127.0.0.1:{port}", "esign", "esign-pengembangan")
        data = json.loads(send("/api/v2/sign/pdf", v2_body(plain))[2])
    finally:
        process.hentikan()
    report = validate(base64.b64decode(data["file"][0]), trust=trust, online=True)
    assert (report.verdict, report.development) == (Verdict.VALID, True)
    words = (tmp_path / "log").read_text()
    assert "PENGEMBANGAN" in words
    assert PASSPHRASE not in words
    assert NIK not in words
