"""Inside the child: the dates behind the last document timestamp."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError

from signing.certificates import issuers_of

# RSA with PKCS#1 v1.5 padding is listed until then (ETSI TS 119 312 v1.4.3, as EU DSS reads it); the
# hashes and curves that are accepted here have no end date in that list.
RSA_UNTIL = datetime(2029, 1, 1, tzinfo=UTC)


def read(path: str) -> dict[str, str] | None:
    """``before``, ``stamped`` (ISO) and ``because``; None without a document timestamp."""
    with Path(path).open("rb") as file:
        reader = PdfFileReader(file, strict=False)
        stamps = reader.embedded_timestamp_signatures
        if not stamps:
            return None
        signed = stamps[-1].signed_data
        own = x509.load_der_x509_certificate(stamps[-1].signer_cert.dump())
        chain = [own, *issuers_of(own, [*_carried(signed), *_stored(reader)])]
    stamped: datetime = signed["encap_content_info"]["content"].parsed["gen_time"].native
    before, because = min(_ends(chain, stamped))
    return {"before": before.isoformat(), "stamped": stamped.isoformat(), "because": because}


def _ends(chain: list[x509.Certificate], stamped: datetime) -> list[tuple[datetime, str]]:
    """An anchor's own dates do not count, unless there is nothing else."""
    below = [c for c in chain if c.issuer != c.subject] or chain
    ends = [(c.not_valid_after_utc, "certificate") for c in below]
    if any(isinstance(c.public_key(), rsa.RSAPublicKey) for c in below) and stamped < RSA_UNTIL:
        ends.append((RSA_UNTIL, "algorithm"))
    return ends


def _carried(signed: cms.SignedData) -> list[x509.Certificate]:
    choices = (choice for choice in signed["certificates"] if choice.name == "certificate")
    return [x509.load_der_x509_certificate(choice.chosen.dump()) for choice in choices]


def _stored(reader: PdfFileReader) -> list[x509.Certificate]:
    try:
        store = DocumentSecurityStore.read_dss(reader)
    except NoDSSFoundError:
        return []
    return [x509.load_der_x509_certificate(certificate.dump()) for certificate in store.load_certs()]
