"""``sign --key bsre://SERVER#NIP`` or ``csc://SERVER#NIP``: who we are to the server comes from the environment."""

from __future__ import annotations

import os
from pathlib import Path

from signing.cli_screen import remark
from signing.cli_secret import ask, given
from signing.errors import ConfigurationError, Refused
from signing.ports import CodeSender, Outcome, Signer, SigningRequest
from signing.secret import Secret
from signing.timestamps import Timestamper
from signing.trust import TrustStore

SCHEMES = ("bsre:", "bsre+http:", "bsre+https:", "csc:", "csc+http:", "csc+https:")
USER, PASSWORD, ACCOUNTS = "SIGNING_USER", "SIGNING_PASSWORD", "SIGNING_ACCOUNTS"


def sign(
    key: str,
    request: SigningRequest,
    timestamper: Timestamper,
    trust: TrustStore,
    *,
    level: str,
    descriptor: int | None,
) -> Outcome:
    """One document. Without anchors no answer could be checked, so none is asked for. Raises SigningError."""
    address, _, who = key.partition("#")
    if not trust.anchors:
        raise ConfigurationError("kepercayaan_kosong")
    if not who:
        raise Refused("sertifikat_tidak_ada")
    open_signer = _csc if key.startswith("csc") else _bsre
    signer, question = open_signer(address, timestamper, trust, who, asked=not given(descriptor))
    with ask(descriptor, question) as secret:
        return signer.sign_batch(who, [request], secret, level=level)[0]


def _bsre(address: str, timestamper: Timestamper, trust: TrustStore, who: str, *, asked: bool) -> tuple[Signer, str]:
    """The signer, and what to ask the person at the terminal for. A code they need is sent to them now."""
    from signing.bsre import BsreSigner, FolderAccounts, Profile  # its HTTP library, only for who needs it

    profile = Profile.from_url(address, *_known_as())
    signer = BsreSigner(profile, FolderAccounts(_folder()), timestamper=timestamper, trust=trust)
    _have_code_sent(signer, who, asked=asked)
    return signer, "TOTP: " if profile.by_totp else "Passphrase: "


def _csc(address: str, timestamper: Timestamper, trust: TrustStore, who: str, *, asked: bool) -> tuple[Signer, str]:
    """The same."""
    from signing.csc import CscSigner, FolderAccounts, Profile

    profile = Profile.from_url(address, *_known_as())
    signer = CscSigner(profile, FolderAccounts(_folder()), timestamper=timestamper, trust=trust)
    _have_code_sent(signer, who, asked=asked)
    return signer, "PIN, kode, atau keduanya dipisahkan spasi: "


def _have_code_sent(signer: CodeSender, who: str, *, asked: bool) -> None:
    challenge = signer.ask_code(who, 1) if asked else None
    if challenge is not None:
        remark(f"signing: kode sekali pakai sudah diminta. {challenge}".rstrip())


def _known_as() -> tuple[str, Secret]:
    return os.environ.get(USER, ""), Secret(os.environ.pop(PASSWORD, ""))


def _folder() -> Path:
    return Path(os.environ.get(ACCOUNTS, "."))
