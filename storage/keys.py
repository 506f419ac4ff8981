"""Master keys: each wraps the data keys of many blobs (envelope encryption), none ever touches a blob itself."""

from __future__ import annotations

import base64
import binascii
import fcntl
import hashlib
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import BlobDamaged, KeyMissing
from storage.shelf import sync_folder

BYTES = 32
NONCE = 12


class KeyRing:
    """Master keys, oldest first; the last one wraps what is new, the others still open what is old.

    A key's name (``kid``) is a fingerprint of the key itself: another key can never pass under an old name.
    """

    def __init__(self, keys: Sequence[bytes]) -> None:
        """Raises :class:`ValueError` for an empty ring or a key that is not 32 bytes long."""
        if not keys or any(len(key) != BYTES for key in keys):
            raise ValueError("cincin kunci berkas kosong, atau ada kunci yang panjangnya bukan 32 bita")
        self._keys = {kid_of(key): key for key in keys}
        self.current = kid_of(keys[-1])

    @property
    def kids(self) -> list[str]:
        """Names of all keys, oldest first."""
        return list(self._keys)

    @classmethod
    def read(cls, path: Path) -> KeyRing:
        """One base64 key a line, the newest last. Raises :class:`ValueError` naming the fault, never the key."""
        if path.stat().st_mode & 0o077:
            raise ValueError(f"{path} dapat dibaca orang lain; jalankan: chmod 600 {path}")
        try:
            return cls([base64.b64decode(line, validate=True) for line in path.read_text().split()])
        except binascii.Error:
            raise ValueError(f"{path} bukan daftar kunci base64") from None

    def wrap(self, data_key: bytes, about: bytes) -> tuple[str, bytes]:
        """The current kid, and the data key sealed together with *about*, which is not secret but must not change."""
        nonce = secrets.token_bytes(NONCE)
        return self.current, nonce + AESGCM(self._keys[self.current]).encrypt(nonce, data_key, about)

    def unwrap(self, kid: str, wrapped: bytes, about: bytes) -> bytes:
        """Raises :class:`KeyMissing` when *kid* is not on the ring, :class:`BlobDamaged` when anything was changed."""
        if kid not in self._keys:
            raise KeyMissing(kid)
        try:
            return AESGCM(self._keys[kid]).decrypt(wrapped[:NONCE], wrapped[NONCE:], about)
        except (InvalidTag, ValueError):
            raise BlobDamaged("kunci data") from None


def kid_of(key: bytes) -> str:
    return hashlib.sha256(b"docservice/storage/kid" + key).hexdigest()[:16]


def add_key(path: Path, *, only_first: bool = False) -> str:
    """Append a new current key to the file at *path* (made when missing, mode 0600); returns its kid.

    *only_first*: leave a file that exists as it is; processes that start together then agree. The file changes in
    one step, and only one process at a time changes it: no crash and no race loses a key.
    """
    key = secrets.token_bytes(BYTES)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_name(f"{path.name}.gembok").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if only_first and path.exists():
            return KeyRing.read(path).current
        before = path.read_text() if path.exists() else ""
        fresh = path.with_name(f".{path.name}-baru")
        with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as target:  # noqa: PTH123
            target.write(f"{before}{base64.b64encode(key).decode()}\n")
            target.flush()
            os.fsync(target.fileno())
        fresh.replace(path)
        sync_folder(path.parent)
    return kid_of(key)
