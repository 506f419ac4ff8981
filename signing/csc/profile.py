"""How a provider is reached and who we are to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from signing.csc.errors import sentence
from signing.errors import ConfigurationError
from signing.remote.address import seconds, taken_apart
from signing.secret import Secret

_OPTIONS = {"timeout", "ca", "oauth2"}


@dataclass(frozen=True)
class Profile:
    """One service. ``url`` is its base, such as ``https://tsp.example/csc/v1``; which version it speaks it says itself.

    ``user`` and ``password`` are the application's own (OAuth 2.0 client or Basic). ``oauth2`` is the base of the
    authorization server, needed only when that is another host: a secret is not sent wherever an answer points.
    ``ca`` is a PEM file of the server's own issuer. Times are seconds.
    """

    url: str
    user: str
    password: Secret = field(repr=False)
    timeout: float = 60
    read_timeout: float = 30
    connect_timeout: float = 10
    ca: Path | None = None
    oauth2: str | None = None

    @classmethod
    def from_url(cls, address: str, user: str, password: Secret) -> Profile:
        """``csc://host[:port]/csc/v2[?timeout=60&ca=file&oauth2=https://…]`` over https, ``csc+http://`` without TLS.

        Raises :class:`~signing.errors.ConfigurationError`.
        """
        try:
            url, options = taken_apart(address, "csc", _OPTIONS)
            timeout = seconds(options.get("timeout", "60"))
        except ValueError:
            raise ConfigurationError("profil_salah", sentence("profil_salah")) from None
        ca = Path(options["ca"]) if "ca" in options else None
        return cls(url, user, password, timeout=timeout, ca=ca, oauth2=options.get("oauth2"))
