"""A throw-away PKI for development and tests: root, issuing CA, TSA, OCSP, seal and signers."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from signing.devpki import files, profiles
from signing.devpki.profiles import Authority, PrivateKey

DEFAULT_PORT = 8318
SEAL = "segel"
_lock = threading.Lock()


@dataclass(frozen=True)
class Person:
    """Someone who gets a signing certificate; ``who`` is the file name and the signer's key.

    ``key`` is one of :data:`~signing.devpki.profiles.KEY_KINDS`. With ``organisation`` it is a seal.
    """

    who: str
    name: str
    nip: str | None = None
    key: str = "RSA-2048"
    organisation: str | None = None


_OFFICE = Person(SEAL, "Segel Elektronik Instansi", organisation="Pemerintah Daerah Contoh")


@dataclass(frozen=True)
class DevPki:
    """An existing development PKI in *directory*.

    Files: ``ca/`` (keys and certificates of the authorities), ``signers/<who>.p12`` and ``.pem``,
    ``trust/root.pem`` and ``trust/intermediates/``, ``issued/<serial>.pem``, ``revoked.json``.
    """

    directory: Path
    port: int

    @staticmethod
    def create(directory: Path, *, people: Sequence[Person] = (), passphrase: str, port: int | None = None) -> DevPki:
        """Make what is missing and leave what is there alone; *port* counts only the first time."""
        settings = directory / "pki.json"
        if not settings.exists():
            _found(directory, port or DEFAULT_PORT)
        pki = DevPki.load(directory)
        for person in (_OFFICE, *people):
            if not (pki.signers / f"{person.who}.p12").exists():
                pki.add(person, passphrase)
        return pki

    @staticmethod
    def load(directory: Path) -> DevPki:
        """Raises FileNotFoundError when there is none."""
        if not (directory / "pki.json").exists():
            raise FileNotFoundError(directory / "pki.json")
        return DevPki(directory, int(files.read_json(directory / "pki.json", {})["port"]))

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def tsa_url(self) -> str:
        return f"{self.base_url}/tsa"

    @property
    def signers(self) -> Path:
        return self.directory / "signers"

    @property
    def trust(self) -> Path:
        return self.directory / "trust"

    def add(
        self,
        person: Person,
        passphrase: str,
        *,
        valid_from: datetime | None = None,
        valid_until: datetime | None = None,
    ) -> None:
        """Issue a certificate to *person* and write ``<who>.p12`` last, as the mark of completion."""
        key = profiles.new_key(person.key)
        chain = self.certify(person, key.public_key(), valid_from=valid_from, valid_until=valid_until)
        files.save_certificate(self.signers / f"{person.who}.pem", chain[0])
        files.save_p12(self.signers / f"{person.who}.p12", key, chain, passphrase, person.who)

    def certify(
        self,
        person: Person,
        key: profiles.PublicKey,
        *,
        valid_from: datetime | None = None,
        valid_until: datetime | None = None,
    ) -> list[x509.Certificate]:
        """A certificate for a key that lives elsewhere, and its issuer's."""
        issuing = files.load_authority(self.directory / "ca", "issuing")
        certificate = profiles.issue(
            issuing,
            profiles.name(person.name, nip=person.nip, organisation=person.organisation),
            key,
            profiles.signer_extensions(seal=person.organisation is not None),
            self.base_url,
            valid_from=valid_from,
            valid_until=valid_until,
        )
        record(self.directory, certificate)
        return [certificate, issuing.certificate]

    def revoke(self, who: str) -> None:
        """The services answer *revoked* for this signer from now on."""
        serial = files.load_certificate(self.signers / f"{who}.pem").serial_number
        with _lock:
            revoked = files.read_json(self.directory / "revoked.json", {})
            revoked[f"{serial:x}"] = datetime.now(UTC).isoformat(timespec="seconds")
            files.write_json(self.directory / "revoked.json", revoked)


def record(directory: Path, certificate: x509.Certificate) -> None:
    """The responder answers *good* only for certificates found here."""
    files.save_certificate(directory / "issued" / f"{certificate.serial_number:x}.pem", certificate)


def _found(directory: Path, port: int) -> None:
    """Names carry a random tag: NSS mixes up PKIs that share an issuer name and a serial number."""
    tag, base = secrets.token_hex(3).upper(), f"http://127.0.0.1:{port}"
    key: PrivateKey = rsa.generate_private_key(65537, 2048)
    top = Authority("root", profiles.root(f"Akar Pengembangan {tag}", key), key)
    issuing = _authority(top, f"Penerbit Pengembangan {tag}", base)
    _save(directory, top)
    _save(directory, issuing)
    record(directory, issuing.certificate)
    _service(directory, issuing, "tsa", f"Penanda Waktu Pengembangan {tag}", profiles.tsa_extensions(), base)
    _service(directory, issuing, "ocsp", f"OCSP Pengembangan {tag}", profiles.responder_extensions(), base)
    files.save_certificate(directory / "trust" / "root.pem", top.certificate)
    files.save_certificate(directory / "trust" / "intermediates" / "issuing.pem", issuing.certificate)
    files.write_json(directory / "pki.json", {"port": port, "tag": tag})


def _authority(by: Authority, common: str, base: str) -> Authority:
    key = rsa.generate_private_key(65537, 2048)
    extensions = profiles.ca_extensions(path_length=0)
    until = datetime.now(UTC) + 20 * profiles.YEAR
    certificate = profiles.issue(by, profiles.name(common), key.public_key(), extensions, base, valid_until=until)
    return Authority("issuing", certificate, key)


def _service(
    directory: Path, by: Authority, label: str, common: str, extensions: list[profiles.Extension], base: str
) -> None:
    """Elliptic keys for the services: they sign all day and P-256 costs a hundredth of RSA."""
    key = ec.generate_private_key(ec.SECP256R1())
    until = datetime.now(UTC) + 10 * profiles.YEAR
    certificate = profiles.issue(by, profiles.name(common), key.public_key(), extensions, base, valid_until=until)
    _save(directory, Authority(label, certificate, key))
    record(directory, certificate)


def _save(directory: Path, authority: Authority) -> None:
    files.save_key(directory / "ca" / f"{authority.label}.key", authority.key)
    files.save_certificate(directory / "ca" / f"{authority.label}.pem", authority.certificate)
