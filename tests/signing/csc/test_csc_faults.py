"""A service that fails: what is certain is said, what is not is unknown, and nobody asks twice."""

import pytest

from signing import OutcomeStatus
from signing.remote.breaker import Breaker
from signing.simulator_csc import Fault, Settings
from tests.signing import samples
from tests.signing.conftest import CITRA, free_port
from tests.signing.csc.conftest import RINA, batch, one

SIGNED, REFUSED = OutcomeStatus.SIGNED, OutcomeStatus.REFUSED
RETRYABLE, UNKNOWN = OutcomeStatus.RETRYABLE, OutcomeStatus.UNKNOWN
LETTERS = [samples.letter(f"Nomor {number}") for number in range(3)]

FATES = {
    Fault.OTHER_PERSON: (REFUSED, "sertifikat_orang_lain", 0),
    Fault.SWAPPED: (REFUSED, "hasil_tidak_cocok", 3),
    Fault.DISABLED: (REFUSED, "kredensial_tidak_aktif", 0),
    Fault.LOCKED: (REFUSED, "kredensial_terkunci", 0),
    Fault.ECHO: (REFUSED, "invalid_request", 0),
    Fault.AUTHORIZE_504: (RETRYABLE, "penyedia_tidak_menjawab", 0),
    Fault.SAD_EXPIRED: (RETRYABLE, "izin_kedaluwarsa", 0),
    Fault.SAD_OTHER: (REFUSED, "izin_untuk_naskah_lain", 0),
    Fault.TOKEN_EXPIRED: (RETRYABLE, "kredensial_penyedia", 0),
    Fault.BUSY_429: (RETRYABLE, "penyedia_sibuk", 0),
    Fault.DOWN_503: (RETRYABLE, "penyedia_sibuk", 0),
    Fault.CRASH_500: (UNKNOWN, "hasil_tidak_diketahui", 0),
    Fault.GATEWAY_504: (UNKNOWN, "hasil_tidak_diketahui", 3),
    Fault.CUT: (UNKNOWN, "hasil_tidak_diketahui", 3),
    Fault.NOT_JSON: (UNKNOWN, "hasil_tidak_diketahui", 3),
    Fault.ONE_SHORT: (UNKNOWN, "hasil_tidak_diketahui", 3),
    Fault.LATER: (UNKNOWN, "hasil_tidak_diketahui", 3),
    Fault.BROKEN_BASE64: (REFUSED, "hasil_tidak_cocok", 3),
    Fault.WRONG_VALUE: (REFUSED, "hasil_tidak_cocok", 3),
}


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("fault", FATES)
def test_the_fate_of_a_batch(version, fault, simulator, csc):
    status, code, signed = FATES[fault]
    outcomes = batch(csc(simulator, version, fault), LETTERS)
    assert [(o.status, o.provider_code, o.pdf) for o in outcomes] == [(status, code, None)] * 3
    assert all(o.provider_text and o.provider_text.endswith((".", ")")) for o in outcomes if code != "invalid_request")
    assert sum(entry.signed for entry in simulator.office.entries()) == signed
    assert sum(entry.path.endswith("signHash") for entry in simulator.office.entries()) <= 1
    assert Settings().pin not in "".join(o.provider_text or "" for o in outcomes)


def test_an_answer_that_comes_too_late_is_unknown(simulator, csc):
    outcomes = batch(csc(simulator, fault=Fault.SLOW, timeout=1.0), LETTERS)
    assert {(o.status, o.provider_code) for o in outcomes} == {(UNKNOWN, "hasil_tidak_diketahui")}
    assert sum(entry.signed for entry in simulator.office.entries()) == 3


def test_values_in_another_order_are_no_signatures_of_the_others(simulator, csc):
    outcomes = batch(csc(simulator, fault=Fault.OTHER_ORDER), LETTERS)
    assert [o.status for o in outcomes] == [REFUSED, SIGNED, REFUSED]  # the middle one stays in its place


