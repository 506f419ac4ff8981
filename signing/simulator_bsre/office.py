"""What the simulated server knows and remembers."""

from __future__ import annotations

import secrets
import threading
import time
from dataclasses import dataclass, field

from signing.devpki import DevPki
from signing.simulator_bsre.keys import Keys
from signing.simulator_bsre.ledger import Ledger
from signing.simulator_bsre.people import People
from signing.timestamps import Timestamper
from signing.trust import TrustStore

SUBSCRIBER = "segel-pengembangan"


@dataclass(frozen=True)
class Settings:
    """``latency`` is the multiple of the field's latencies (sign 0.86 s, status 0.46 s, verify 1.4 s + 5 s per
    further signature), 0 for none. ``iso_time`` answers ``time`` as text, as some builds do. ``twin`` is whose
    key the users with a fault share."""

    user: str = "esign"
    password: str = field(default="esign-pengembangan", repr=False)
    latency: float = 0
    slow_seconds: float = 3
    totp_seconds: float = 300
    activation_seconds: float = 24 * 3600
    iso_time: bool = False
    twin: str | None = None


@dataclass
class Code:
    """A one-time code: good for so many files until then."""

    text: str
    left: int
    until: float

    def good(self, text: str, files: int = 1) -> bool:
        return secrets.compare_digest(self.text, text) and self.left >= files and time.monotonic() < self.until


class Office:
    """Keys, people, codes, downloads that wait, and the ledger of one server."""

    def __init__(self, pki: DevPki, passphrase: str, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.people = People(pki, self.settings.twin)
        self.keys = Keys(pki, passphrase)
        self.timestamper = Timestamper([pki.tsa_url])
        self.trust = TrustStore.from_directory(pki.trust)
        self.ledger = Ledger()
        self.mail: list[tuple[str, str]] = []
        """(recipient, code) of every code sent."""
        self.lock = threading.RLock()
        self.activation: Code | None = None
        self.registered: set[str] = set()
        """NIK and e-mails that somebody registered here."""
        self.applications: set[str] = set()
        """Ids of applications for a seal."""
        self._codes: dict[str, Code] = {}
        self._downloads: dict[str, bytes] = {}

    def keep(self, pdf: bytes) -> str:
        """The ``id_dokumen`` under which this can be fetched once."""
        name = secrets.token_hex(12)
        with self.lock:
            self._downloads[name] = pdf
        return name

    def take(self, name: str) -> bytes | None:
        """The file, the first time only."""
        with self.lock:
            return self._downloads.pop(name, None)

    def new_code(self, owner: str, files: int, seconds: float) -> Code:
        """A code that replaces the owner's earlier one."""
        code = Code(f"{secrets.randbelow(10**6):06d}", files, time.monotonic() + seconds)
        with self.lock:
            self._codes[owner] = code
        return code

    def spend(self, owner: str, text: str, files: int) -> bool:
        """Whether the code was good for so many files; if so they are counted."""
        with self.lock:
            code = self._codes.get(owner)
            if code is None or not code.good(text, files):
                return False
            code.left -= files
            return True
