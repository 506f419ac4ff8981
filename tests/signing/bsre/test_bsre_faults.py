"""Every fault of the simulator, and the typed outcome it becomes."""

import traceback

import pytest

from signing import OutcomeStatus
from signing.bsre import errors
from signing.simulator_bsre.faults import Fault
from tests.signing.bsre.conftest import one
from tests.signing.conftest import PASSPHRASE

SIGNED, REFUSED, RETRYABLE, UNKNOWN = OutcomeStatus
LOST = (UNKNOWN, "hasil_tidak_diketahui")

# fault: (v1, v2), None where it does not exist or is told by the other; v1 can fetch by id what got lost on the way
FATES = {
    Fault.ZERO_BYTES: (LOST, LOST),
    Fault.JSON_ERROR_200: ((REFUSED, "2031"), (REFUSED, "2031")),
    Fault.HTML_502: (LOST, LOST),
    Fault.BUSY_429: ((RETRYABLE, "penyedia_sibuk"), (RETRYABLE, "penyedia_sibuk")),
    Fault.DOWN_503: ((RETRYABLE, "penyedia_sibuk"), (RETRYABLE, "penyedia_sibuk")),
    Fault.GATEWAY_504: (LOST, LOST),
    Fault.CUT: ((SIGNED, None), LOST),
    Fault.OTHER_ORDER: (None, (SIGNED, None)),
    Fault.ONE_SHORT: (None, LOST),
    Fault.BROKEN_BASE64: (None, LOST),
    Fault.OTHER_PERSON: (None, (REFUSED, "hasil_orang_lain")),
    Fault.REWRITTEN: ((REFUSED, "hasil_bukan_lanjutan"), (REFUSED, "hasil_bukan_lanjutan")),
    Fault.NO_TSA: (None, (RETRYABLE, "tanpa_penanda_waktu")),
    Fault.CLOCK_OFF: (None, (SIGNED, None)),
    Fault.CODE_IN_TEXT: ((REFUSED, "2031"), (REFUSED, "2031")),
    Fault.NOT_JSON: ((REFUSED, "http_400"), (REFUSED, "http_400")),
    Fault.EXPIRES_TODAY: (None, (SIGNED, None)),
    Fault.REVOKED: (None, (REFUSED, "sertifikat_dicabut")),
    Fault.ECHO: ((REFUSED, "http_400"), (REFUSED, "http_400")),
    Fault.CRASH_500: (LOST, LOST),
    Fault.BAD_PDF: ((REFUSED, "http_400"), (REFUSED, "http_400")),
}
CASES = [
    (fault, api, fate)
    for fault, fates in FATES.items()
    for api, fate in zip(("v1", "v2"), fates, strict=True)
    if fate is not None
]


def test_no_fault_is_forgotten():
    assert set(FATES) | {Fault.SLOW} == set(Fault)  # slow has its own test, with a time-out


@pytest.mark.parametrize(("fault", "api", "expected"), CASES, ids=[f"{fault}-{api}" for fault, api, _ in CASES])
def test_a_fault_becomes_its_outcome(bsre, office, plain, fault, api, expected):
    outcome = one(bsre(api, nik=fault.nik), plain)
    assert (outcome.status, outcome.provider_code) == expected, outcome.provider_text
    assert (outcome.pdf is not None) == (outcome.status is SIGNED)
    assert len(office.ledger.calls(plain)) == 1
    for text in (outcome.provider_text or "", repr(outcome)):
        assert PASSPHRASE not in text
        assert fault.nik not in text


def test_what_the_server_repeats_of_passphrase_and_nik_is_masked(bsre, plain):
    text = one(bsre("v2", nik=Fault.ECHO.nik), plain).provider_text
    assert text == "Proses signing gagal : nik=••• passphrase=••• ditolak"


def test_no_error_of_a_call_carries_the_request_not_even_in_the_variables_of_its_frames(bsre, plain, monkeypatch):
    """The traceback with every cause, context and local variable, as the worst error page would show it."""
    seen = []
    real = errors.BsreError.outcome

    def spy(self, request):
        told = traceback.TracebackException.from_exception(self, capture_locals=True)
        seen.append("".join(told.format()) + repr(vars(self)))
        assert self.__context__ is None
        return real(self, request)

    monkeypatch.setattr(errors.BsreError, "outcome", spy)
    for fault in (Fault.CUT, Fault.ECHO, Fault.HTML_502, Fault.SLOW, Fault.CODE_IN_TEXT):
        signer = bsre("v2", nik=fault.nik, timeout=1.5)
        one(signer, plain)
        assert fault.nik not in seen[-1]
        assert PASSPHRASE not in seen[-1]
        assert signer.profile.password.reveal() not in seen[-1] + repr(signer.profile)
    assert len(seen) == 5
