"""A CMS container of which only digest, signature value and timestamp are still missing.

Building one with asn1crypto costs fifty RSA operations, and all but three of its parts are the same for
every document of a signer. So the library makes one, once, and its parts are kept as they are encoded.
"""

# mypy: allow-untyped-calls
# asn1crypto has no annotations.
from __future__ import annotations

from asn1crypto import cms, parser

from signing.settled import raw_parts

_SEQUENCE, _SET, _SIGNED, _UNSIGNED, _EXPLICIT = 0x30, 0x31, 0xA0, 0xA1, 0xA0
_OCTETS = 0x04
_SIGNED_DATA = cms.ContentType("signed_data").dump()
_DIGEST = cms.CMSAttributeType("message_digest").dump()
_TIMESTAMP = cms.CMSAttributeType("signature_time_stamp_token").dump()


class Template:
    """Made from a container that the library built for the same signer and digest."""

    def __init__(self, sample: bytes) -> None:
        """*sample* is DER. Raises ValueError for another shape than version to signerInfos of RFC 5652 §5.1."""
        _, explicit = _parts(sample)
        (signed,) = _parts(explicit)
        *head, infos = _parts(signed)
        (info,) = _parts(infos)
        version, sid, digest, attributes, self._mechanism, *_ = _parts(info)
        self._head, self._info = b"".join(head), version + sid + digest
        self._constant = [a for a in _parts(attributes) if _parts(a)[0] != _DIGEST]

    def attributes(self, digest: bytes) -> bytes:
        """The signed attributes as they are signed: a SET, in DER order (RFC 5652 §5.4)."""
        own = encoded(_SEQUENCE, _DIGEST, encoded(_SET, encoded(_OCTETS, digest)))
        return encoded(_SET, *sorted([*self._constant, own]))

    def container(self, attributes: bytes, signature: bytes, token: bytes | None) -> bytes:
        """The whole ContentInfo; *token* is a timestamp over *signature*."""
        inside = bytes([_SIGNED]) + attributes[1:]
        stamped = [encoded(_UNSIGNED, encoded(_SEQUENCE, _TIMESTAMP, encoded(_SET, token)))] if token else []
        info = encoded(_SEQUENCE, self._info, inside, self._mechanism, encoded(_OCTETS, signature), *stamped)
        signed = encoded(_SEQUENCE, self._head, encoded(_SET, info))
        return encoded(_SEQUENCE, _SIGNED_DATA, encoded(_EXPLICIT, signed))


def _parts(der: bytes) -> list[bytes]:
    return raw_parts(parser.parse(der, strict=True)[4])


def encoded(tag: int, *parts: bytes) -> bytes:
    """One DER value (X.690 §8.1)."""
    content = b"".join(parts)
    size = len(content)
    if size < 0x80:
        return bytes([tag, size]) + content
    octets = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(octets)]) + octets + content
