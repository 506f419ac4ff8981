"""The engines' stock Indonesian analyzer in the place of ours: Tala's stemmer, as Snowball and Lucene have it.

Tantivy has none, and the server its makers publish brings none, so their stemmer is put where ours stands; no synonyms,
no similar names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from unittest.mock import patch

USERS = ("analysis", "plan", "wanted")
"""Modules of this package that cut words to stems."""


def is_known() -> bool:
    """The stemmer is installed with the development tools only."""
    return find_spec("snowballstemmer") is not None


@contextmanager
def stock_words() -> Iterator[None]:
    """Index and questions by the stock stems while this lasts."""
    with ExitStack() as stack:
        for user in USERS:
            stack.enter_context(patch(f"search.{user}.stem", _stemmer()))
        stack.enter_context(patch("search.question.others", lambda words: ()))
        stack.enter_context(patch("search.plan.may_be_misspelt", lambda question: False))
        yield


@cache
def _stemmer() -> Callable[[str], str]:
    made = import_module("snowballstemmer").stemmer("indonesian")
    return cache(lambda word: str(made.stemWord(word)) if word.isalpha() else word)
