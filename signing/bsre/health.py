"""Is the server there, does it know us, and how long are the pinned certificates good?"""

from __future__ import annotations

from signing.bsre.connection import Connection
from signing.bsre.profile import Profile
from signing.remote.answers import parsed
from signing.remote.breaker import Breaker, breaker_of
from signing.remote.connection import NoAnswer, NotSent
from signing.remote.health import Health

_NOBODY = {"nik": "0" * 16}


def health(profile: Profile, breaker: Breaker | None = None) -> Health:
    """Asks for the state of nobody: costs no signature and needs no secret of a person. Raises nothing."""
    breaker = breaker or breaker_of(profile.url)
    try:
        with Connection(profile) as connection:
            answer = connection.post_json("/api/v2/user/check/status", _NOBODY, timeout=profile.connect_timeout)
    except (NotSent, NoAnswer, OSError):
        return Health(False, "tidak menjawab")
    if answer.status in {401, 403}:
        return Health(False, "menolak akun aplikasi")
    if answer.status in {404, 405} and profile.api == "v1":
        return Health(True, "e-sign v1")
    if answer.status != 200 or "status" not in parsed(answer):
        return Health(False, f"menjawab HTTP {answer.status}")
    if not breaker.closed:
        return Health(False, "dijeda setelah berkali-kali gagal")
    return Health(True, f"e-sign {profile.api}")
