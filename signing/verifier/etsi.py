"""The report as ETSI TS 119 102-2 V1.4.1 XML: the machine-readable form other validators exchange.

One ``SignatureValidationReport`` per signature, with the main indication of EN 319 102-1 §5.1.3, the sentences
as additional report data, and the document's digest as identifier of what was validated.
"""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from signing.verifier.report import Report, SignatureReport, Verdict

NS = "http://uri.etsi.org/19102/v1.4.1#"
DS = "http://www.w3.org/2000/09/xmldsig#"
_INDICATION = "urn:etsi:019102:mainindication:"
_MAIN = {Verdict.VALID: "total-passed", Verdict.INVALID: "total-failed", Verdict.INDETERMINATE: "indeterminate"}
_SUB = "urn:etsi:019102:subindication:"
_VALIDATION = "urn:etsi:019102:validationprocess:"
_PROCESS = {"T": "LTVM", "LT": "LTVM", "LTA": "LTA"}
_SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"

register_namespace("vr", NS)
register_namespace("ds", DS)


def xml(report: Report, pdf: bytes, at: datetime | None = None) -> bytes:
    """UTF-8 XML. *at* is the moment judged for, now when None.

    The schema wants at least one signature: a file without any has one that failed for its format.
    """
    moment = (at or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    root = Element(f"{{{NS}}}ValidationReport")
    digest = base64.b64encode(hashlib.sha256(pdf).digest()).decode()
    for signature in report.signatures:
        _signature(_add(root, "SignatureValidationReport"), signature, digest, moment)
    if not report.signatures:
        _status(_add(root, "SignatureValidationReport"), Verdict.INVALID, "FORMAT_FAILURE")
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _signature(parent: Element, signature: SignatureReport, digest: str, moment: str) -> None:
    identifier = _add(
        parent, "SignatureIdentifier", id=f"S-{hashlib.sha256(signature.field.encode()).hexdigest()[:16]}"
    )
    algorithm = _add(identifier, "DigestAlgAndValue")
    SubElement(algorithm, f"{{{DS}}}DigestMethod", Algorithm=_SHA256)
    SubElement(algorithm, f"{{{DS}}}DigestValue").text = digest
    _add(identifier, "HashOnly", "false")
    _add(identifier, "DocHashOnly", "false")
    times = _add(parent, "ValidationTimeInfo")
    _add(times, "ValidationTime", moment)
    best = _add(times, "BestSignatureTime")
    _add(best, "POETime", _zulu(signature.timestamp) or moment)
    _add(best, "TypeOfProof", "urn:etsi:019102:poetype:validation")
    process = _PROCESS.get((signature.level or "").rpartition("-")[2], "Basic")
    _add(_add(parent, "SignatureValidationProcess"), "SignatureValidationProcessID", _VALIDATION + process)
    status = _status(parent, signature.verdict, signature.indication)
    data = _add(status, "AssociatedValidationReportData")
    for indonesian, english in zip(signature.reasons, signature.reasons_en, strict=True):
        extra = _add(data, "AdditionalValidationReportData")
        for language, sentence in (("id", indonesian), ("en", english)):
            entry = _add(extra, "ReportData")
            _add(entry, "Type", f"urn:docservice:reason:{language}")
            _add(entry, "Value", sentence)


def _status(parent: Element, verdict: Verdict, indication: str | None) -> Element:
    status = _add(parent, "SignatureValidationStatus")
    _add(status, "MainIndication", _INDICATION + _MAIN[verdict])
    if indication:
        _add(status, "SubIndication", _SUB + indication)
    return status


def _add(parent: Element, name: str, text: str | None = None, **attributes: str) -> Element:
    child = SubElement(parent, f"{{{NS}}}{name}", attributes)
    child.text = text
    return child


def _zulu(iso: str | None) -> str | None:
    return iso.replace("+00:00", "Z") if iso else None
