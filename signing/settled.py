"""ASN.1 values that are finished: encoded once, and their bytes are the bytes they came with.

asn1crypto 1.5.1 encodes a changed value twice per level, so a deep container costs 2^depth; and it takes
every header that ends in 0x80 for an indefinite length and then encodes all below it anew. Together that
makes about one signature in fifty cost a minute of CPU, and it may change bytes somebody signed.
"""

# mypy: allow-untyped-calls, allow-subclassing-any
# asn1crypto has no annotations.
from __future__ import annotations

from typing import Any, Self

from asn1crypto import cms, core, crl, ocsp, parser, x509


class _Settled:
    """Answers ``dump`` with what ``settle`` was given."""

    _settled: bytes

    @classmethod
    def settle(cls, der: bytes) -> Self:
        """Raises ValueError when *der* is not one whole value."""
        value: Self = cls.load(der, strict=True)  # type: ignore[attr-defined]  # of the ASN.1 class
        value._settled = der
        return value

    def dump(self, force: bool = False) -> bytes:
        return self._settled


class SettledCertificate(_Settled, x509.Certificate):
    """A certificate to be put into containers."""


class SettledContainer(_Settled, cms.ContentInfo):
    """A CMS container: a signature, or the timestamp token inside one."""


class SettledAnswer(_Settled, ocsp.OCSPResponse):
    """An OCSP answer as it stands in a file."""


class SettledList(_Settled, crl.CertificateList):
    """A CRL as it stands in a file."""


def encoded_once(value: Any) -> bytes:
    """The DER of a value under construction, in time linear to its size."""
    _finish(value)
    der: bytes = value.dump()
    return der


def _finish(value: Any) -> None:
    """From the leaves up: each level is encoded once and then counts as unchanged."""
    if isinstance(value, core.Choice):
        _finish(value.chosen)
    if not isinstance(value, core.Sequence | core.SequenceOf) or isinstance(value, _Settled):
        return
    if value.children is not None and value._is_mutated():
        for child in value.children:
            _finish(child)
        value._set_contents()
        value._mutated = False


def raw_parts(contents: bytes) -> list[bytes]:
    """The values inside a constructed value, byte for byte."""
    parts = []
    while contents:
        _, _, _, header, content, trailer = parser.parse(contents)
        parts.append(header + content + trailer)
        contents = contents[len(parts[-1]) :]
    return parts
