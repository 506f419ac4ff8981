"""``validate``: exit codes 0 all valid, 1 invalid, 2 indeterminate, 3 unsigned, 4 unreadable."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from signing.cli_screen import answer, answer_json, remark
from signing.errors import SigningError
from signing.trust import TrustStore
from signing.verifier import Report, Verdict, validate
from signing.verifier.etsi import xml
from signing.verifier.page import page

_EXIT = {
    Verdict.VALID: 0,
    Verdict.INVALID: 1,
    Verdict.INDETERMINATE: 2,
    Verdict.UNSIGNED: 3,
    Verdict.UNREADABLE: 4,
}
# The order of the exit codes: any invalid is 1; without one, any indeterminate is 2, and so on.
_WORST_FIRST = tuple(sorted((verdict for verdict in Verdict if _EXIT[verdict]), key=_EXIT.__getitem__))


def run(options: argparse.Namespace) -> int:
    """Every file is judged; the exit code is that of the worst. Without readable trust nothing is decided."""
    try:
        trust = TrustStore.from_directory(options.trust) if options.trust else TrustStore.nobody()
    except (SigningError, OSError) as error:
        return _undecided(options, f"Daftar kepercayaan {options.trust} tidak dapat dipakai: {error}")
    reports = []
    for number, file in enumerate(options.files, start=1):
        if len(options.files) > 1:
            remark(f"[{number}/{len(options.files)}] {file}")
        report = validate(file, trust=trust, at=options.time, online=options.online)
        reports.append((file, report))
        if not options.json:
            answer(page(report, str(file)))
        if options.etsi and file.is_file():
            options.etsi.mkdir(parents=True, exist_ok=True)
            target = options.etsi / f"{number}-{file.name[:80]}.xml"
            target.write_bytes(xml(report, file.read_bytes(), options.time))
    if options.json:
        answer_json([_object(file, report) for file, report in reports])
    found = {report.verdict for _, report in reports}
    return _EXIT[next((verdict for verdict in _WORST_FIRST if verdict in found), Verdict.VALID)]


def _undecided(options: argparse.Namespace, reason: str) -> int:
    remark(f"signing: {reason}")
    if options.json:
        answer_json([_object(file, Report(Verdict.INDETERMINATE, [reason])) for file in options.files])
    return _EXIT[Verdict.INDETERMINATE]


def _object(file: Path, report: Report) -> dict[str, Any]:
    return {"file": str(file), **report.to_dict()}
