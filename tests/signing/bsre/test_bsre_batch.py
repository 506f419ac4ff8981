"""Batches: one passphrase, one fate each, and no document asked for twice."""

import time
from dataclasses import replace

import pytest

from signing import Outcome, OutcomeStatus, Secret, SigningRequest, Verdict, validate
from signing.remote.breaker import Breaker
from signing.simulator_bsre.faults import Fault
from signing.simulator_bsre.people import State
from tests.signing import samples
from tests.signing.bsre.conftest import one
from tests.signing.conftest import CITRA, PASSPHRASE, free_port

BOTH = pytest.mark.parametrize("api", ["v1", "v2"])
SIGNED, REFUSED, RETRYABLE, UNKNOWN = OutcomeStatus


def batch(signer, pdfs, *, passphrase=PASSPHRASE, who=CITRA.who, progress=None):
    requests = [SigningRequest(str(number), pdf) for number, pdf in enumerate(pdfs)]
    return signer.sign_batch(who, requests, Secret(passphrase), level="B-T", progress=progress)


def letters(count):
    return [samples.letter(f"KEPUTUSAN NOMOR {number}") for number in range(count)]


@BOTH
def test_one_bad_document_does_not_spoil_the_others(bsre, office, api):
    pdfs = letters(3)
    pdfs[1] = b"%PDF-1.7 rusak %%EOF"
    seen: list[Outcome] = []
    outcomes = batch(bsre(api), pdfs, progress=seen.append)
    assert [o.status for o in outcomes] == [SIGNED, REFUSED, SIGNED]
    assert [o.reference for o in outcomes] == ["0", "1", "2"]
    assert (outcomes[1].provider_text or "").startswith("Proses signing gagal")
    assert [o.pdf is not None for o in seen] == [True, False, True]
    assert [replace(o, pdf=None) for o in seen] == outcomes, "what was told is not kept"
    assert [len(office.ledger.calls(pdf)) for pdf in pdfs] == [1, 1, 1]


@BOTH
def test_a_wrong_passphrase_is_tried_once_and_told_in_the_words_of_bsre(bsre, office, api):
    pdfs = letters(3)
    outcomes = batch(bsre(api), pdfs, passphrase="bukan-yang-benar")
    assert {(o.status, o.provider_code, o.provider_text) for o in outcomes} == {
        (REFUSED, "2031", "Passphrase anda salah")
    }
    assert [len(office.ledger.calls(pdf)) for pdf in pdfs] == [1, 0, 0]


@pytest.mark.parametrize("state", [state for state in State if state is not State.ISSUE])
def test_whose_certificate_is_not_active_sends_no_document(bsre, office, plain, state):
    outcome = one(bsre("v2", nik=state.nik), plain)
    assert (outcome.status, outcome.provider_code) == (REFUSED, state.value)
    assert (outcome.provider_text or "").endswith(".")
    assert office.ledger.calls(plain) == []


def test_an_unregistered_person_is_refused_with_the_code_inside_the_text(bsre, plain, monkeypatch):
    monkeypatch.setattr("signing.bsre.batch.require_active", lambda *_: None)
    outcome = one(bsre("v1", nik="1234567890123456"), plain)
    assert (outcome.status, outcome.provider_code) == (REFUSED, "2011")


def test_who_has_no_account_and_what_has_no_passphrase_is_refused_here(bsre, office, plain):
    (outcome,) = batch(bsre(), [plain], who="tidak-ada")
    assert (outcome.status, outcome.provider_code) == (REFUSED, "akun_tidak_ada")
    assert one(bsre(), plain, passphrase="").provider_code == "passphrase_salah"
    assert office.ledger.entries() == []


def test_an_empty_batch_asks_nobody(bsre, office):
    assert batch(bsre(), []) == []
    assert office.ledger.entries() == []


@BOTH
def test_a_late_answer_is_unknown_and_is_not_asked_again(bsre, office, plain, api):
    outcome = one(bsre(api, nik=Fault.SLOW.nik, timeout=1.5), plain)
    assert (outcome.status, outcome.provider_code) == (UNKNOWN, "hasil_tidak_diketahui")
    assert outcome.pdf is None
    time.sleep(0.5)
    assert [entry.signed for entry in office.ledger.calls(plain)] == [1]


def test_a_server_that_is_not_there_has_signed_nothing_and_is_soon_left_alone(bsre, caplog):
    breaker = Breaker(threshold=2)
    signer = bsre("v1", url=f"http://127.0.0.1:{free_port()}", breaker=breaker)
    outcomes = batch(signer, letters(4))
    assert {o.status for o in outcomes} == {RETRYABLE}
    codes = [o.provider_code for o in outcomes]
    assert codes == ["penyedia_tidak_menjawab"] * 2 + ["penyedia_istirahat"] * 2
    assert caplog.text.count("provider was not reached: ClientConnectorError") == 2  # for whoever runs the service


def test_three_lost_answers_in_a_row_end_the_batch_and_the_rest_is_not_sent(bsre, office):
    pdfs = letters(5)
    outcomes = batch(bsre("v2", nik=Fault.ZERO_BYTES.nik), pdfs)
    assert [o.status for o in outcomes] == [UNKNOWN] * 3 + [RETRYABLE] * 2
    assert [len(office.ledger.calls(pdf)) for pdf in pdfs] == [1, 1, 1, 0, 0]


def test_wrong_application_credentials_stop_the_batch_and_blame_nobody_else(bsre, office):
    signer = bsre("v2")
    object.__setattr__(signer.profile, "password", Secret("salah"))
    outcomes = batch(signer, letters(2))
    assert {(o.status, o.provider_code) for o in outcomes} == {(RETRYABLE, "kredensial_penyedia")}
    assert office.ledger.entries() == []


def test_a_prepared_field_keeps_its_picture_and_the_signature_is_invisible(bsre, trust):
    decree = samples.with_field()
    outcome = one(bsre("v2"), decree, field_name=samples.FIELD, certify=True, permissions=1)
    assert outcome.status is SIGNED
    report = validate(outcome.pdf or b"", trust=trust, online=True)
    assert report.verdict is Verdict.VALID
    assert [s.field.startswith("bcs_ecs_") for s in report.signatures] == [True]
