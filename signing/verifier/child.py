"""The inside of the sandbox: one file in, one report out."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import contextlib
import logging
from datetime import datetime
from pathlib import Path
from typing import Any

from signing.quick import read_and_write_quickly
from signing.trust import TrustStore
from signing.verifier import examine, structure
from signing.verifier.bookkeeping import check_bookkeeping
from signing.verifier.cabinet import check_cabinet
from signing.verifier.declared import check_declared
from signing.verifier.examine import guarded
from signing.verifier.habits import allow_habits_of_others
from signing.verifier.names import compare_names_by_bytes
from signing.verifier.once import share_within_a_file
from signing.verifier.policy import Circumstances
from signing.verifier.readings import check_readings
from signing.verifier.report import Finding, Report, SignatureReport, TimestampReport, Verdict, worst
from signing.verifier.subject import Document, Subject, open_document, subjects
from signing.verifier.tail import check_tail

_UNREADABLE = "Berkas rusak atau bukan PDF yang dapat dibaca dengan aman."
_UNSIGNED = "Berkas tidak memuat tanda tangan elektronik."
_ONLY_STAMP = "Berkas hanya memuat penanda waktu, bukan tanda tangan seseorang."
_BROKEN = "Tanda tangan rusak sehingga tidak dapat dibaca ({})."
_ALL_GOOD = "Semua tanda tangan sah dan dokumen tidak berubah."
_HYBRID = "Berkas disimpan dalam bentuk campuran (biasanya dari Word); dibaca dengan aturan yang lebih longgar."
_HYBRID_CHANGED = "Berkas bentuk campuran yang diperbarui setelah ditandatangani tidak dapat dipastikan."
_DEVELOPMENT = "Sertifikat PENGEMBANGAN: tanda tangan ini tidak mempunyai kekuatan hukum."

allow_habits_of_others()
compare_names_by_bytes()
share_within_a_file()
read_and_write_quickly()


def validate(path: str, trust: dict[str, list[str]], at: str | None, online: bool) -> dict[str, Any]:
    """JSON in, JSON out. Raises nothing for a bad file."""
    logging.disable(logging.CRITICAL)
    moment = datetime.fromisoformat(at) if at else None
    circumstances = Circumstances(TrustStore.from_dict(trust), moment, online)
    return examine_bytes(Path(path).read_bytes(), circumstances).to_dict()


def examine_bytes(data: bytes, circumstances: Circumstances) -> Report:
    """The report on a file's bytes."""
    try:
        document = open_document(data)
        good, broken = subjects(document)
    except Exception:
        return Report.unreadable(_UNREADABLE)
    signatures = [_one(s, good, circumstances) for s in good if not s.is_timestamp]
    signatures += [_unreadable(field, name) for field, name in broken.items()]
    stamps = [_stamp(s, good, circumstances) for s in good if s.is_timestamp]
    findings = _file_findings(document, good, len(broken), circumstances.trust)
    return _summary(document, signatures, stamps, findings, circumstances)


def _one(subject: Subject, every: list[Subject], circumstances: Circumstances) -> SignatureReport:
    """One bad field must not hide the others."""
    try:
        return examine.signature(subject, every, circumstances)
    except Exception as error:
        return _unreadable(subject.field, type(error).__name__)


def _stamp(subject: Subject, every: list[Subject], circumstances: Circumstances) -> TimestampReport:
    try:
        return examine.timestamp(subject, every, circumstances)
    except Exception as error:
        return TimestampReport(subject.field, None, Verdict.INVALID, [_BROKEN.format(type(error).__name__)])


def _unreadable(field: str, error: str) -> SignatureReport:
    return SignatureReport(field, None, Verdict.INVALID, [_BROKEN.format(error)], indication="FORMAT_FAILURE")


def _file_findings(document: Document, good: list[Subject], broken: int, trust: TrustStore) -> list[Finding]:
    """What concerns the file as a whole."""
    findings = guarded(lambda: structure.check_strays(document, good, broken))
    if not good:
        return findings
    findings += guarded(lambda: structure.check_ending(document))
    findings += guarded(lambda: check_readings(document))
    findings += guarded(lambda: check_cabinet(document, good, trust))
    ends = _ends(good) or [len(document.data)]
    signed, covered = min(ends), max(ends)
    findings += guarded(lambda: check_tail(document, signed, covered))
    findings += guarded(lambda: check_declared(document, signed))
    findings += guarded(lambda: check_bookkeeping(document, signed, covered))
    if document.hybrid and covered < len(document.data):
        findings.append(Finding.undecided(_HYBRID_CHANGED))
    return findings


def _ends(good: list[Subject]) -> list[int]:
    """Where each signature's part of the file ends; one whose ranges make no sense is invalid for that alone."""
    found = []
    for subject in good:
        with contextlib.suppress(Exception):  # see the package's rule on leaks
            found += [subject.end] * structure.two_ranges(subject)
    return found


def _summary(
    document: Document,
    signatures: list[SignatureReport],
    stamps: list[TimestampReport],
    findings: list[Finding],
    circumstances: Circumstances,
) -> Report:
    parts: list[SignatureReport | TimestampReport] = [
        *signatures,
        *(s for s in stamps if s.verdict is not Verdict.VALID),
    ]
    verdict = worst([*(f.verdict for f in findings), *(p.verdict for p in parts)])
    reasons = [f.text for f in findings] + [r for p in parts if p.verdict is not Verdict.VALID for r in p.reasons]
    if not signatures and verdict is Verdict.VALID:
        verdict, reasons = Verdict.UNSIGNED, [_ONLY_STAMP if stamps else _UNSIGNED]
    development = bool(signatures) and circumstances.trust.development
    notes = [_HYBRID] * document.hybrid + [_DEVELOPMENT] * development
    return Report(verdict, list(dict.fromkeys(reasons)) or [_ALL_GOOD], signatures, stamps, notes, development)
