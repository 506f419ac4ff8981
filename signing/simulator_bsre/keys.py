"""Development keys opened once, and the odd certificates some faults need."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from signing.certificates import identity_of
from signing.devpki import DevPki, Person
from signing.devpki.files import load_certificate
from signing.engine.cms import CmsSigner, software_signer
from signing.errors import Refused
from signing.keyfile import open_p12
from signing.secret import Secret
from signing.simulator_bsre.faults import Fault

_ODD = {
    Fault.OTHER_PERSON: "simulator-orang-lain",
    Fault.EXPIRES_TODAY: "simulator-habis-hari-ini",
    Fault.REVOKED: "simulator-dicabut",
}


class Keys:
    """A key is opened with the passphrase that came with the request, and remembered."""

    def __init__(self, pki: DevPki, passphrase: str) -> None:
        self._pki = pki
        self._passphrase = passphrase
        self._open: dict[str, CmsSigner] = {}

    def passphrase_is(self, passphrase: str) -> bool:
        return passphrase == self._passphrase

    def signer(self, who: str, fault: Fault | None = None) -> CmsSigner:
        """The key of *who*, or of the odd certificate this fault signs with. Raises KeyError for nobody."""
        if fault in _ODD:
            who = self._odd(who, fault)
        if who not in self._open:
            try:
                with Secret(self._passphrase) as secret:
                    material = open_p12(self._pki.signers / f"{who}.p12", secret)
            except (Refused, FileNotFoundError) as error:
                raise KeyError(who) from error
            self._open[who] = software_signer(material)
        return self._open[who]

    def _odd(self, who: str, fault: Fault) -> str:
        """Issued at first use: a certificate in the official's own name unless it is to be another's."""
        name = _ODD[fault]
        if not (self._pki.signers / f"{name}.p12").exists():
            identity = identity_of(load_certificate(self._pki.signers / f"{who}.pem"))
            person = Person(name, identity.common_name, identity.nip)
            if fault is Fault.OTHER_PERSON:
                person = Person(name, "Orang Lain", "199901012020121009")
            until = datetime.now(UTC) + timedelta(hours=1) if fault is Fault.EXPIRES_TODAY else None
            self._pki.add(person, self._passphrase, valid_until=until)
            if fault is Fault.REVOKED:
                self._pki.revoke(name)
        return name

    @property
    def directory(self) -> Path:
        return self._pki.directory
