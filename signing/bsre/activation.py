"""Starting a seal's activation from a mailed code, and keeping it alive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from signing.bsre.answers import failure
from signing.bsre.connection import Connection
from signing.bsre.errors import BsreError, no_answer, refused, retryable
from signing.bsre.guard import guarded
from signing.bsre.profile import Profile
from signing.bsre.seal_state import SealState, SealStatus, SealStore
from signing.ports import OutcomeStatus
from signing.remote.answers import parsed
from signing.remote.breaker import Breaker, breaker_of
from signing.secret import Secret

_ACTIVATE = "/api/v2/seal/get/activation"
_PATIENCE = timedelta(minutes=5)
"""How long another process may be rotating before its code counts as lost."""


@dataclass(frozen=True)
class Activation:
    """*subscriber* is the seal's id at BSrE. All methods raise BsreError."""

    profile: Profile
    subscriber: str
    store: SealStore

    def begin(self) -> None:
        """Have BSrE mail the first code to the seal's keeper."""
        with Connection(self.profile) as connection:
            guarded(self._breaker, lambda: self._mailed(connection), lost=no_answer)

    def enter(self, code: Secret) -> None:
        """The code from the mail; exchanged at once for one that no mailbox has seen.

        A mistyped code changes nothing, so that it can be typed again.
        """
        typed, stored = code.reveal().strip(), self.store.read()
        if not typed:
            raise refused("segel_tidak_aktif")
        self._rotate(stored, typed, when_refused=stored)

    def refresh(self) -> datetime:
        """Exchange the current code for a new one; to be called every few hours. Returns when that one expires."""
        state = self.store.read()
        self._require_usable(state)
        return self._rotate(state, state.code, when_refused=SealState(SealStatus.LOST)).expires

    def current(self) -> str:
        """The code that counts now."""
        state = self.store.read()
        self._require_usable(state)
        return state.code

    def forget(self, code: str) -> None:
        """BSrE has refused this code: a person must start again, unless another process has a newer one."""
        state = self.store.read()
        if state.status is SealStatus.ACTIVE and state.code == code:
            self.store.swap(state, SealState(SealStatus.LOST))

    def _rotate(self, stored: SealState, code: str, *, when_refused: SealState) -> SealState:
        """Write down that a new code is being asked for, ask, store it. What is not known afterwards is lost."""
        rotating = SealState(SealStatus.ROTATING, code, datetime.now(UTC))
        if not self.store.swap(stored, rotating):
            raise retryable("segel_sedang_diperbarui")
        try:
            with Connection(self.profile) as connection:
                new = guarded(self._breaker, lambda: self._exchanged(connection, code), lost=_lost)
        except BsreError as error:
            left = {OutcomeStatus.RETRYABLE: stored, OutcomeStatus.REFUSED: when_refused}
            self.store.swap(rotating, left.get(error.status, SealState(SealStatus.LOST)))
            raise
        fresh = SealState(SealStatus.ACTIVE, new, datetime.now(UTC))
        if not self.store.swap(rotating, fresh):
            raise _lost()
        return fresh

    def _mailed(self, connection: Connection) -> None:
        answer = connection.post_json(_ACTIVATE, {"idSubscriber": self.subscriber})
        if answer.status != 200 or not parsed(answer).get("success"):
            raise failure(answer, ())

    def _exchanged(self, connection: Connection, code: str) -> str:
        answer = connection.post_json(_ACTIVATE, {"idSubscriber": self.subscriber, "totp": code})
        data = parsed(answer).get("data") if answer.whole else None
        fresh = str(data.get("totp") or "") if isinstance(data, dict) else ""
        if answer.status == 200 and fresh:
            return fresh
        raise failure(answer, (code,))

    def _require_usable(self, state: SealState) -> None:
        now = datetime.now(UTC)
        if state.status is SealStatus.ROTATING:
            if now - state.since < _PATIENCE:
                raise retryable("segel_sedang_diperbarui")
            self.store.swap(state, SealState(SealStatus.LOST))
        if state.status is not SealStatus.ACTIVE or state.expires <= now:
            raise refused("segel_tidak_aktif")

    @property
    def _breaker(self) -> Breaker:
        return breaker_of(self.profile.url)


def _lost() -> BsreError:
    """The server may have replaced the code, and the new one never arrived."""
    return BsreError(OutcomeStatus.UNKNOWN, "segel_tidak_aktif")
