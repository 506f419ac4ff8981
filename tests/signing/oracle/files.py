"""Every signer × level × kind of key, and what our engine does besides, as files with the level each claims."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from signing import (
    LEVELS,
    DevPki,
    Person,
    Pkcs11Signer,
    Placement,
    Secret,
    Signer,
    SigningRequest,
    SoftwareSigner,
    Timestamper,
    TrustStore,
    bsre,
    csc,
    raise_level,
    simulator_bsre,
    simulator_csc,
)
from signing.devpki.profiles import KEY_KINDS
from tests.server import softhsm
from tests.signing import samples

PASSPHRASE = "kunci-rahasia-7319"


@dataclass(frozen=True)
class Claim:
    """A file and the level of its signatures, in order.

    ``prepared``: visible, tagged fields were there before the first signature. EU DSS 6.4 reaches the later ones
    through the structure tree, where it does not know them for signature fields, and it leaves them out of the newer
    picture only: a false alarm of its raised policy.
    """

    name: str
    pdf: bytes
    levels: tuple[str, ...]
    prepared: bool = False


def people() -> dict[str, Person]:
    """One per kind of key; BSrE's simulator knows people by their NIP."""
    nips = {kind: f"19900101201501{number:04d}" for number, kind in enumerate(KEY_KINDS, 1)}
    return {kind: Person(nip, f"Pejabat {kind}", nip, key=kind) for kind, nip in nips.items()}


def every_claim(pki: DevPki, folder: Path) -> Iterator[Claim]:
    trust, tsa = TrustStore.from_directory(pki.trust), Timestamper([pki.tsa_url])
    software = SoftwareSigner(pki.signers, timestamper=tsa, trust=trust)
    yield from _of("software", software, PASSPHRASE, LEVELS)
    token = softhsm.siapkan()
    for person in people().values():
        token.pemegang(pki, person)
    yield from _of("token", Pkcs11Signer(token.modul, softhsm.NAMA, timestamper=tsa, trust=trust), softhsm.PIN, LEVELS)
    for version in ("v1", "v2"):
        with _bsre(pki, folder, version, tsa, trust) as signer:  # gives no less than B-T
            yield from _of(f"bsre-{version}", signer, PASSPHRASE, LEVELS[1:])
        with _csc(pki, folder, version, tsa, trust) as signer:
            yield from _of(f"csc-{version}", signer, simulator_csc.Settings().pin, LEVELS)
    yield from _besides(software, trust, tsa)


def _of(name: str, signer: Signer, typed: str, levels: tuple[str, ...]) -> Iterator[Claim]:
    for kind, person in people().items():
        for level in levels:
            pdf = _signed(signer, samples.letter(f"{name} {kind} {level}"), person.who, typed, level)
            yield Claim(f"{name}-{kind}-{level}", pdf, (level,))


def _signed(signer: Signer, pdf: bytes, who: str, typed: str, level: str, **options: object) -> bytes:
    request = SigningRequest("x", pdf, **options)  # type: ignore[arg-type]  # options of the request
    (outcome,) = signer.sign_batch(who, [request], Secret(typed), level=level)
    if outcome.pdf is None or outcome.level != level:
        raise RuntimeError(f"{signer.name} {who} {level}: {outcome.provider_code} {outcome.provider_text}")
    return outcome.pdf


@contextmanager
def _bsre(pki: DevPki, folder: Path, api: str, tsa: Timestamper, trust: TrustStore) -> Iterator[Signer]:
    office = simulator_bsre.Office(pki, PASSPHRASE)
    with simulator_bsre.Simulator(office) as server:
        for person in people().values():
            (folder / f"{person.who}.json").write_text(json.dumps({"nik": person.who[2:]}))
        profile = bsre.Profile(server.url, office.settings.user, Secret(office.settings.password), api=api)
        yield bsre.BsreSigner(profile, bsre.FolderAccounts(folder), timestamper=tsa, trust=trust)


@contextmanager
def _csc(pki: DevPki, folder: Path, api: str, tsa: Timestamper, trust: TrustStore) -> Iterator[Signer]:
    office = simulator_csc.Office(pki, PASSPHRASE)
    with simulator_csc.Simulator(office) as server:
        for person in people().values():
            (folder / f"{person.who}.json").write_text(json.dumps({"credential": person.who}))
        profile = csc.Profile(f"{server.url}/csc/{api}", office.settings.user, Secret(office.settings.password))
        yield csc.CscSigner(profile, csc.FolderAccounts(folder), timestamper=tsa, trust=trust)


def _besides(signer: SoftwareSigner, trust: TrustStore, tsa: Timestamper) -> Iterator[Claim]:
    """Seals, pictures, prepared fields, certification, several hands, and evidence added afterwards."""
    one, other, *_ = (person.who for person in people().values())
    plain, lasting = samples.letter(), "B-LTA"
    yield Claim("seal", _signed(signer, plain, "segel", PASSPHRASE, lasting), (lasting,))
    box = Placement(0, (60, 60, 300, 130))
    yield Claim("visible", _signed(signer, plain, one, PASSPHRASE, lasting, placement=box), (lasting,))
    for permissions in (1, 2):
        pdf = _signed(signer, plain, one, PASSPHRASE, lasting, certify=True, permissions=permissions)
        yield Claim(f"certified-{permissions}", pdf, (lasting,))
    first = _signed(signer, samples.with_field(second=True), one, PASSPHRASE, "B-LT", field_name=samples.FIELD)
    both = _signed(signer, first, other, PASSPHRASE, lasting, field_name="TandaTangan2")
    yield Claim("two-hands", both, (lasting, lasting), prepared=True)
    sealed = _signed(signer, both, "segel", PASSPHRASE, lasting)
    yield Claim("two-hands-and-seal", sealed, (lasting,) * 3, prepared=True)
    own = _signed(signer, _signed(signer, plain, one, PASSPHRASE, "B-LT"), other, PASSPHRASE, lasting)
    yield Claim("two-hands-in-fields-of-their-own", own, (lasting, lasting))
    for start in ("B-B", "B-T"):
        pdf = _signed(signer, plain, one, PASSPHRASE, start)
        yield Claim(f"raised-from-{start}", raise_level(pdf, timestamper=tsa, trust=trust), (lasting,))
