"""A signer whose keys are PKCS#12 files in a directory: for development, tests and the office's seal."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from cryptography import x509

from signing.certificates import identity_of
from signing.errors import Refused, SignerMissing, SigningError
from signing.keyfile import KeyMaterial, open_p12, require_in_force
from signing.outcomes import Progress, all_failed
from signing.ports import LEVELS, Identity, Outcome, SigningRequest
from signing.secret import Secret
from signing.timestamps import Timestamper
from signing.trust import TrustStore

_WHO = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,99}")


class SoftwareSigner:
    """Reads ``<directory>/<who>.p12`` for signing and ``<who>.pem`` (its certificate) for identity."""

    name = "software"

    def __init__(self, directory: Path, *, timestamper: Timestamper, trust: TrustStore) -> None:
        self.directory = directory
        self.timestamper = timestamper
        self.trust = trust

    def identity(self, who: str) -> Identity:
        """Raises :class:`~signing.errors.SignerMissing`."""
        file = self._file(who, ".pem")
        return identity_of(x509.load_pem_x509_certificate(file.read_bytes()))

    def sign_batch(
        self,
        who: str,
        requests: Iterable[SigningRequest],
        secret: Secret,
        *,
        level: str = "B-LTA",
        progress: Progress | None = None,
    ) -> list[Outcome]:
        """See :class:`~signing.ports.Signer`. The key is opened once; *secret* is the caller's to wipe."""
        try:
            material = self._open(who, secret, level)
        except SigningError as error:
            return all_failed(requests, error, progress)
        return sign_with(material, requests, self.timestamper, self.trust, level=level, progress=progress)

    def _open(self, who: str, secret: Secret, level: str) -> KeyMaterial:
        if level not in LEVELS:
            raise Refused("tingkat_tidak_dikenal")
        return open_p12(self._file(who, ".p12"), secret)

    def _file(self, who: str, suffix: str) -> Path:
        """*who* comes from outside: only a plain name ever becomes part of a path."""
        file = self.directory / f"{who}{suffix}"
        if not _WHO.fullmatch(who) or not file.is_file():
            raise SignerMissing("sertifikat_tidak_ada")
        return file


def sign_with(
    material: KeyMaterial,
    requests: Iterable[SigningRequest],
    timestamper: Timestamper,
    trust: TrustStore,
    *,
    level: str,
    progress: Progress | None = None,
) -> list[Outcome]:
    """Sign with an opened key; a certificate out of its dates refuses the whole batch."""
    # pyHanko takes a second to import: only who signs pays for it, not every command and web worker.
    from signing.engine.batch import Batch
    from signing.engine.cms import software_signer

    try:
        require_in_force(material.certificate)
    except SigningError as error:
        return all_failed(requests, error, progress)
    return Batch(software_signer(material), level, timestamper, trust).run(requests, progress)
