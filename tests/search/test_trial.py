"""The published questions: our words must find clearly more than the words as written, on every engine."""

from __future__ import annotations

import json

import pytest

from search import SearchIndex
from search.cli import main
from search.trial.found import pairs, score
from search.trial.papers import papers


def test_every_published_question_has_an_answer() -> None:
    asked = pairs(papers())
    assert len(asked) >= 300
    assert [pair.question for pair in asked if not pair.answers] == []


@pytest.mark.dua_ukuran
def test_nearly_every_question_is_answered_among_the_first_ten(index: SearchIndex) -> None:
    ours = score(index)
    assert ours.recall >= 0.95
    assert ours.mrr >= 0.95


def test_the_bench_compares_with_words_as_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["ours"]["recall"] > figures["plain"]["recall"] + 0.1
    assert figures["ours"]["recall"] > figures["stock"]["recall"]
    assert figures["ours"]["mrr"] > figures["stock"]["mrr"] > 0.5
    assert main(["bench", "--url", "redis://x"]) == 1
    assert "tantivy:///folder" in capsys.readouterr().err
