"""The verification endpoints, in the shapes and with the misspelled keys of the real ones."""

from __future__ import annotations

from typing import Any

from signing.simulator_bsre.office import Office
from signing.simulator_bsre.v2 import _file
from signing.simulator_bsre.wire import Call, Reply, answer, error
from signing.verifier import Report, SignatureReport, Verdict, validate

_TSA = "Timestamp Authority Badan Siber dan Sandi Negara"


def verify_v1(office: Office, call: Call) -> Reply:
    """POST /api/sign/verify"""
    pdf = call.fields.get("signed_file")
    report = _report(office, pdf if isinstance(pdf, bytes) else b"")
    if report is None:
        return error("Dokumen tidak dapat dibaca", 500, 500)
    signed = bool(report.signatures)
    good = report.verdict is Verdict.VALID
    data = {
        "nama_dokumen": "dokumen.pdf",
        "jumlah_signature": len(report.signatures),
        "notes": _notes(good) if signed else None,
        "summary": ("DOCUMENT VALID !!!" if good else "DOCUMENT NOT VALID !!!") if signed else None,
        "details": [_detail_v1(one) for one in report.signatures],
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
        "signatureInformations": [_detail_v2(number, one) for number, one in enumerate(report.signatures)],
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


def _detail_v1(one: SignatureReport) -> dict[str, Any]:
    good = one.verdict is Verdict.VALID
    return {
        "info_tsa": {"name": _TSA if one.timestamp else None, "tsa_cert_validity": None},
        "signature_field": one.field,
        "info_signer": {"signer_name": one.signer, "cert_user_certified": one.trust == "trusted"},
        "signature_document": {
            "signed_using_tsa": one.timestamp is not None,
            "reason": one.reason,
            "document_integrity": good,
            "signed_in": one.signed_at,
            "location": one.location,
        },
    }


def _detail_v2(number: int, one: SignatureReport) -> dict[str, Any]:
    good = one.verdict is Verdict.VALID
    stamp = {"id": f"T-{number}", "signerName": _TSA, "timestampDate": one.timestamp} if one.timestamp else None
    certificate = {"commonName": one.signer, "serialNumber": one.certificate_serial}
    return {
        "id": f"S-{number}",
        "signatureFormat": f"PAdES-BASELINE-{(one.level or 'B-B').removeprefix('B-')}",
        "signerName": one.signer,
        "signatureDate": one.signed_at,
        "fieldName": one.field,
        "reason": one.reason,
        "location": one.location,
        "digestAlgorithm": None,
        "timestampInfomation": stamp,
        "certificateDetails": [{**certificate, "signatureAlgoritm": "RSA with SHA256"}],
        "integrityValid": good,
        "certificateTrusted": one.trust == "trusted",
        "lastSignature": False,
    }
