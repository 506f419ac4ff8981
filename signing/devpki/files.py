"""Where the development PKI lies on disk, and how its files are written and read."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, cast

from cryptography import x509
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)

from signing.devpki.profiles import Authority, PrivateKey


def write_new(path: Path, data: bytes) -> None:
    """Whole or not at all, readable by the owner only, so that an interrupted run can be repeated."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(data)
    temporary.chmod(0o600)
    temporary.replace(path)


def save_certificate(path: Path, certificate: x509.Certificate) -> None:
    write_new(path, certificate.public_bytes(Encoding.PEM))


def load_certificate(path: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(path.read_bytes())


def save_key(path: Path, key: PrivateKey) -> None:
    write_new(path, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))


def load_key(path: Path) -> PrivateKey:
    return cast(PrivateKey, load_pem_private_key(path.read_bytes(), None))


def load_authority(directory: Path, label: str) -> Authority:
    return Authority(label, load_certificate(directory / f"{label}.pem"), load_key(directory / f"{label}.key"))


def save_p12(path: Path, key: PrivateKey, chain: list[x509.Certificate], passphrase: str, friendly: str) -> None:
    """The signer's key and certificate with its issuers, protected by *passphrase*."""
    protection = BestAvailableEncryption(passphrase.encode())
    leaf, *issuers = chain
    write_new(path, pkcs12.serialize_key_and_certificates(friendly.encode(), key, leaf, issuers, protection))


def read_json(path: Path, default: dict[str, Any]) -> dict[str, Any]:
    return cast(dict[str, Any], json.loads(path.read_text())) if path.exists() else default


def write_json(path: Path, data: dict[str, Any]) -> None:
    write_new(path, json.dumps(data, indent=1, sort_keys=True).encode())
