"""The connection with one provider: every call after the first carries the token we were given."""

from __future__ import annotations

from collections.abc import Mapping

from signing.csc.profile import Profile
from signing.remote import connection as remote
from signing.secret import Secret


class Connection(remote.Connection):
    """See :class:`signing.remote.connection.Connection`. ``token`` and ``basic`` are set while they are used."""

    profile: Profile

    def __init__(self, profile: Profile) -> None:
        super().__init__(profile)
        self.token: Secret | None = None
        self.basic = False

    def introduction(self) -> Mapping[str, str]:
        if self.basic:
            return remote.basic(self.profile.user, self.profile.password)
        return {"Authorization": f"Bearer {self.token.reveal()}"} if self.token is not None else {}
