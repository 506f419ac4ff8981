"""The envelope of a sealed blob: its wrapped data key and what is needed to check the stored bytes without any key."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import secrets
from dataclasses import asdict, dataclass, replace

from storage.errors import BlobDamaged
from storage.keys import BYTES, KeyRing
from storage.sealing import PREFIX_BYTES, Seal


@dataclass(frozen=True)
class Envelope:
    """*sha256* and *size* of the plaintext (identity), of the stored bytes (fixity), and the wrapped key."""

    sha256: str
    size: int
    prefix: str
    stored_sha256: str = ""
    stored_size: int = 0
    kid: str = ""
    wrapped: str = ""

    def seal(self, ring: KeyRing) -> Seal:
        """Raises :class:`KeyMissing`, :class:`BlobDamaged`."""
        return Seal(self.data_key(ring), bytes.fromhex(self.prefix), self.sha256)

    def data_key(self, ring: KeyRing) -> bytes:
        return ring.unwrap(self.kid, base64.b64decode(self.wrapped), self._about())

    def wrapped_by(self, ring: KeyRing, data_key: bytes) -> Envelope:
        """The same envelope with *data_key* under the ring's current key."""
        kid, wrapped = ring.wrap(data_key, self._about())
        return replace(self, kid=kid, wrapped=base64.b64encode(wrapped).decode())

    def _about(self) -> bytes:
        parts = (self.sha256, self.size, self.prefix)
        return "|".join(str(part) for part in parts).encode()

    def to_bytes(self) -> bytes:
        content = asdict(self)
        return json.dumps(content | {"check": _check(content)}, sort_keys=True).encode()

    @classmethod
    def of_bytes(cls, content: bytes) -> Envelope:
        """Raises :class:`BlobDamaged` for anything but what :meth:`to_bytes` wrote."""
        try:
            fields = json.loads(content)
            check = fields.pop("check")
            envelope = cls(**fields)
            base64.b64decode(envelope.wrapped, validate=True)
        except (ValueError, TypeError, KeyError, AttributeError, binascii.Error):
            raise BlobDamaged("amplop") from None
        if check != _check(fields):
            raise BlobDamaged("amplop")
        return envelope


def fresh(sha256: str, size: int, ring: KeyRing) -> Envelope:
    """An envelope with a new random data key; its stored hash is filled in once the bytes are sealed."""
    empty = Envelope(sha256, size, secrets.token_hex(PREFIX_BYTES))
    return empty.wrapped_by(ring, secrets.token_bytes(BYTES))


def _check(fields: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()
