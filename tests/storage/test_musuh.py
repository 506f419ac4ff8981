"""Hostile files nobody has listed for us end in a refusal with a right sentence, or do no harm; honest twins pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage import Inspection, ScanVerdict, inspect
from storage.reasons import REASONS
from tests.storage import musuh_baik, musuh_bom, musuh_gambar, musuh_pdf

PDFS = musuh_pdf.HOSTILE | musuh_bom.HOSTILE
QUICK = {name: ("a.pdf", *made) for name, made in PDFS.items() if name not in musuh_bom.HEAVY}
HOSTILE = QUICK | musuh_gambar.HOSTILE
HONEST = {name: ("a.pdf", made) for name, made in musuh_baik.HONEST.items()} | musuh_gambar.HONEST


def look(folder: Path, name: str, content: bytes, scanner) -> Inspection:
    path = folder / "unggahan"
    path.write_bytes(content)
    return inspect(path, filename=name, scanner=scanner)


@pytest.mark.parametrize(("name", "content", "codes"), HOSTILE.values(), ids=HOSTILE.keys())
def test_it_is_refused_with_a_right_sentence_or_harmless(tmp_path: Path, scanner, name, content, codes) -> None:
    seen = look(tmp_path, name, content, scanner)
    assert (seen.reason_code or "") in codes
    assert seen.accepted is (seen.reason_code is None)
    assert (seen.reason_code or "rusak") in REASONS
    assert seen.accepted or (seen.reason and "{" not in seen.reason)


@pytest.mark.parametrize(("name", "content"), HONEST.values(), ids=HONEST.keys())
def test_its_honest_twin_passes(tmp_path: Path, scanner, name: str, content: bytes) -> None:
    seen = look(tmp_path, name, content, scanner)
    assert (seen.reason_code, seen.active_content) == (None, [])
    assert seen.scan
    assert seen.scan.verdict is ScanVerdict.CLEAN


def test_there_are_many_of_each() -> None:
    assert len(PDFS) >= 100
    assert len(HOSTILE) > 140
    assert len(HONEST) > 35
