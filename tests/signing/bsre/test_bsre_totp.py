"""Signing with a one-time code instead of the passphrase."""

import pytest

from signing import OutcomeStatus, Secret, SigningRequest
from signing.bsre import BsreError
from signing.simulator_bsre.people import State, nik_of
from tests.signing import samples
from tests.signing.bsre.conftest import one
from tests.signing.conftest import CITRA

SIGNED, REFUSED, RETRYABLE, UNKNOWN = OutcomeStatus


def last_code(office):
    recipient, code = office.mail[-1]
    assert recipient == nik_of(CITRA.who)
    return code


def test_one_code_signs_as_many_documents_as_it_was_asked_for(bsre, office):
    signer = bsre("v2", by_totp=True)
    signer.ask_code(CITRA.who, 2)
    pdfs = [samples.letter(f"nomor {number}") for number in range(3)]
    requests = [SigningRequest(str(number), pdf) for number, pdf in enumerate(pdfs)]
    outcomes = signer.sign_batch(CITRA.who, requests, Secret(last_code(office)), level="B-T")
    assert [o.status for o in outcomes] == [SIGNED, SIGNED, REFUSED]
    assert "TOTP" in outcomes[2].provider_text


def test_a_wrong_code_ends_the_batch(bsre, office, plain):
    signer = bsre("v2", by_totp=True)
    signer.ask_code(CITRA.who, 5)
    requests = [SigningRequest(str(number), plain) for number in range(3)]
    outcomes = signer.sign_batch(CITRA.who, requests, Secret("bukan-kode"), level="B-T")
    assert {o.status for o in outcomes} == {REFUSED}
    assert len(office.ledger.calls(plain)) == 1


def test_a_code_runs_out(bsre, office, plain):
    signer = bsre("v2", by_totp=True)
    signer.ask_code(CITRA.who, 1)
    office._codes[nik_of(CITRA.who)].until = 0
    assert one(signer, plain, passphrase=last_code(office)).status is REFUSED


def test_a_code_is_not_asked_for_somebody_who_cannot_sign(bsre):
    with pytest.raises(BsreError) as error:
        bsre("v2", nik=State.SUSPEND.nik, by_totp=True).ask_code(CITRA.who, 1)
    assert "SUSPEND" in error.value.text
