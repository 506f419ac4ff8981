"""A signed list of trust services, ETSI TS 119 612: who may issue certificates and timestamps today.

The list is believed when its signature holds under one of the certificates its reader already has, and only what is
under that signature is read. Services count with their present status; the history of withdrawn ones is not used.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from signing.errors import ConfigurationError

_TSL = "{http://uri.etsi.org/02231/v2#}"
_BASE = "http://uri.etsi.org/TrstSvc/"
_GRANTED = {
    f"{_BASE}TrustedList/Svcstatus/{status}"
    for status in ("granted", "recognisedatnationallevel", "undersupervision", "accredited")
}
_ISSUERS = {f"{_BASE}Svctype/{kind}" for kind in ("CA/QC", "CA/PKC")}
_TIME = {f"{_BASE}Svctype/{kind}" for kind in ("TSA", "TSA/QTST", "TSA/TSS-QC")}


@dataclass(frozen=True)
class Listed:
    """Certificates (DER) of the services in force: of those that issue, and of those that timestamp."""

    anchors: tuple[bytes, ...]
    tsa_anchors: tuple[bytes, ...]


def read_trusted_list(xml: bytes, signers: Sequence[x509.Certificate], at: datetime | None = None) -> Listed:
    """Raises :class:`~signing.errors.ConfigurationError`.

    ``daftar_tepercaya_tidak_sah``: no signature by any of *signers*, or no list under it. ``daftar_tepercaya_basi``:
    its scheme has promised a newer one before *at* (now). ``kepercayaan_kosong``: no service of it is in force.
    """
    found = next(_signed_lists(xml, signers), None)
    if found is None:
        raise ConfigurationError("daftar_tepercaya_tidak_sah")
    if _next_update(found) < (at or datetime.now(UTC)):
        raise ConfigurationError("daftar_tepercaya_basi")
    listed = Listed(tuple(_certificates(found, _ISSUERS)), tuple(_certificates(found, _TIME)))
    if not listed.anchors:
        raise ConfigurationError("kepercayaan_kosong")
    return listed


def _signed_lists(xml: bytes, signers: Sequence[x509.Certificate]) -> Iterator[Any]:
    """The root element as it was signed, for each signer whose signature holds."""
    from lxml.etree import LxmlError
    from signxml.exceptions import SignXMLException
    from signxml.verifier import SignatureConfiguration, XMLVerifier

    rules = SignatureConfiguration(require_x509=True, expect_references=True)
    for signer in signers:
        try:
            results = XMLVerifier().verify(xml, x509_cert=signer, expect_config=rules)
        except (SignXMLException, LxmlError, ValueError, TypeError):
            continue
        roots = (one.signed_xml for one in (results if isinstance(results, list) else [results]))
        yield from (root for root in roots if root is not None and root.tag == f"{_TSL}TrustServiceStatusList")


def _next_update(found: Any) -> datetime:
    """§5.3.15; a list without one is closed for ever and counts as old."""
    text = found.findtext(f"{_TSL}SchemeInformation/{_TSL}NextUpdate/{_TSL}dateTime")
    try:
        moment = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _certificates(found: Any, kinds: set[str]) -> Iterator[bytes]:
    """Of services of these kinds that are granted, each once, in the order of the list."""
    seen = set()
    for service in found.iter(f"{_TSL}ServiceInformation"):
        kind = (service.findtext(f"{_TSL}ServiceTypeIdentifier") or "").strip()
        status = (service.findtext(f"{_TSL}ServiceStatus") or "").strip()
        if kind not in kinds or status not in _GRANTED:
            continue
        for text in service.iterfind(f"{_TSL}ServiceDigitalIdentity/{_TSL}DigitalId/{_TSL}X509Certificate"):
            der = _der(text.text or "")
            if der not in seen:
                seen.add(der)
                yield der


def _der(text: str) -> bytes:
    try:
        certificate = x509.load_der_x509_certificate(base64.b64decode("".join(text.split()), validate=True))
    except (ValueError, binascii.Error) as error:
        raise ConfigurationError("kepercayaan_rusak") from error
    return certificate.public_bytes(Encoding.DER)
