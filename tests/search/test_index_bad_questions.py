"""Whatever is typed, on every engine: an answer or the one typed refusal, soon."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search import QueryTooLong, SearchIndex
from search.wildcards import TOO_MANY, TOO_SHORT
from tests.search.conftest import Ask, asker, entry, found, opener

pytestmark = pytest.mark.dua_ukuran
SECONDS = 1.0
"""Of CPU in this process, which also waits for a server: the machine may be busy."""
BAD = {
    "nulls": "\0" * 50 + "surat\0",
    "control characters": "".join(map(chr, range(32))) + "surat",
    "right to left": "\u202esurat\u202c \u200fsurat\u200e \u2066surat\u2069",
    "half characters": "surat \ud800 \udfff",
    "two hundred wildcards": "*" * 200,
    "wildcard words": "* " * 100,
    "question marks": "?" * 200,
    "wildcards in a word": "su" + "*a" * 99,
    "many wildcard words": "su* sur* sura* surat* s*t su?at su*t s?",
    "brackets": "([{<" * 50,
    "quotes": '"' * 199,
    "quotes and minus": '-"' * 100,
    "colons": "jenis:" * 33,
    "empty choices": 'jenis:"" unit: tahun:*',
    "operators": "AND OR NOT && || ! ( ) { } [ ] ^ ~ * ? : \\ / + - surat",
    "a regular expression": "(a+)+$ .* [^x]* \\d{1,99999}",
    "json": '{"query":{"match_all":{}}}',
    "sql": "' OR 1=1; --",
    "minus only": "-surat -sura* -x" + " -y" * 40,
    "many words": "a " * 100,
    "digits": "1 " * 100,
    "one number": "9" * 200,
    "nip of nothing": "nip: nip:* nip:1 nip:" + "9" * 100,
    "combining": "s" + "\u0301" * 199,
    "other scripts": "人事档案 مرسوم приказ ประกาศ 🙂‍↔️ ﷽",
    "dates": "31-02-2024 99/99/9999 1 Juli 20245",
    "synonyms of synonyms": "surat keputusan kenaikan gaji berkala pegawai negeri sipil kp sk kgb " * 2,
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    index = next(made := opener(tmp_path_factory.mktemp("indeks")))()
    index.write([entry(f"d{n}", f"surat nomor {n} kata{n}", nama=f"Nama Orang{n}") for n in range(50)], [])
    yield index
    next(made, None)


@pytest.fixture(scope="module")
def ask(index: SearchIndex) -> Ask:
    return asker(index)


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_bad_text_gets_an_answer_soon(text: str, ask: Ask, index: SearchIndex) -> None:
    begun = time.process_time()
    assert ask(text).total >= 0
    assert ask(text, exact=True).total >= 0
    assert index.suggest(text, ["semua"]) is not None
    assert time.process_time() - begun < SECONDS


def test_ten_thousand_letters_are_refused_at_once_with_a_word_about_it(ask: Ask, index: SearchIndex) -> None:
    begun = time.process_time()
    for text in ("a" * 10_000, '"' * 10_000, "* " * 5_000, "\0" * 10_000):
        with pytest.raises(QueryTooLong, match="Ringkas"):
            ask(text)
        assert index.suggest(text, ["semua"]) == []
    assert time.process_time() - begun < SECONDS


def test_signs_nobody_sees_do_not_hide_a_word(ask: Ask) -> None:
    assert ask("\u202esu\u200brat\0").total == 50
    assert found(ask("kata7\u200f")) == {"d7"}


def test_wildcards_beyond_reason_are_left_out_with_a_word_about_it(ask: Ask) -> None:
    assert ask("*urat").notes == [TOO_SHORT]
    assert ask("su* sur* sura* sura?* surat*").notes == [TOO_MANY]
    assert ask("s*u*r*a*t").notes == [TOO_SHORT]
    assert ask("su*r*a*t*").notes == [TOO_MANY]
    assert ask("sur*").total == ask("s?rat surat").total + 50 == 50


def test_pages_nobody_leafs_to_are_empty_and_the_total_stays_true(ask: Ask) -> None:
    for offset in (50, 9_999, 20_000, 100_001, 10**12):
        results = ask("surat", offset=offset)
        assert (results.total, results.hits) == (50, [])
    assert ask("surat", limit=-1).hits == []
    assert len(ask("surat", offset=-5, limit=10**9).hits) == 50


def test_access_tokens_may_hold_anything(ask: Ask) -> None:
    for token in ("\0", '"', "*", "{}", "a" * 5_000, "\ud800", "?"):
        assert ask("surat", (token,)).total == 0


@settings(max_examples=40, deadline=None)
@given(text=st.text(alphabet=st.sampled_from('abu -"*?:()[]\\/\0\u202e1 nip:jenis'), max_size=200))
def test_no_mixture_of_signs_breaks_the_search(text: str, ask: Ask) -> None:
    assert ask(text).total >= 0
