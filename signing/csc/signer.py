"""The CSC signer behind the port."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from cryptography import x509

from signing.certificates import issuers_of
from signing.csc.accounts import Account
from signing.csc.connection import Connection
from signing.csc.credential import Credential
from signing.csc.desk import Desk
from signing.csc.errors import CscError
from signing.csc.health import health
from signing.csc.profile import Profile
from signing.errors import Refused, SigningError
from signing.outcomes import Progress, all_failed
from signing.ports import LEVELS, Outcome, SigningRequest
from signing.remote.guard import guarded
from signing.remote.health import Health
from signing.remote.signer import RemoteSigner
from signing.secret import Secret


class CscSigner(RemoteSigner[Profile, Account]):
    """Signs with the person's key at the service of *profile*; everything but the value itself is made here.

    What a person types is the PIN, the one-time code, or both in one line with the code last, as their key demands. One
    call authorizes and signs as many documents as the key allows; a one-time code is good for the first call only.
    """

    name = "csc"

    def sign_batch(
        self,
        who: str,
        requests: Iterable[SigningRequest],
        secret: Secret,
        *,
        level: str = "B-LTA",
        progress: Progress | None = None,
    ) -> list[Outcome]:
        """See :class:`~signing.ports.Signer`. Documents of a ``signHash`` without an answer are unknown."""
        if not requests:
            return []
        try:
            if level not in LEVELS:
                raise Refused("tingkat_tidak_dikenal")
            account = self.accounts.find(who)
            with Connection(self.profile) as connection:
                desk = Desk(connection, self.breaker, who, account)
                return self._run(desk, desk.credential(), secret, requests, level, progress)
        except SigningError as error:
            return all_failed(requests, error, progress)

    def _run(
        self,
        desk: Desk,
        credential: Credential,
        secret: Secret,
        requests: Iterable[SigningRequest],
        level: str,
        progress: Progress | None,
    ) -> list[Outcome]:
        from signing.engine.together import Together, WaitingSigner  # pyHanko takes a second to import

        known = [*credential.chain, *(x509.load_der_x509_certificate(der) for der in self.trust.intermediates)]
        signer = WaitingSigner(credential.certificate, issuers_of(credential.certificate, known))
        together = Together(
            signer=signer,
            level=level,
            timestamper=self.timestamper,
            trust=self.trust,
            ask=lambda data: desk.values(credential, secret, data),
            most=credential.most,
        )
        return together.run(requests, progress)

    def health(self) -> Health:
        """Whether the service answers and knows this application. Raises nothing."""
        return health(self.profile, self.breaker)

    def ask_code(self, who: str, files: int = 1) -> str | None:
        """See :class:`~signing.ports.CodeSender`. The code is for one call, however many files it has."""
        account = self.accounts.find(who)
        with Connection(self.profile) as connection:
            desk = Desk(connection, self.breaker, who, account)
            credential = desk.credential()
            factor = next((one for one in credential.factors or () if one.sent and not one.outside), None)
            if factor is None:
                return None
            send = partial(desk.service.send_code, credential, factor)
            return guarded(self.breaker, send, lost=CscError.no_answer, speaks=CscError)
