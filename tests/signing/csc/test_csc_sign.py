"""Signing through a CSC service: both versions, every way of giving leave, many documents in one call."""

from dataclasses import replace

import pytest

from signing import Outcome, OutcomeStatus, SigningRequest, Timestamper, Verdict, validate
from signing.csc import Account, CscError
from signing.secret import Secret
from signing.simulator_csc import Settings
from signing.simulator_csc.faults import Fault
from tests.signing import poppler, samples
from tests.signing.conftest import CITRA, free_port
from tests.signing.csc.conftest import RINA, batch, one

SIGNED, REFUSED, RETRYABLE = OutcomeStatus.SIGNED, OutcomeStatus.REFUSED, OutcomeStatus.RETRYABLE
PIN = Settings().pin


def calls(simulator, end):
    return [entry for entry in simulator.office.entries() if entry.path.endswith(end)]


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("level", ["B-B", "B-LTA"])
def test_a_letter_is_signed_and_valid(version, level, simulator, csc, plain, trust):
    outcome = one(csc(simulator, version), plain, level=level)
    assert (outcome.status, outcome.level) == (SIGNED, level), outcome.provider_text
    assert outcome.pdf is not None
    report = validate(outcome.pdf, trust=trust, online=level == "B-B")
    assert (report.verdict, report.signatures[0].signer_nip, report.signatures[0].level) == (
        Verdict.VALID,
        CITRA.nip,
        level,
    )
    assert outcome.pdf.startswith(plain)


@pytest.mark.parametrize("plain_algorithms", [False, True])
def test_an_elliptic_key_signs_with_the_digest_of_its_curve(plain_algorithms, start, simulator, csc, plain, trust):
    outcome = one(csc(start(plain_algorithms=plain_algorithms)), plain, who=RINA.who, level="B-LT")
    assert outcome.status is SIGNED, outcome.provider_text
    assert outcome.pdf is not None
    assert validate(outcome.pdf, trust=trust).verdict is Verdict.VALID


def test_poppler_agrees(simulator, csc, plain, pki, tmp_path, file):
    outcome = one(csc(simulator), plain, level="B-T")
    said = poppler.says(poppler.database(pki.trust / "root.pem", tmp_path), file(outcome.pdf))
    assert "Signature is Valid." in said
    assert "Certificate is Trusted." in said


@pytest.mark.parametrize("version", [1, 2])
def test_a_basic_login_serves_as_well(version, start, csc, plain):
    assert one(csc(start(oauth2=False), version), plain).status is SIGNED


def test_ten_documents_are_one_leave_and_one_call(simulator, csc):
    told: list[Outcome] = []
    outcomes = batch(csc(simulator), [samples.letter(f"Nomor {n}") for n in range(10)], progress=told.append)
    assert {outcome.status for outcome in outcomes} == {SIGNED}
    assert all(outcome.pdf for outcome in told)
    assert [replace(outcome, pdf=None) for outcome in told] == outcomes, "what was told is not kept"
    assert [len(calls(simulator, "authorize")), len(calls(simulator, "signHash"))] == [1, 1]
    assert calls(simulator, "signHash")[0].signed == 10


def test_a_key_that_takes_four_at_a_time_is_asked_three_times(start, csc):
    simulator = start(multisign=4)
    outcomes = batch(csc(simulator), [samples.letter(f"Nomor {n}") for n in range(10)])
    assert [outcome.status for outcome in outcomes] == [SIGNED] * 10
    assert [entry.signed for entry in calls(simulator, "signHash")] == [4, 4, 2]


def test_a_bad_document_does_not_spoil_the_others(simulator, csc, plain):
    outcomes = batch(csc(simulator), [plain, b"bukan pdf", samples.encrypted(), plain])
    assert [outcome.status for outcome in outcomes] == [SIGNED, REFUSED, REFUSED, SIGNED]
    assert [outcome.provider_code for outcome in outcomes[1:3]] == ["pdf_rusak", "pdf_terenkripsi"]
    assert calls(simulator, "signHash")[0].signed == 2


def test_when_no_document_can_be_signed_no_leave_is_asked(simulator, csc):
    assert [o.status for o in batch(csc(simulator), [b"x", b"y"])] == [REFUSED, REFUSED]
    assert simulator.office.entries() == []


@pytest.mark.parametrize("version", [1, 2])
def test_pin_and_code_are_typed_in_one_line(version, start, csc, plain):
    simulator = start(ways=("PIN", "OTP"))
    signer = csc(simulator, version)
    assert signer.ask_code(CITRA.who) == ""
    (_, code), *_ = simulator.office.mail
    assert one(signer, plain, f"{PIN} {code}").status is SIGNED
    again = one(signer, plain, f"{PIN} {code}")
    assert (again.status, again.provider_code) == (REFUSED, "kode_salah" if version == 1 else "passphrase_salah")


