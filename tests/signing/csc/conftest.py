"""A simulated CSC service on loopback and signers that know nothing of the simulation."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from cryptography import x509

from signing import DevPki, Outcome, Person, Secret, SigningRequest, Timestamper, TrustStore
from signing.csc import Account, CscSigner, Profile
from signing.errors import SignerMissing
from signing.remote.breaker import Breaker
from signing.simulator_csc import Fault, Office, Settings, Simulator
from tests.signing.conftest import CITRA, PASSPHRASE

TIMEOUT = 8.0
RINA = Person("198803032012032003", "Rina Wulandari", "198803032012032003", key="P-384")


@dataclass
class Known:
    """Accounts in memory."""

    accounts: dict[str, Account] = field(default_factory=dict)

    def find(self, who: str) -> Account:
        if who not in self.accounts:
            raise SignerMissing("akun_tidak_ada", "Tidak ada.")
        return self.accounts[who]


Start = Callable[..., Simulator]


@pytest.fixture
def start(pki: DevPki) -> Iterator[Start]:
    """A service with the given settings."""
    running: list[Simulator] = []

    def started(**settings: object) -> Simulator:
        simulator = Simulator(Office(pki, PASSPHRASE, Settings(**{"slow_seconds": 12.0, **settings})))  # type: ignore[arg-type]
        running.append(simulator.__enter__())
        return simulator

    yield started
    for simulator in running:
        simulator.__exit__(None, None, None)


@pytest.fixture(scope="module")
def simulator(pki: DevPki) -> Iterator[Simulator]:
    """Wants a PIN, binds its leave to hashes."""
    pki.add(RINA, PASSPHRASE)
    with Simulator(Office(pki, PASSPHRASE, Settings(slow_seconds=3))) as running:
        yield running


@pytest.fixture(autouse=True)
def clean(request: pytest.FixtureRequest) -> None:
    if "simulator" in request.fixturenames:
        request.getfixturevalue("simulator").office.clear()


@pytest.fixture(autouse=True)
def no_secret_in_any_log(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Every test here, everything logged at any level by any library, and everything printed."""
    caplog.set_level(logging.DEBUG)
    yield
    lines = [logging.Formatter().format(record) for record in caplog.get_records("call")]
    words = "\n".join([*lines, *capfd.readouterr()])
    for secret in (Settings().pin, Settings().password, PASSPHRASE):
        assert secret not in words


Make = Callable[..., CscSigner]


@pytest.fixture
def csc(pki: DevPki, trust: TrustStore) -> Make:
    """A signer at *simulator* that knows CITRA and RINA; *fault* is met by whoever signs."""

    def made(
        simulator: Simulator,
        version: int = 2,
        fault: Fault | None = None,
        *,
        pin: bool = False,
        breaker: Breaker | None = None,
        accounts: dict[str, Account] | None = None,
        timestamper: Timestamper | None = None,
        **options,
    ) -> CscSigner:
        settings = simulator.office.settings
        known: dict[str, Any] = {"url": f"{simulator.url}/csc/v{version}", "timeout": TIMEOUT, **options}
        password = known.pop("password", settings.password)
        profile = Profile(user=settings.user, password=Secret(password), **known)
        accounts = accounts or {who: account(pki, who, fault, pin=pin) for who in (CITRA.who, RINA.who)}
        timestamper = timestamper or Timestamper([pki.tsa_url])
        return CscSigner(profile, Known(accounts), timestamper=timestamper, trust=trust, breaker=breaker or Breaker())

    return made


def account(pki: DevPki, who: str, fault: Fault | None = None, *, pin: bool = False) -> Account:
    certificate = x509.load_pem_x509_certificate((pki.signers / f"{who}.pem").read_bytes()) if pin else None
    return Account(f"{who}.{fault}" if fault else who, certificate=certificate)


def batch(signer: CscSigner, pdfs: list[bytes], typed: str = Settings().pin, *, who: str = CITRA.who, **options):
    requests = [SigningRequest(str(number), pdf) for number, pdf in enumerate(pdfs)]
    return signer.sign_batch(who, requests, Secret(typed), **{"level": "B-T", **options})


def one(signer: CscSigner, pdf: bytes, typed: str = Settings().pin, **options) -> Outcome:
    (outcome,) = batch(signer, [pdf], typed, **options)
    return outcome
