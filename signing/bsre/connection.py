"""The connection with an agency's BSrE server: every call carries the application's own name and password."""

from __future__ import annotations

from collections.abc import Mapping

from signing.bsre.profile import Profile
from signing.remote import connection as remote


class Connection(remote.Connection):
    """See :class:`signing.remote.connection.Connection`."""

    profile: Profile

    def __init__(self, profile: Profile) -> None:
        super().__init__(profile)

    def introduction(self) -> Mapping[str, str]:
        return remote.basic(self.profile.user, self.profile.password)
