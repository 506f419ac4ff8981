"""``sign --key bsre://SERVER[?api=v1]#NIP``: who we are to the server comes from the environment."""

from __future__ import annotations

import os
from pathlib import Path

from signing.cli_secret import ask
from signing.errors import ConfigurationError, Refused
from signing.ports import Outcome, SigningRequest
from signing.secret import Secret
from signing.timestamps import Timestamper
from signing.trust import TrustStore

SCHEMES = ("bsre:", "bsre+http:", "bsre+https:")
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
    from signing.bsre import BsreSigner, FolderAccounts, Profile  # its HTTP library, only for who needs it

    address, _, who = key.partition("#")
    if not trust.anchors:
        raise ConfigurationError("kepercayaan_kosong")
    if not who:
        raise Refused("sertifikat_tidak_ada")
    profile = Profile.from_url(address, os.environ.get(USER, ""), Secret(os.environ.pop(PASSWORD, "")))
    accounts = FolderAccounts(Path(os.environ.get(ACCOUNTS, ".")))
    signer = BsreSigner(profile, accounts, timestamper=timestamper, trust=trust)
    with ask(descriptor, "TOTP: " if profile.by_totp else "Passphrase: ") as secret:
        return signer.sign_batch(who, [request], secret, level=level)[0]
