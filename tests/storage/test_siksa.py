"""A short run of the long trial, with another seed than the long one."""

from __future__ import annotations

from pathlib import Path

from storage import ClamdScanner
from tests.storage import siksa


def test_mutated_files_end_in_a_verdict_and_leave_the_parent_as_it_was(tmp_path: Path, scanner: ClamdScanner) -> None:
    report = siksa.trial(120, "keputusan", tmp_path, scanner)
    assert report["faults"] == []
    assert sum(report["verdicts"].values()) == 120
    assert len(report["verdicts"]) > 3