def test_a_pinned_certificate_is_the_only_one(simulator, csc, plain):
    outcome = one(csc(simulator, fault=Fault.OTHER_PERSON, pin=True), plain)
    assert (outcome.status, outcome.provider_code) == (REFUSED, "sertifikat_orang_lain")


def test_r_and_s_side_by_side_are_understood(simulator, csc, plain):
    assert one(csc(simulator, fault=Fault.RAW_ECDSA), plain, who=RINA.who).status is SIGNED


@pytest.mark.parametrize("version", [1, 2])
def test_a_wrong_pin_is_given_once_for_the_whole_batch(version, start, csc):
    simulator = start(multisign=1)
    outcomes = batch(csc(simulator, version), LETTERS, "000000")
    assert {(o.status, o.provider_code) for o in outcomes} == {(REFUSED, "passphrase_salah")}
    assert simulator.office.wrong == {CITRA.who: 1}


def test_three_wrong_pins_lock_the_key_and_nobody_tries_a_fourth_in_a_batch(start, csc, plain):
    signer = csc(start())
    codes = [one(signer, plain, "000000").provider_code for _ in range(3)]
    assert codes == ["passphrase_salah"] * 3
    assert one(signer, plain).provider_code == "kredensial_terkunci"


def test_nothing_typed_is_nothing_sent(simulator, csc, plain):
    assert one(csc(simulator), plain, "").provider_code == "passphrase_salah"
    assert simulator.office.entries() == []


def test_a_wrong_code(start, csc, plain):
    simulator = start(ways=("OTP",))
    signer = csc(simulator, 1)
    signer.ask_code(CITRA.who)
    outcome = one(signer, plain, "999999x")
    assert (outcome.status, outcome.provider_code) == (REFUSED, "kode_salah")


def test_an_application_that_is_not_known_is_for_the_operator(simulator, csc, plain):
    outcome = one(csc(simulator, password="salah"), plain)
    assert (outcome.status, outcome.provider_code) == (RETRYABLE, "kredensial_penyedia")


def test_a_server_that_is_not_there_is_soon_left_alone(simulator, csc, plain):
    signer = csc(simulator, url=f"http://127.0.0.1:{free_port()}", breaker=Breaker(threshold=2))
    codes = [one(signer, plain).provider_code for _ in range(3)]
    assert codes == ["penyedia_tidak_menjawab", "penyedia_tidak_menjawab", "penyedia_istirahat"]


def test_lost_answers_open_the_breaker_and_refusals_do_not(simulator, csc, plain):
    breaker = Breaker(threshold=1)
    one(csc(simulator, breaker=breaker), plain, "000000")
    assert breaker.allows()
    one(csc(simulator, fault=Fault.CRASH_500, breaker=breaker), plain)
    assert not breaker.allows()
    simulator.office.clear()
    assert one(csc(simulator, breaker=breaker), plain).provider_code == "penyedia_istirahat"
    assert simulator.office.entries() == []


@pytest.mark.parametrize("version", [1, 2])
def test_a_key_whose_leave_is_given_in_a_browser_only_is_named_with_the_way_out(start, csc, version):
    simulator = start(pages=True)
    outcome = one(csc(simulator, version), LETTERS[0])
    assert (outcome.status, outcome.provider_code) == (REFUSED, "izin_lewat_peramban")
    assert "explicit" in (outcome.provider_text or "")
    assert not [entry for entry in simulator.office.entries() if entry.path.endswith(("authorize", "signHash"))]


def test_a_service_that_lets_applications_in_through_a_browser_only(start, csc):
    outcome = one(csc(start(pages_only=True)), LETTERS[0])
    assert (outcome.status, outcome.provider_code) == (RETRYABLE, "masuk_lewat_peramban")
    assert "oauth2client" in (outcome.provider_text or "")
