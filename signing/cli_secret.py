"""Where the command line gets a passphrase: never from its arguments."""

from __future__ import annotations

import getpass
import os

from signing.secret import Secret

VARIABLE = "SIGNING_SECRET"


def given(descriptor: int | None) -> bool:
    """Whether the passphrase came along, so that nobody has to be asked."""
    return descriptor is not None or VARIABLE in os.environ


def ask(descriptor: int | None, question: str = "Passphrase: ") -> Secret:
    """First the descriptor, then the environment, then the person at the terminal."""
    if descriptor is not None:
        with os.fdopen(descriptor, "r", encoding="utf-8") as source:
            return Secret(source.readline().rstrip("\r\n"))
    if VARIABLE in os.environ:
        return Secret(os.environ.pop(VARIABLE))  # children need not inherit it
    return Secret(getpass.getpass(question))
