"""The BSrE signer behind the port: one passphrase, many documents, one fate each, no document asked for twice."""

from __future__ import annotations

from collections.abc import Iterable

from signing.bsre import v1, v2
from signing.bsre.acceptance import Acceptance
from signing.bsre.accounts import Account
from signing.bsre.batch import Batch
from signing.bsre.connection import Connection
from signing.bsre.errors import BsreError, no_answer, unknown
from signing.bsre.guard import guarded
from signing.bsre.health import health
from signing.bsre.profile import Profile
from signing.outcomes import Progress, Told
from signing.ports import Outcome, SigningRequest
from signing.remote.health import Health
from signing.remote.signer import RemoteSigner
from signing.secret import Secret


class BsreSigner(RemoteSigner[Profile, Account]):
    """Asks the server of *profile*; evidence for B-LT and B-LTA is added here, with *timestamper*.

    BSrE names its own field and cannot certify: a prepared field of the request keeps its picture and stays empty, the
    signature itself is invisible then; ``certify`` has no effect.
    """

    name = "bsre"

    def sign_batch(
        self,
        who: str,
        requests: Iterable[SigningRequest],
        secret: Secret,
        *,
        level: str = "B-LTA",
        progress: Progress | None = None,
    ) -> list[Outcome]:
        """See :class:`~signing.ports.Signer`. *secret* is the passphrase, or the TOTP where the profile says so.

        What the server signed and could not yet be raised to *level* comes back signed with the level it has. After a
        refusal of the person (wrong passphrase, inactive certificate) or of this application nothing more is sent.
        """
        if not requests:
            return []
        told = Told(progress)
        with Connection(self.profile) as connection:
            acceptance = Acceptance(self.trust, level, self.timestamper)
            batch = Batch(connection, self.breaker, self.accounts, acceptance, who, secret)
            for request in requests:
                told.add(batch.one(request))
        return told.outcomes

    def settle(self, who: str, request: SigningRequest, document_id: str, *, level: str = "B-LTA") -> Outcome:
        """Look again for a result of v1 whose fate is unknown; signs nothing. Still unknown when it is not there.

        v2 has no such question. *document_id* is the unknown outcome's ``provider_reference``; BSrE gives a result only
        once.
        """
        acceptance = Acceptance(self.trust, level, self.timestamper)
        try:
            account = self.accounts.find(who)
            with Connection(self.profile) as connection:
                pdf = guarded(self.breaker, lambda: v1.fetch(connection, document_id), lost=unknown)
            if pdf is None:
                raise v1.lost(document_id)
            return acceptance.accept(request, pdf, who, account)
        except BsreError as error:
            return error.outcome(request)

    def health(self) -> Health:
        """Whether the server answers and knows this application. Raises nothing."""
        return health(self.profile, self.breaker)

    def ask_code(self, who: str, files: int) -> str | None:
        """See :class:`~signing.ports.CodeSender`: a TOTP, where the profile says so."""
        if not self.profile.by_totp:
            return None
        account = self.accounts.find(who)
        with Connection(self.profile) as connection:
            guarded(self.breaker, lambda: v2.ask_totp(connection, account, files), lost=no_answer)
        return ""
