"""Is the service there, and does it know us?"""

from __future__ import annotations

from signing.csc.access import enter
from signing.csc.connection import Connection
from signing.csc.errors import CscError
from signing.csc.profile import Profile
from signing.errors import SecretWiped
from signing.remote.breaker import Breaker, breaker_of
from signing.remote.connection import NoAnswer, NotSent
from signing.remote.health import Health


def health(profile: Profile, breaker: Breaker | None = None) -> Health:
    """Asks for a token and nothing of any person. Raises nothing."""
    breaker = breaker or breaker_of(profile.url)
    try:
        with Connection(profile) as connection:
            version = enter(connection)
    except CscError as error:
        known = {"kredensial_penyedia": "menolak akun aplikasi", "alamat_penyedia": "bukan layanan CSC"}
        return Health(False, known.get(error.code, "tidak menjawab dengan benar"))
    except (NotSent, NoAnswer, OSError, SecretWiped):
        return Health(False, "tidak menjawab")
    if not breaker.closed:
        return Health(False, "dijeda setelah berkali-kali gagal")
    return Health(True, f"CSC API v{version}")
