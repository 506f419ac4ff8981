from __future__ import annotations

import random

import pytest

from search.question import understand
from search.snippet import LETTERS, excerpt, words_met
from search.words.roots import ROOTS
from search.words.stem import stem, written_parts
from tests.search import world

TEXT = (
    "Menimbang bahwa Pegawai Negeri Sipil yang namanya tersebut di bawah ini memenuhi syarat. " * 10
    + "NOMOR 800.1.3.2/1187/BKPSDM/2025 terhitung mulai tanggal 01-07-2024 dinaikkan pangkatnya. "
    + "Apabila di kemudian hari terdapat kekeliruan akan diadakan perbaikan. " * 10
)


def marked(question: str, text: str = TEXT) -> list[str]:
    return [piece for piece, mark in excerpt(text, understand(question).clauses).pieces if mark]


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
    pieces = excerpt(TEXT, understand("dinaikkan").clauses).pieces
    whole = "".join(text for text, _ in pieces)
    assert whole.startswith("… ")
    assert whole.endswith(" …")
    assert whole.strip("… ") in TEXT
    assert len(whole) <= LETTERS + 60


def test_markup_in_a_document_stays_text() -> None:
    assert ("<b>", False) in excerpt("<b>surat</b>", understand("surat").clauses).pieces


def test_an_empty_text_gives_an_empty_snippet() -> None:
    assert excerpt("", understand("surat").clauses).pieces == []


def test_the_page_of_the_piece_is_named_and_the_other_pages_are_counted() -> None:
    text = "halaman depan\fsurat cuti\ftentang gaji\fizin cuti tahunan dan cuti besar"
    made = excerpt(text, understand("cuti").clauses)
    assert (made.page, made.more) == (2, 1)
    assert (excerpt(text, understand("gaji").clauses).page, excerpt(text, understand("gaji").clauses).more) == (3, 0)
    assert (excerpt(text, understand("pensiun").clauses).page, excerpt(text, []).more) == (None, 0)


def test_words_of_a_page_answer_a_question_as_the_index_does() -> None:
    words = ["NIP", "19930512", "201903", "2", "911", "dinaikkan", "pangkatnya,", "mulai", "1", "Juli", "2024"]
    assert words_met(words, "kenaikan") == [5]
    assert words_met(words, "199305122019032911") == [1, 2, 3, 4]
    assert words_met(words, "01-07-2024") == [8, 9, 10]
    assert words_met(words, '"dinaikkan pangkatnya" -mulai jenis:SK_KP') == [5, 6]
    assert words_met([], "gaji") == words_met(words, "") == []


def test_looking_only_where_words_may_begin_marks_what_looking_everywhere_does() -> None:
    chance = random.Random(7)
    rows = world.entries(chance, 60)
    for _ in range(400):
        question = understand(world.question(chance, rows).text)
        clauses = [clause for clause in question.clauses if not clause.excluded]
        text = " ".join(f"{row.title}\n{row.text}" for row in chance.sample(rows, 3))
        plain, looked_everywhere = excerpt(text, clauses), excerpt(f"{text} é", clauses)
        marks = [[piece for piece, mark in made.pieces if mark] for made in (plain, looked_everywhere)]
        assert marks[0] == marks[1], question


@pytest.mark.parametrize("root", sorted(ROOTS)[::9])
def test_every_written_form_of_a_root_holds_a_part_of_it(root: str) -> None:
    forms = [
        f"{prefix}{body}{suffix}"
        for prefix in ("", "me", "mem", "men", "meng", "meny", "pe", "di", "ke", "ter")
        for body in (root, root[1:])
        for suffix in ("", "kan", "an", "i", "nya")
    ]
    for form in forms:
        assert any(part in form for part in written_parts(stem(form))), form
