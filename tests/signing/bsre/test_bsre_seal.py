"""The seal: an activation that must never be lost by accident, nor used when it is."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from cryptography.x509 import load_pem_x509_certificate

from signing import ConfigurationError, OutcomeStatus, Secret, SigningRequest, Timestamper, Verdict, validate
from signing.bsre import BsreError, Profile
from signing.bsre.activation import Activation
from signing.bsre.seal_state import FileSealStore, SealState, SealStatus
from signing.bsre.sealer import BsreSealer
from signing.simulator_bsre.faults import Fault
from signing.simulator_bsre.office import SUBSCRIBER
from tests.signing.conftest import free_port

SIGNED, REFUSED, RETRYABLE, UNKNOWN = OutcomeStatus
KEY = Fernet.generate_key()


@pytest.fixture
def store(tmp_path):
    return FileSealStore(tmp_path / "segel", KEY)


@pytest.fixture
def activation(simulator, store):
    settings = simulator.office.settings
    return Activation(Profile(simulator.url, settings.user, Secret(settings.password), timeout=1.5), SUBSCRIBER, store)


@pytest.fixture
def active(activation, office):
    activation.begin()
    activation.enter(Secret(office.mail[-1][1]))
    return activation


@pytest.fixture
def sealer(active, pki, trust):
    certificate = load_pem_x509_certificate((pki.signers / "segel.pem").read_bytes())
    return BsreSealer(
        replace(active, profile=replace(active.profile, timeout=8)), certificate, Timestamper([pki.tsa_url]), trust
    )


def seal(sealer, *pdfs):
    requests = [SigningRequest(str(number), pdf) for number, pdf in enumerate(pdfs)]
    return sealer.sign_batch("segel", requests, Secret(""), level="B-T")


def faulty(activation, fault):
    return replace(activation, subscriber=f"{SUBSCRIBER}+{fault}")


def test_documents_are_sealed_with_the_pinned_certificate(sealer, plain, trust):
    good, bad, again = seal(sealer, plain, b"%PDF-1.7 rusak %%EOF", plain)
    assert [good.status, bad.status, again.status] == [SIGNED, REFUSED, SIGNED]
    report = validate(good.pdf, trust=trust, online=True)
    assert (report.verdict, report.signatures[0].signer) == (Verdict.VALID, sealer.identity("").common_name)


def test_a_seal_of_another_certificate_is_thrown_away(sealer, plain):
    (outcome,) = seal(replace(sealer, activation=faulty(sealer.activation, Fault.OTHER_PERSON)), plain)
    assert (outcome.status, outcome.provider_code) == (REFUSED, "hasil_orang_lain")


def test_without_an_activation_nothing_is_sent(activation, pki, trust, plain, office):
    certificate = load_pem_x509_certificate((pki.signers / "segel.pem").read_bytes())
    outcomes = seal(BsreSealer(activation, certificate, Timestamper([pki.tsa_url]), trust), plain, plain)
    assert {(o.status, o.provider_code) for o in outcomes} == {(REFUSED, "segel_tidak_aktif")}
    assert office.ledger.calls(plain) == []


def test_each_refresh_replaces_the_code_and_the_old_one_is_dead(active, office):
    first = active.current()
    active.refresh()
    assert active.current() != first
    assert active.current() == office.activation.text


def test_a_mistyped_code_leaves_a_working_activation_alone(active):
    before = active.store.read()
    with pytest.raises(BsreError) as error:
        active.enter(Secret("123"))
    assert error.value.status is REFUSED
    assert active.store.read() == before


def test_a_refused_code_is_lost_and_says_that_a_person_must_start_again(active, office):
    office.activation = None
    with pytest.raises(BsreError):
        active.refresh()
    assert active.store.read().status is SealStatus.LOST
    with pytest.raises(BsreError) as error:
        active.refresh()
    assert error.value.code == "segel_tidak_aktif"


def test_a_refresh_whose_answer_never_came_is_lost_not_repeated(active):
    with pytest.raises(BsreError) as error:
        faulty(active, Fault.SLOW).refresh()
    assert error.value.status is UNKNOWN
    assert active.store.read().status is SealStatus.LOST


@pytest.mark.parametrize("fault", [Fault.DOWN_503, Fault.BUSY_429])
def test_a_busy_server_costs_no_activation(active, fault):
    before = active.store.read()
    with pytest.raises(BsreError) as error:
        faulty(active, fault).refresh()
    assert error.value.status is RETRYABLE
    assert active.store.read() == before


def test_a_server_that_is_away_costs_no_activation(active):
    before = active.store.read()
    away = replace(active, profile=replace(active.profile, url=f"http://127.0.0.1:{free_port()}"))
    with pytest.raises(BsreError):
        away.refresh()
    assert active.store.read() == before


def test_two_processes_never_rotate_at_once(active):
    results = []

    def refresh():
        try:
            results.append(active.refresh())
        except BsreError as error:
            results.append(error.code)

    threads = [threading.Thread(target=refresh) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(result == "segel_sedang_diperbarui" or not isinstance(result, str) for result in results)
    assert active.store.read().status is SealStatus.ACTIVE
    active.refresh()  # the code kept is the one that counts


def test_a_rotation_whose_process_died_counts_as_lost_after_a_while(active):
    state = active.store.read()
    dead = SealState(SealStatus.ROTATING, state.code, state.since)
    assert active.store.swap(state, dead)
    with pytest.raises(BsreError) as error:
        active.current()
    assert error.value.code == "segel_sedang_diperbarui"
    old = replace(dead, since=dead.since - timedelta(minutes=6))
    assert active.store.swap(dead, old)
    with pytest.raises(BsreError) as error:
        active.current()
    assert error.value.code == "segel_tidak_aktif"
    assert active.store.read().status is SealStatus.LOST


def test_an_activation_older_than_a_day_is_not_used(active):
    state = active.store.read()
    assert active.store.swap(state, replace(state, since=state.since - timedelta(hours=25)))
    with pytest.raises(BsreError):
        active.current()


def test_the_stored_state_is_encrypted_and_the_owners_only(active, store):
    data = store.path.read_bytes()
    assert active.current().encode() not in data
    assert store.path.stat().st_mode & 0o077 == 0
    assert active.current() not in repr(store.read())
    with pytest.raises(ConfigurationError):
        FileSealStore(store.path, Fernet.generate_key()).read()


def test_a_swap_against_an_older_state_changes_nothing(store):
    first = SealState(SealStatus.ACTIVE, "111111")
    assert store.swap(SealState(), first)
    assert not store.swap(SealState(), SealState(SealStatus.LOST))
    assert store.read() == first
