"""The organisation's seal at BSrE, behind the same port as persons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cryptography import x509

from signing.bsre import v2
from signing.bsre.acceptance import Acceptance
from signing.bsre.accounts import Account
from signing.bsre.activation import Activation
from signing.bsre.answers import failure
from signing.bsre.connection import Connection
from signing.bsre.errors import BsreError, Scope, no_answer, refused, unknown
from signing.bsre.guard import guarded
from signing.bsre.stamp import stamp_for
from signing.certificates import identity_of
from signing.outcomes import Progress, Told
from signing.ports import Identity, Outcome, SigningRequest
from signing.remote.answers import parsed
from signing.remote.breaker import Breaker, breaker_of
from signing.secret import Secret
from signing.timestamps import Timestamper
from signing.trust import TrustStore


@dataclass(frozen=True)
class BsreSealer:
    """Seals with the activation that is kept alive; the certificate of the seal is pinned.

    *who* and the passphrase of the port are not used: what opens the seal is the activation code.
    """

    activation: Activation
    certificate: x509.Certificate
    timestamper: Timestamper
    trust: TrustStore

    name = "bsre-segel"

    def identity(self, who: str) -> Identity:
        return identity_of(self.certificate)

    def sign_batch(
        self,
        who: str,
        requests: Iterable[SigningRequest],
        secret: Secret,
        *,
        level: str = "B-LTA",
        progress: Progress | None = None,
    ) -> list[Outcome]:
        """See :class:`~signing.ports.Signer`. One code and one call per document: a call is all or nothing."""
        told = Told(progress)
        ended: BsreError | None = None
        acceptance = Acceptance(self.trust, level, self.timestamper)
        with Connection(self.activation.profile) as connection:
            for request in requests:
                try:
                    if ended is not None:
                        raise ended
                    outcome = self._one(connection, request, acceptance)
                except BsreError as error:
                    ended = error if error.scope is not Scope.DOCUMENT else None
                    outcome = error.outcome(request)
                except Exception:  # before anything was sent: calls and results have errors of their own
                    outcome = refused("kesalahan_internal").outcome(request)
                told.add(outcome)
        return told.outcomes

    def _one(self, connection: Connection, request: SigningRequest, acceptance: Acceptance) -> Outcome:
        stamp = stamp_for(request, identity_of(self.certificate).common_name)
        code = self._code(connection)
        body = {"idSubscriber": self.activation.subscriber, "totp": code, **v2.document(request, stamp)}
        pdf = guarded(
            self._breaker,
            lambda: v2.signed_file(connection.post_json("/api/v2/seal/pdf", body), request, (code,)),
            lost=unknown,
        )
        try:
            return acceptance.accept(request, pdf, "", Account(certificate=self.certificate))
        except BsreError:
            raise
        except Exception as error:
            raise unknown(type(error).__name__) from None

    def _code(self, connection: Connection) -> str:
        """A short-lived code for one file, bought with the activation."""
        try:
            current = self.activation.current()
        except BsreError as error:
            raise BsreError(error.status, error.code, error.text, Scope.PROVIDER) from None
        try:
            return guarded(self._breaker, lambda: self._bought(connection, current), lost=no_answer)
        except BsreError as error:
            if error.scope is Scope.PERSON:
                self.activation.forget(current)
            raise

    def _bought(self, connection: Connection, current: str) -> str:
        body = {"idSubscriber": self.activation.subscriber, "totp": current, "data": 1}
        answer = connection.post_json("/api/v2/seal/get/totp", body)
        code = str(parsed(answer).get("totp") or "")
        if answer.status == 200 and code:
            return code
        raise failure(answer, (current,))

    @property
    def _breaker(self) -> Breaker:
        return breaker_of(self.activation.profile.url)
