"""Whom we trust: an explicit list of anchors, never the operating system's."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from signing.certificates import is_development
from signing.errors import ConfigurationError
from signing.trusted_list import read_trusted_list

_SUFFIXES = {".pem", ".crt", ".cer"}


@dataclass(frozen=True)
class TrustStore:
    """Anchors for signers, anchors for timestamping authorities, and helpful intermediates.

    Certificates are DER bytes. An empty ``tsa_anchors`` means the signers' anchors serve for
    timestamps too; when filled, both lists serve for timestamps and only ``anchors`` for signers.
    """

    anchors: tuple[bytes, ...]
    tsa_anchors: tuple[bytes, ...] = ()
    intermediates: tuple[bytes, ...] = field(default=(), repr=False)

    @classmethod
    def from_directory(cls, path: Path) -> TrustStore:
        """Read ``*.pem`` (also .crt, .cer): anchors here, ``tsa/`` for timestamps, ``intermediates/``.

        Trusted lists are ``lists/*.xml``, signed by one of ``lists/*.pem``. Raises
        :class:`~signing.errors.ConfigurationError` when there is no anchor, a file is not PEM, or a list is not to be
        believed.
        """
        lists = [cls.from_trusted_list(file, _loaded(path / "lists")) for file in sorted(path.glob("lists/*.xml"))]
        anchors = (*_read(path), *(der for one in lists for der in one.anchors))
        if not anchors:
            raise ConfigurationError("kepercayaan_kosong")
        timestamps = (*_read(path / "tsa"), *(der for one in lists for der in one.tsa_anchors))
        return cls(anchors, timestamps, _read(path / "intermediates"))

    @classmethod
    def from_trusted_list(
        cls, file: Path, signed_by: Sequence[x509.Certificate], *, at: datetime | None = None
    ) -> TrustStore:
        """The services of a signed ETSI trusted list that are in force. Raises ConfigurationError."""
        listed = read_trusted_list(file.read_bytes(), signed_by, at)
        return cls(listed.anchors, listed.tsa_anchors)

    @classmethod
    def nobody(cls) -> TrustStore:
        """Trusts no one: signatures are checked, identities stay undecided."""
        return cls(())

    @property
    def development(self) -> bool:
        """Whether any anchor belongs to a development PKI."""
        every = (*self.anchors, *self.tsa_anchors)
        return any(is_development(x509.load_der_x509_certificate(der)) for der in every)

    def to_dict(self) -> dict[str, list[str]]:
        """JSON form, for handing to the child process."""
        named = {"anchors": self.anchors, "tsa": self.tsa_anchors, "intermediates": self.intermediates}
        return {name: [base64.b64encode(der).decode() for der in ders] for name, ders in named.items()}

    @classmethod
    def from_dict(cls, data: dict[str, list[str]]) -> TrustStore:
        ders = {name: tuple(base64.b64decode(text) for text in texts) for name, texts in data.items()}
        return cls(ders["anchors"], ders["tsa"], ders["intermediates"])


def _read(directory: Path) -> tuple[bytes, ...]:
    return tuple(certificate.public_bytes(Encoding.DER) for certificate in _loaded(directory))


def _loaded(directory: Path) -> list[x509.Certificate]:
    if not directory.is_dir():
        return []
    files = sorted(file for file in directory.iterdir() if file.suffix.lower() in _SUFFIXES)
    try:
        return [c for file in files for c in x509.load_pem_x509_certificates(file.read_bytes())]
    except ValueError as error:
        raise ConfigurationError("kepercayaan_rusak") from error
