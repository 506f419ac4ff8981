from __future__ import annotations

import pytest

from search.question import understand
from search.snippet import LETTERS, snippet

TEXT = (
    "Menimbang bahwa Pegawai Negeri Sipil yang namanya tersebut di bawah ini memenuhi syarat. " * 10
    + "NOMOR 800.1.3.2/1187/BKPSDM/2025 terhitung mulai tanggal 01-07-2024 dinaikkan pangkatnya. "
    + "Apabila di kemudian hari terdapat kekeliruan akan diadakan perbaikan. " * 10
)


def marked(question: str, text: str = TEXT) -> list[str]:
    return [piece for piece, mark in snippet(text, understand(question).clauses) if mark]


@pytest.mark.parametrize(
    ("question", "marks"),
    [
        ("kenaikan", ["dinaikkan"]),
        ("1 Juli 2024", ["01-07-2024"]),
        ("800.1.3.2/1187/BKPSDM/2025", ["800.1.3.2/1187/BKPSDM/2025"]),
        ('"dinaikkan pangkatnya"', ["dinaikkan pangkatnya"]),
        ("1187 pangkat", ["1187", "pangkatnya"]),
        ("-kekeliruan dinaikkan", ["dinaikkan"]),
        ("tidakada", []),
    ],
)
def test_what_was_asked_for_is_marked(question: str, marks: list[str]) -> None:
    assert marked(question) == marks


def test_a_snippet_is_short_and_is_a_piece_of_the_text() -> None:
    pieces = snippet(TEXT, understand("dinaikkan").clauses)
    whole = "".join(text for text, _ in pieces)
    assert whole.startswith("… ")
    assert whole.endswith(" …")
    assert whole.strip("… ") in TEXT
    assert len(whole) <= LETTERS + 60


def test_markup_in_a_document_stays_text() -> None:
    assert ("<b>", False) in snippet("<b>surat</b>", understand("surat").clauses)


def test_an_empty_text_gives_an_empty_snippet() -> None:
    assert snippet("", understand("surat").clauses) == []
