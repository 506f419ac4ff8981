"""One throw-away PKI with live services for the whole run; nothing here is simulated."""

import random
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from signing import (
    LEVELS,
    DevPki,
    DevServices,
    OutcomeStatus,
    Person,
    Secret,
    SigningRequest,
    SoftwareSigner,
    Timestamper,
    TrustStore,
)
from tests.signing import samples

PASSPHRASE = "kunci-rahasia-7319"
CITRA = Person("197103141994031901", "Dr. Citra Lestari, M.Si.", "197103141994031901")
BUDI = Person("198507022010011005", "Budi Santoso, S.E.", "198507022010011005")


def free_port() -> int:
    """Below the ephemeral range, so that no outgoing connection takes it in between."""
    while True:
        port = random.randint(18_000, 31_000)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port


@pytest.fixture(scope="session")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DevPki]:
    directory = tmp_path_factory.mktemp("pki")
    made = DevPki.create(directory, people=[CITRA, BUDI], passphrase=PASSPHRASE, port=free_port())
    with DevServices(directory):
        yield made


@pytest.fixture(scope="session")
def trust(pki: DevPki) -> TrustStore:
    return TrustStore.from_directory(pki.trust)


@pytest.fixture(scope="session")
def signer(pki: DevPki, trust: TrustStore) -> SoftwareSigner:
    return SoftwareSigner(pki.signers, timestamper=Timestamper([pki.tsa_url]), trust=trust)


@pytest.fixture
def secret() -> Secret:
    return Secret(PASSPHRASE)


Sign = Callable[..., bytes]


@pytest.fixture(scope="session")
def sign(signer: SoftwareSigner) -> Sign:
    """Sign one file and insist that it worked."""

    def signed(pdf: bytes, *, level: str = "B-LTA", who: str = CITRA.who, **options: object) -> bytes:
        request = SigningRequest("satu", pdf, **options)  # type: ignore[arg-type]
        (outcome,) = signer.sign_batch(who, [request], Secret(PASSPHRASE), level=level)
        assert outcome.status is OutcomeStatus.SIGNED, outcome.provider_text
        assert outcome.pdf is not None
        return outcome.pdf

    return signed


@pytest.fixture(scope="session")
def plain() -> bytes:
    return samples.letter()


@pytest.fixture(scope="session")
def signed(sign: Sign, plain: bytes) -> dict[str, bytes]:
    """The same letter at each level."""
    return {level: sign(plain, level=level, reason="Persetujuan") for level in LEVELS}


@pytest.fixture
def file(tmp_path: Path) -> Callable[[bytes], Path]:
    def write(data: bytes, name: str = "naskah.pdf") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write
