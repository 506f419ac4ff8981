"""What a signer at a provider is made of, whatever its protocol."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

from cryptography import x509

from signing.certificates import pinned_identity
from signing.ports import Identity
from signing.remote.breaker import Breaker, breaker_of
from signing.timestamps import Timestamper
from signing.trust import TrustStore


class Addressed(Protocol):
    @property
    def url(self) -> str: ...


class Holder(Protocol):
    @property
    def certificate(self) -> x509.Certificate | None: ...


P = TypeVar("P", bound=Addressed)
A = TypeVar("A", bound=Holder)
A_co = TypeVar("A_co", bound=Holder, covariant=True)


class Accounts(Protocol[A_co]):
    def find(self, who: str) -> A_co:
        """Raises :class:`~signing.errors.SignerMissing`."""
        ...


class RemoteSigner(Generic[P, A]):
    """Knows the server by its *profile* and people by their *accounts* there; one breaker per server."""

    def __init__(
        self,
        profile: P,
        accounts: Accounts[A],
        *,
        timestamper: Timestamper,
        trust: TrustStore,
        breaker: Breaker | None = None,
    ) -> None:
        self.profile = profile
        self.accounts = accounts
        self.timestamper = timestamper
        self.trust = trust
        self.breaker = breaker or breaker_of(profile.url)

    def identity(self, who: str) -> Identity:
        """From the pinned certificate; asks nobody. Raises SignerMissing."""
        return pinned_identity(self.accounts.find(who).certificate)
