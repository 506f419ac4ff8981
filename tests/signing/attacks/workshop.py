"""Where files are made: a signer, documents signed in several ways (each once), and the registry of attacks."""

import asyncio
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

from signing import DevPki, Secret
from signing.devpki import files, profiles
from signing.devpki.pki import record
from signing.engine.cms import CmsSigner, software_signer
from signing.engine.writer import Revision
from signing.keyfile import open_p12
from tests.signing import samples

CITRA, BUDI = "197103141994031901", "198507022010011005"
PASSPHRASE = "kunci-rahasia-7319"


@dataclass
class Workshop:
    """Signed raw material; nobody changes what lies here, bytes are copied."""

    pki: DevPki
    sign: Callable[..., bytes]
    made: dict[Any, bytes] = field(default_factory=dict)

    def signed(self, pdf: bytes, level: str = "B-LT", **options: Any) -> bytes:
        key = (pdf, level, repr(options))
        if key not in self.made:
            self.made[key] = self.sign(pdf, level=level, **options)
        return self.made[key]

    @cached_property
    def letter(self) -> bytes:
        """Its last revision (evidence) is covered by no signature."""
        return self.signed(samples.letter())

    @cached_property
    def archived(self) -> bytes:
        return self.signed(samples.letter(), "B-LTA")

    @cached_property
    def visible(self) -> bytes:
        return self.signed(samples.with_field(), field_name=samples.FIELD)

    def certified(self, permissions: int, pdf: bytes | None = None) -> bytes:
        return self.signed(pdf or samples.letter(), certify=True, permissions=permissions)

    @cached_property
    def seal(self) -> CmsSigner:
        return self.new_seal()

    def new_seal(self) -> CmsSigner:
        return software_signer(open_p12(self.pki.signers / "segel.p12", Secret(PASSPHRASE)))

    def by_hand(self, signer: CmsSigner, pdf: bytes, *changes: Any, **options: Any) -> bytes:
        """Level B-B with pyHanko's own options, for what our engine refuses to make; *changes* in the same revision."""
        options.setdefault("subfilter", SigSeedSubFilter.PADES)
        options.setdefault("field_name", f"Tangan{pdf.count(b'/ByteRange')}")
        metadata = PdfSignatureMetadata(**options)
        out = io.BytesIO()
        revision = Revision(io.BytesIO(pdf))
        for change in changes:
            change(revision)
        asyncio.run(PdfSigner(metadata, signer).async_sign_pdf(revision, output=out, bytes_reserved=20_000))
        return out.getvalue()

    def person(self, extensions: list[Any] | None = None, key: Any = None, by: Any = None, **dates: Any) -> CmsSigner:
        """A signer with a certificate of one's own making, known to the responder."""
        key = key or rsa.generate_private_key(65537, 2048)
        issuing = by or files.load_authority(self.pki.directory / "ca", "issuing")
        extensions = profiles.signer_extensions() if extensions is None else extensions
        made = profiles.issue(
            issuing, profiles.name("Penyerang"), key.public_key(), extensions, self.pki.base_url, **dates
        )
        record(self.pki.directory, made)
        return CmsSigner(signing_with(key), made, [issuing.certificate], 256)


def signing_with(key: Any, digest: Any = None) -> Callable[[bytes, str], bytes]:
    """PKCS#1 v1.5 whatever the algorithm asked for."""
    return lambda data, _algorithm: key.sign(data, padding.PKCS1v15(), digest or hashes.SHA256())


Make = Callable[[Workshop], bytes]
ATTACKS: dict[str, Make] = {}
HONEST: dict[str, Make] = {}
ONLINE: set[str] = set()
"""Those whose certificate status is only known to the network: the attack would be undecided without."""


def attack(kind: str, *, online: bool = False) -> Callable[[Make], Make]:
    """Registers a file that must never be called valid, under its class of ``domain`` papers."""
    return _register(ATTACKS, kind, online)


def honest(kind: str, *, online: bool = False) -> Callable[[Make], Make]:
    return _register(HONEST, kind, online)


def variants(kind: str, table: dict[str, Any], make: Callable[[Workshop, Any], bytes], *, online: bool = False) -> None:
    """One attack per row."""
    for name, row in table.items():
        if online:
            ONLINE.add(f"{kind}: {name}")
        ATTACKS[f"{kind}: {name}"] = partial(_of_row, make, row)


def honest_variants(kind: str, table: dict[str, Any], make: Callable[[Workshop, Any], bytes]) -> None:
    for name, row in table.items():
        HONEST[f"{kind}: {name}"] = partial(_of_row, make, row)


def _of_row(make: Callable[[Workshop, Any], bytes], row: Any, workshop: Workshop) -> bytes:
    return make(workshop, row)


def _register(registry: dict[str, Make], kind: str, online: bool) -> Callable[[Make], Make]:
    def wrap(make: Make) -> Make:
        name = f"{kind}: {make.__name__.replace('_', ' ')}"
        assert name not in registry, name
        registry[name] = make
        if online:
            ONLINE.add(name)
        return make

    return wrap
