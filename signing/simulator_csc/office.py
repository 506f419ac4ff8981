"""What the simulated service knows and remembers."""

from __future__ import annotations

import secrets
import threading
import time
from dataclasses import asdict, dataclass, field
from typing import Any

from signing.devpki import DevPki
from signing.keyfile import KeyMaterial, open_p12
from signing.secret import Secret
from signing.simulator_csc.faults import Fault

OTHER = "segel"
"""Whose key steps in where the wrong one is wanted: the seal of every development PKI."""


@dataclass(frozen=True)
class Settings:
    """``ways`` are the factors of every key, of ``PIN``, ``OTP`` and ``DEVICE`` (the person agrees on a telephone, 2.0
    only). ``scal`` is 2 where leave is bound to hashes. ``plain_algorithms`` lists rsaEncryption only, as old services
    do. ``oauth2`` false makes the application log in with Basic. ``pages``: leave to use a key is given on a web page
    only (``oauth2code``); ``pages_only``: the application itself is let in there only."""

    user: str = "aplikasi"
    password: str = field(default="aplikasi-pengembangan", repr=False)
    pin: str = field(default="428571", repr=False)
    ways: tuple[str, ...] = ("PIN",)
    scal: str = "2"
    oauth2: bool = True
    pages: bool = False
    pages_only: bool = False
    plain_algorithms: bool = False
    multisign: int = 250
    sad_seconds: float = 300
    slow_seconds: float = 3
    tries: int = 3


@dataclass(frozen=True)
class Entry:
    """One call: no PIN, no code, no leave. ``hashes`` as they came, ``signed`` how many were."""

    path: str
    hashes: tuple[str, ...] = ()
    signed: int = 0
    fault: str | None = None
    status: int = 200


@dataclass
class Leave:
    """A SAD: good for these hashes (any when None), so many values, until then."""

    credential: str
    hashes: list[str] | None
    left: int
    until: float


class Office:
    """Keys, codes, leaves and the ledger of one service. The keys of *pki* are opened with *passphrase*."""

    def __init__(self, pki: DevPki, passphrase: str, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.pki = pki
        self.tokens: set[str] = set()
        self.leaves: dict[str, Leave] = {}
        self.codes: dict[str, str] = {}
        self.mail: list[tuple[str, str]] = []
        """(credential, code) of every code sent."""
        self.pending: dict[str, str | None] = {}
        """Handle of an authorization that waits for the person's device, and its leave."""
        self.wrong: dict[str, int] = {}
        self.lock = threading.RLock()
        self._passphrase = passphrase
        self._entries: list[Entry] = []

    def people(self) -> list[str]:
        return sorted(file.stem for file in self.pki.signers.glob("*.p12"))

    def credential(self, name: str) -> tuple[str, Fault | None] | None:
        """Whose key it is and what goes wrong with it; None for a name nobody has."""
        who, _, fault = name.partition(".")
        if who not in self.people() or fault not in {"", *Fault}:
            return None
        return who, Fault(fault) if fault else None

    def key(self, who: str) -> KeyMaterial:
        with Secret(self._passphrase) as secret:
            return open_p12(self.pki.signers / f"{who}.p12", secret)

    def new_token(self) -> str:
        token = secrets.token_urlsafe(24)
        with self.lock:
            self.tokens.add(token)
        return token

    def new_code(self, name: str) -> None:
        code = f"{secrets.randbelow(10**6):06d}"
        with self.lock:
            self.codes[name] = code
            self.mail.append((name, code))

    def new_leave(self, name: str, hashes: list[str] | None, count: int) -> str:
        sad = secrets.token_urlsafe(24)
        with self.lock:
            self.leaves[sad] = Leave(name, hashes, count, time.monotonic() + self.settings.sad_seconds)
        return sad

    def write(self, entry: Entry) -> None:
        with self.lock:
            self._entries.append(entry)

    def entries(self) -> list[Entry]:
        with self.lock:
            return list(self._entries)

    def clear(self) -> None:
        with self.lock:
            self._entries.clear()
            self.mail.clear()
            self.wrong.clear()

    def ledger(self) -> list[dict[str, Any]]:
        return [asdict(entry) for entry in self.entries()]
