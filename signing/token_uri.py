"""``pkcs11:`` addresses (RFC 7512): which key of which token through which module."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from signing.errors import ConfigurationError

_PATH = {"token", "object", "type"}
_QUERY = {"module-path"}


@dataclass(frozen=True)
class TokenAddress:
    """*module* is the path of the provider's library, *token* its label, *who* the label of key and certificate."""

    module: str
    token: str
    who: str


def parse(uri: str) -> TokenAddress:
    """Read ``pkcs11:token=LABEL;object=LABEL?module-path=FILE``: one key, for one signature.

    Raises :class:`~signing.errors.ConfigurationError` (``alamat_token_salah``) for anything else: an
    attribute that is not understood might be the one that tells two keys apart, and ``pin-value`` in an
    address is a passphrase in the arguments of a program.
    """
    return TokenAddress(*_wanted(uri, "module-path", "token", "object"))


def parse_provider(uri: str) -> tuple[str, str]:
    """Read ``pkcs11:token=LABEL?module-path=FILE`` into module and token: a signer for everybody who has a key there.

    Raises :class:`~signing.errors.ConfigurationError`, also for an ``object``: it would be one person's.
    """
    module, token = _wanted(uri, "module-path", "token")
    if "object=" in uri:
        raise ConfigurationError("alamat_token_salah")
    return module, token


def _wanted(uri: str, *names: str) -> list[str]:
    scheme, _, rest = uri.partition(":")
    path, _, query = rest.partition("?")
    found = _attributes(path, ";", _PATH) | _attributes(query, "&", _QUERY)
    if scheme != "pkcs11" or not all(found.get(name) for name in names):
        raise ConfigurationError("alamat_token_salah")
    return [found[name] for name in names]


def _attributes(text: str, separator: str, known: set[str]) -> dict[str, str]:
    pairs = [part.partition("=") for part in text.split(separator) if part]
    names = [name for name, _, _ in pairs]
    if not set(names) <= known or len(set(names)) < len(names):
        raise ConfigurationError("alamat_token_salah")
    return {name: unquote(value) for name, _, value in pairs}
