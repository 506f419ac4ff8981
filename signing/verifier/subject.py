"""One signature under examination, with what all checks need."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import cms
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter


@dataclass(frozen=True)
class Document:
    """A parsed file. ``hybrid`` files were read leniently."""

    data: bytes
    reader: PdfFileReader
    hybrid: bool


@dataclass(frozen=True)
class Subject:
    """A filled signature field whose CMS could be parsed."""

    document: Document
    field: str
    embedded: EmbeddedPdfSignature

    @property
    def signed_data(self) -> cms.SignedData:
        return self.embedded.signed_data

    @property
    def is_timestamp(self) -> bool:
        return bool(self.embedded.sig_object_type == "/DocTimeStamp")

    @property
    def revision(self) -> int:
        return int(self.embedded.signed_revision)

    @property
    def before(self) -> HistoricalResolver:
        """The file as it was signed."""
        return self.document.reader.get_historical_resolver(self.revision)

    @property
    def after(self) -> HistoricalResolver:
        """The file as it is now."""
        return self.document.reader.get_historical_resolver(self.document.reader.xrefs.total_revisions - 1)

    @property
    def certificate(self) -> x509.Certificate:
        return x509.load_der_x509_certificate(self.asn1_certificate.dump())

    @property
    def asn1_certificate(self) -> asn1_x509.Certificate:
        return self.embedded.signer_cert

    @property
    def byte_range(self) -> list[int]:
        return [int(number) for number in self.embedded.byte_range]

    @property
    def end(self) -> int:
        """The first byte after what this signature covers."""
        return self.byte_range[2] + self.byte_range[3]

    @property
    def has_token(self) -> bool:
        return next(extract_tst_data_iter(self.embedded.signer_info, signed=False), None) is not None

    @property
    def token_time(self) -> datetime | None:
        """What the signature timestamp says, whether or not its authority is trusted."""
        token = next(extract_tst_data_iter(self.embedded.signer_info, signed=False), None)
        return token["encap_content_info"]["content"].parsed["gen_time"].native if token else None

    @property
    def stamp_time(self) -> datetime:
        """What a document timestamp says."""
        moment: datetime = self.signed_data["encap_content_info"]["content"].parsed["gen_time"].native
        return moment

    def entry(self, key: str) -> str | None:
        value = lookup(self.embedded.sig_object, key)
        return str(value) if value is not None else None


def every_container(signed: cms.SignedData) -> Iterator[cms.SignedData]:
    """The container itself and the timestamp tokens inside it."""
    yield signed
    for info in signed["signer_infos"]:
        yield from extract_tst_data_iter(info, signed=False)


def lookup(dictionary: Any, key: str) -> Any:
    """The value behind any reference, or None."""
    try:
        return dictionary[key]
    except KeyError:
        return None


def open_document(data: bytes) -> Document:
    """Strict parse; hybrid cross-references (Word) are the only thing read leniently.

    Raises whatever the library raises on a file that cannot be read.
    """
    try:
        reader = PdfFileReader(io.BytesIO(data), strict=True)
    except PdfReadError:
        reader = PdfFileReader(io.BytesIO(data), strict=False)
        if not reader.xrefs.hybrid_xrefs_present:
            raise
    hybrid = bool(reader.xrefs.hybrid_xrefs_present)
    if hybrid and reader.strict:
        reader = PdfFileReader(io.BytesIO(data), strict=False)
    if reader.encrypted:
        raise ValueError("encrypted")
    reader.root  # noqa: B018 - a file without a catalogue is not readable
    return Document(data, reader, hybrid)


def subjects(document: Document) -> tuple[list[Subject], dict[str, str]]:
    """Readable signatures in order of revision, and unreadable ones: field name to exception name."""
    good, broken = [], {}
    for name, value, field in enumerate_sig_fields(document.reader):
        if value is None:
            continue
        try:
            good.append(Subject(document, name, EmbeddedPdfSignature(document.reader, field, name)))
        except Exception as error:  # see the package's rule on leaks
            broken[str(name)] = type(error).__name__
    return sorted(good, key=lambda s: s.revision), broken