def test_only_a_pin_where_both_are_wanted_is_not_sent(start, csc, plain):
    simulator = start(ways=("PIN", "OTP"))
    outcome = one(csc(simulator), plain, PIN)
    assert (outcome.status, outcome.provider_code) == (REFUSED, "perlu_pin_dan_kode")
    assert simulator.office.entries() == []


def test_a_code_is_good_for_one_call_and_the_rest_is_told_so(start, csc):
    simulator = start(ways=("OTP",), multisign=2)
    signer = csc(simulator)
    signer.ask_code(CITRA.who)
    outcomes = batch(signer, [samples.letter(f"Nomor {n}") for n in range(5)], simulator.office.mail[0][1])
    assert [outcome.status for outcome in outcomes] == [SIGNED, SIGNED, *[RETRYABLE] * 3]
    assert {outcome.provider_code for outcome in outcomes[2:]} == {"kode_sudah_dipakai"}
    assert len(calls(simulator, "authorize")) == 1


def test_a_person_may_agree_on_a_device_of_their_own(start, csc, plain, monkeypatch):
    monkeypatch.setattr("signing.csc.service._WAIT", 0.05)
    simulator = start(ways=("PIN", "DEVICE"))
    assert one(csc(simulator), plain).status is SIGNED


def test_whoever_denies_on_their_device_is_told_so_and_nobody_else_is_blamed(start, csc, plain, monkeypatch):
    monkeypatch.setattr("signing.csc.service._WAIT", 0.05)
    simulator = start(ways=("PIN", "DEVICE"))
    outcome = one(csc(simulator, fault=Fault.DECLINED), plain)
    assert (outcome.status, outcome.provider_code) == (REFUSED, "izin_ditolak")
    assert "di perangkat Anda" in (outcome.provider_text or "")
    assert not calls(simulator, "signHash")


def test_a_key_that_needs_nothing_typed(start, csc, plain):
    assert one(csc(start(ways=(), scal="1")), plain, "").status is SIGNED


def test_no_code_has_to_be_sent_for_a_pin(simulator, csc):
    assert csc(simulator).ask_code(CITRA.who) is None


def test_the_keys_of_a_user_are_looked_through(simulator, csc, plain):
    assert one(csc(simulator, accounts={CITRA.who: Account(user=CITRA.who)}), plain).status is SIGNED
    nobody = one(csc(simulator, accounts={CITRA.who: Account(user="tidak-ada")}), plain)
    assert (nobody.status, nobody.provider_code) == (REFUSED, "akun_tidak_ada")


def test_a_field_a_reason_and_a_certification_are_kept(simulator, csc, trust):
    request = SigningRequest("x", samples.with_field(), samples.FIELD, reason="Setuju", certify=True, permissions=1)
    (outcome,) = csc(simulator).sign_batch(CITRA.who, [request], Secret(PIN), level="B-LT")
    report = validate(outcome.pdf, trust=trust)
    assert (report.signatures[0].field, report.signatures[0].reason) == (samples.FIELD, "Setuju")


def test_a_silent_authority_is_found_out_before_leave_is_asked(simulator, csc, plain):
    outcome = one(csc(simulator, timestamper=Timestamper([f"http://127.0.0.1:{free_port()}/tsa"])), plain)
    assert (outcome.status, outcome.provider_code) == (RETRYABLE, "tsa_tidak_tersedia")
    assert simulator.office.entries() == []


def test_the_second_authority_is_asked_when_the_first_is_silent(simulator, csc, plain, pki):
    timestamper = Timestamper([f"http://127.0.0.1:{free_port()}/tsa", pki.tsa_url])
    assert one(csc(simulator, timestamper=timestamper), plain).status is SIGNED


def test_identity_is_the_pinned_certificate_and_health_asks_for_a_token(simulator, csc):
    assert csc(simulator, pin=True).identity(CITRA.who).nip == CITRA.nip
    assert csc(simulator).health().detail == "CSC API v2"
    assert csc(simulator, 1).health().detail == "CSC API v1"
    assert csc(simulator, password="salah").health().detail == "menolak akun aplikasi"
    assert csc(simulator, url=simulator.url).health().detail == "bukan layanan CSC"
    assert csc(simulator, url=f"http://127.0.0.1:{free_port()}").health().detail == "tidak menjawab"
    assert simulator.office.entries() == []


def test_an_unknown_person_asks_for_no_code(simulator, csc):
    with pytest.raises(CscError) as caught:
        csc(simulator, accounts={CITRA.who: Account("tidak-ada")}).ask_code(CITRA.who)
    assert caught.value.status is REFUSED
