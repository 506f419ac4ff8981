"""A simulated BSrE server on loopback and signers that know nothing of the simulation."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from signing import DevPki, Outcome, Secret, SigningRequest, Timestamper, TrustStore
from signing.bsre import Account, BsreSigner, Profile
from signing.errors import SignerMissing
from signing.remote.breaker import Breaker
from signing.simulator_bsre import Office, Settings, Simulator
from signing.simulator_bsre.people import nik_of
from tests.signing.conftest import CITRA, PASSPHRASE

TIMEOUT = 8.0


@dataclass
class Known:
    """Accounts in memory."""

    accounts: dict[str, Account] = field(default_factory=dict)

    def find(self, who: str) -> Account:
        if who not in self.accounts:
            raise SignerMissing("akun_tidak_ada", "Tidak ada.")
        return self.accounts[who]


@pytest.fixture(scope="module")
def office(pki: DevPki) -> Office:
    return Office(pki, PASSPHRASE, Settings(twin=CITRA.who, slow_seconds=3))


@pytest.fixture(scope="module")
def simulator(office: Office) -> Iterator[Simulator]:
    with Simulator(office) as running:
        yield running


@pytest.fixture(autouse=True)
def clean_ledger(office: Office) -> None:
    office.ledger.clear()


@pytest.fixture(autouse=True)
def no_secret_in_any_log(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Every test here, everything logged at any level by any library, and everything printed."""
    caplog.set_level(logging.DEBUG)
    yield
    lines = [logging.Formatter().format(record) for record in caplog.get_records("call")]
    words = "\n".join([*lines, *capfd.readouterr()])
    for secret in (PASSPHRASE, nik_of(CITRA.who), Settings().password, "99990000000000", "90000000000000"):
        assert secret not in words


Make = Callable[..., BsreSigner]


@pytest.fixture
def bsre(simulator: Simulator, pki: DevPki, trust: TrustStore) -> Make:
    """A signer; *nik* is what CITRA is known by, any option of the profile may be given."""

    def made(api: str = "v2", nik: str = nik_of(CITRA.who), breaker: Breaker | None = None, **options) -> BsreSigner:
        settings = simulator.office.settings
        known: dict[str, Any] = {"timeout": TIMEOUT, "url": simulator.url, **options}
        timestamper = known.pop("timestamper", Timestamper([pki.tsa_url]))
        profile = Profile(user=settings.user, password=Secret(settings.password), api=api, **known)
        accounts = Known({CITRA.who: Account(nik)})
        return BsreSigner(profile, accounts, timestamper=timestamper, trust=trust, breaker=breaker or Breaker())

    return made


def one(signer: BsreSigner, pdf: bytes, *, passphrase: str = PASSPHRASE, level: str = "B-T", **options) -> Outcome:
    (outcome,) = signer.sign_batch(CITRA.who, [SigningRequest("x", pdf, **options)], Secret(passphrase), level=level)
    return outcome
