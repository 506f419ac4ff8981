"""How one agency's server is reached: what the guide leaves open is a setting here."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from signing.bsre.errors import sentence
from signing.errors import ConfigurationError
from signing.remote.address import seconds, taken_apart
from signing.secret import Secret

_OPTIONS = {"api", "secret", "corners", "timeout", "ca"}


@dataclass(frozen=True)
class Profile:
    """One connection.

    ``api`` is ``v1`` or ``v2``. ``by_totp``: the secret that people type is a TOTP, not their passphrase (v2 only).
    ``corners``: in v1 ``width`` and ``height`` are the stamp's upper right corner (iText's habit), else a size; to be
    found out once per server with a grid page. Times are seconds. ``ca`` is a PEM file of the server's own issuer;
    there is no way to skip the check of its certificate.
    """

    url: str
    user: str
    password: Secret = field(repr=False)
    api: str = "v2"
    by_totp: bool = False
    corners: bool = True
    timeout: float = 120
    read_timeout: float = 30
    connect_timeout: float = 10
    ca: Path | None = None

    @classmethod
    def from_url(cls, address: str, user: str, password: Secret) -> Profile:
        """``bsre://host[:port][/path][?api=v1&secret=totp&corners=no&timeout=120&ca=file]`` over https.

        ``bsre+http://`` is the plain HTTP of many intranets, which has to be asked for. Raises
        :class:`~signing.errors.ConfigurationError`, also for names and passwords inside the address.
        """
        try:
            url, options = taken_apart(address, "bsre", _OPTIONS)
            timeout = seconds(options.get("timeout", "120"))
        except ValueError:
            raise _wrong() from None
        api = options.get("api", "v2")
        by_totp = options.get("secret", "passphrase") == "totp"
        if api not in {"v1", "v2"} or (by_totp and api == "v1"):
            raise _wrong()
        return cls(
            url,
            user,
            password,
            api=api,
            by_totp=by_totp,
            corners=options.get("corners", "yes") != "no",
            timeout=timeout,
            ca=Path(options["ca"]) if "ca" in options else None,
        )


def _wrong() -> ConfigurationError:
    return ConfigurationError("profil_salah", sentence("profil_salah"))
