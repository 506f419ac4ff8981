"""One batch of one person: their fate is found out once, each document's by itself."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from signing.bsre import v1, v2
from signing.bsre.acceptance import Acceptance
from signing.bsre.accounts import Account, Accounts
from signing.bsre.connection import Connection
from signing.bsre.errors import BsreError, Scope, no_answer, refused, retryable, sentence, unknown
from signing.bsre.guard import guarded
from signing.bsre.stamp import stamp_for
from signing.bsre.states import require_active
from signing.certificates import identity_of
from signing.errors import SecretWiped, SigningError
from signing.ports import LEVELS, Outcome, SigningRequest
from signing.remote.breaker import Breaker
from signing.secret import Secret


@dataclass
class Batch:
    """Documents of *who*, one call each. ``ended`` is why nothing more is sent."""

    connection: Connection
    breaker: Breaker
    accounts: Accounts
    acceptance: Acceptance
    who: str
    secret: Secret
    account: Account | None = None
    ended: BsreError | None = None

    def one(self, request: SigningRequest) -> Outcome:
        if self.ended is not None:
            return self.ended.outcome(request)
        try:
            account = self.account or self._ready()
            pdf = self._asked(request, account)
            return self._accepted(request, pdf, account)
        except BsreError as error:
            if error.scope is not Scope.DOCUMENT:
                self.ended = error
            return error.outcome(request)
        except Exception:  # calls and results have errors of their own: this was before anything was sent
            return refused("kesalahan_internal").outcome(request)

    def _ready(self) -> Account:
        """Once per batch, before the first document leaves: who it is and whether they can sign."""
        if self.acceptance.level not in LEVELS:
            raise refused("tingkat_tidak_dikenal", "Tingkat tanda tangan tidak dikenal.", Scope.PERSON)
        try:
            account = self.accounts.find(self.who)
        except SigningError as error:
            raise refused(error.code, error.text, Scope.PERSON) from None
        if not self.secret:
            raise refused("passphrase_salah", sentence("passphrase_salah"), Scope.PERSON)
        if self.acceptance.lasting:
            self._require_time()
        guarded(self.breaker, lambda: require_active(self.connection, account), lost=no_answer)
        self.account = account
        return account

    def _require_time(self) -> None:
        """Without an authority no signature could be made to last: better found out before it is made."""
        try:
            self.acceptance.timestamper.token(hashlib.sha256(b"").digest())
        except SigningError as error:
            raise retryable(error.code, error.text, Scope.PROVIDER) from None

    def _asked(self, request: SigningRequest, account: Account) -> bytes:
        """The one call that signs."""
        name = identity_of(account.certificate).common_name if account.certificate else self.who
        stamp = stamp_for(request, name)
        sign = v1.sign if self.connection.profile.api == "v1" else v2.sign
        try:
            self.secret.reveal()  # held by no frame but that of the call itself
        except SecretWiped as error:
            raise refused(error.code, error.text, Scope.PERSON) from None
        return guarded(
            self.breaker,
            lambda: sign(self.connection, account, request, self.secret.reveal(), stamp),
            lost=unknown,
        )

    def _accepted(self, request: SigningRequest, pdf: bytes, account: Account) -> Outcome:
        """A trouble of our own after the server signed is not *not signed*."""
        try:
            return self.acceptance.accept(request, pdf, self.who, account)
        except BsreError:
            raise
        except Exception as error:
            raise unknown(type(error).__name__) from None
