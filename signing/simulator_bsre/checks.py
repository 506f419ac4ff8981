"""The verification endpoints, in the shapes and with the misspelled keys of the real ones."""

from __future__ import annotations

import base64
import io
from datetime import datetime
from typing import Any

from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader

from signing.devpki.files import load_certificate
from signing.simulator_bsre.office import Office
from signing.simulator_bsre.v2 import _file
from signing.simulator_bsre.wire import Call, Reply, answer, error
from signing.verifier import Report, SignatureReport, Verdict, validate

_DAY = "%Y-%m-%d %H:%M:%S"
_TSA = "Timestamp Authority Badan Siber dan Sandi Negara"


def verify_v1(office: Office, call: Call) -> Reply:
    """POST /api/sign/verify"""
    pdf = call.fields.get("signed_file")
    report = _report(office, pdf if isinstance(pdf, bytes) else b"")
    if report is None:
        return error("Dokumen tidak dapat dibaca", 500, 500)
    signed = bool(report.signatures)
    values = _values(pdf) if isinstance(pdf, bytes) and signed else {}
    good = report.verdict is Verdict.VALID
    data = {
        "nama_dokumen": "dokumen.pdf",
        "jumlah_signature": len(report.signatures),
        "notes": _notes(good) if signed else None,
        "summary": ("DOCUMENT VALID !!!" if good else "DOCUMENT NOT VALID !!!") if signed else None,
        "details": [_detail_v1(office, one, values) for one in report.signatures],
    }
    return _later(office, report, answer(data))


def verify_v2(office: Office, call: Call) -> Reply:
    """POST /api/v2/verify/pdf"""
    report = _report(office, _file(call.fields.get("file")))
    if report is None:
        return error("Dokumen tidak dapat dibaca", 500, 500)
    conclusion = "VALID" if report.verdict is Verdict.VALID else "INVALID"
    data = {
        "conclusion": conclusion if report.signatures else "NO_SIGNATURE",
        "description": _notes(conclusion == "VALID"),
        "signatureCount": len(report.signatures),
        "signatureInformations": [_detail_v2(office, number, one) for number, one in enumerate(report.signatures)],
    }
    return _later(office, report, answer(data))


def _report(office: Office, pdf: bytes) -> Report | None:
    report = validate(pdf, trust=office.trust, online=True)
    return None if report.verdict is Verdict.UNREADABLE else report


def _later(office: Office, report: Report, reply: Reply) -> Reply:
    delay = 1.4 + 5 * max(0, len(report.signatures) - 1)
    return Reply(200, reply.body, delay=delay * office.settings.latency)


def _notes(good: bool) -> str:
    if good:
        return "Dokumen asli dan tidak diubah sejak ditandatangani"
    return "Dokumen telah diubah oleh pihak yang tidak berhak"


def _detail_v1(office: Office, one: SignatureReport, values: dict[str, tuple[str, str]]) -> dict[str, Any]:
    good = one.verdict is Verdict.VALID
    signature, digest = values.get(one.field, (None, None))
    return {
        "info_tsa": {"name": _TSA if one.timestamp else None, "tsa_cert_validity": None},
        "signature_field": one.field,
        "info_signer": {"signer_name": one.signer, "cert_user_certified": one.trust == "trusted"}
        | _of_signer(_certificate(office, one)),
        "signature_document": {
            "signed_using_tsa": one.timestamp is not None,
            "reason": one.reason,
            "document_integrity": good,
            "signature_value": signature,
            "signed_in": _moment(one.signed_at),
            "location": one.location,
            "hash_value": digest,
        },
    }


def _of_signer(certificate: x509.Certificate | None) -> dict[str, Any]:
    if certificate is None:
        return {"issuer_dn": None, "signer_cert_validity": None, "signer_dn": None}
    since, until = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    return {
        "issuer_dn": certificate.issuer.rfc4514_string(),
        "signer_cert_validity": f"{since:{_DAY}} to {until:{_DAY}}",
        "signer_dn": certificate.subject.rfc4514_string(),
    }


def _detail_v2(office: Office, number: int, one: SignatureReport) -> dict[str, Any]:
    good = one.verdict is Verdict.VALID
    stamp = {"id": f"T-{number}", "signerName": _TSA, "timestampDate": one.timestamp} if one.timestamp else None
    return {
        "id": f"S-{number}",
        "signatureFormat": f"PAdES-BASELINE-{(one.level or 'B-B').removeprefix('B-')}",
        "signerName": one.signer,
        "signatureDate": one.signed_at,
        "fieldName": one.field,
        "reason": one.reason,
        "location": one.location,
        "certLevelCode": 0,
        "signatureAlgorithm": "RSA with SHA256",
        "digestAlgorithm": None,
        "timestampInfomation": stamp,
        "certificateDetails": [_details(number, one, _certificate(office, one))],
        "integrityValid": good,
        "certificateTrusted": one.trust == "trusted",
        "lastSignature": False,
    }


def _details(number: int, one: SignatureReport, certificate: x509.Certificate | None) -> dict[str, Any]:
    known = {"id": f"C-{number}", "commonName": one.signer, "serialNumber": one.certificate_serial}
    if certificate is None:
        return known
    return known | {
        "issuerName": certificate.issuer.rfc4514_string(),
        "notBeforeDate": certificate.not_valid_before_utc.isoformat(),
        "notAfterDate": certificate.not_valid_after_utc.isoformat(),
        "signatureAlgoritm": "RSA with SHA256",
        "keyUsages": ["digitalSignature", "nonRepudiation"],
    }


def _certificate(office: Office, one: SignatureReport) -> x509.Certificate | None:
    """As it was issued here; None for somebody else's."""
    file = office.keys.directory / "issued" / f"{(one.certificate_serial or '').lower()}.pem"
    return load_certificate(file) if file.is_file() else None


def _moment(iso: str | None) -> str | None:
    """As PHP writes ``Y-m-d H:i:s.u``."""
    return datetime.fromisoformat(iso).strftime("%Y-%m-%d %H:%M:%S.%f") if iso else None


def _values(pdf: bytes) -> dict[str, tuple[str, str]]:
    """Signature value and signed digest, by field."""
    found = {}
    for one in PdfFileReader(io.BytesIO(pdf), strict=False).embedded_regular_signatures:
        signature = one.signer_info["signature"].native
        found[str(one.field_name)] = (base64.b64encode(signature).decode(), one.compute_digest().hex())
    return found
