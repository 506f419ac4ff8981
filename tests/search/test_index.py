"""The index as a store, on every engine: written, replaced, deleted, reopened, shared, rebuilt."""

from __future__ import annotations

import pytest

from search import SearchIndex
from tests.search.conftest import Ask, Open, entry, found

pytestmark = pytest.mark.dua_ukuran


def test_the_written_word_comes_before_its_relatives(index: SearchIndex, ask: Ask) -> None:
    index.write([entry("a", "penetapan kinerja tahunan"), entry("b", "ditetapkan kinerja tahunan")], [])
    assert [hit.id for hit in ask("ditetapkan").hits] == ["b", "a"]


def test_pages_of_results_follow_each_other(index: SearchIndex, ask: Ask) -> None:
    index.write([entry(f"d{number}", "surat") for number in range(30)], [])
    pages = [ask("surat", offset=start, limit=20) for start in (0, 20, 40)]
    assert [len(page.hits) for page in pages] == [20, 10, 0]
    assert {page.total for page in pages} == {30}
    assert len(found(pages[0]) | found(pages[1])) == 30
    assert ask("surat", limit=0).hits == []


def test_writing_again_replaces_and_deleting_removes(index: SearchIndex, ask: Ask) -> None:
    index.write([entry("a", "lama"), entry("b", "lama")], [])
    index.write([entry("a", "baru", revision="2")], ["b", "tidak-ada"])
    assert index.ids() == {"a": "2"}
    assert index.count() == 1
    assert ask("lama").total == 0
    assert found(ask("baru")) == {"a"}


def test_writing_the_same_twice_changes_nothing(index: SearchIndex) -> None:
    for _ in range(2):
        index.write([entry("a", "surat"), entry("a", "surat")], [])
    assert index.count() == 1


def test_an_index_is_found_again_when_opened_anew(index: SearchIndex, open_again: Open) -> None:
    index.write([entry("a", "surat", facets={"jenis": "SK_KP"})], [])
    again = open_again()
    assert again.ids() == {"a": "1"}
    again.write([entry("b", "surat penting")], [])
    assert index.count() == 2


def test_a_dropped_index_is_empty_and_can_be_filled_again(index: SearchIndex, open_again: Open, ask: Ask) -> None:
    reader = open_again()
    index.write([entry("a", "surat")], [])
    assert reader.count() == 1
    index.drop()
    assert (reader.count(), index.ids(), ask("surat").total) == (0, {}, 0)
    index.write([entry("b", "surat")], [])
    assert found(ask("surat")) == {"b"}
    assert reader.count() == 1


def test_a_batch_that_fails_leaves_the_index_as_it_was(index: SearchIndex) -> None:
    index.write([entry("a", "surat")], [])

    def broken() -> object:
        yield entry("b", "surat")
        raise RuntimeError("sumber putus")

    with pytest.raises(RuntimeError):
        index.write(broken(), ["a"])  # type: ignore[arg-type] # a generator is an iterable
    assert index.ids() == {"a": "1"}
    index.write([entry("c")], [])
    assert index.count() == 2


def test_hits_can_be_sorted_by_date_and_name_their_page(index: SearchIndex, ask: Ask) -> None:
    dates = {"a": "2019-03-01", "b": "2024-07-01", "c": None, "d": "1998-12-31"}
    index.write([entry(id_, "depan\fsurat\fsurat", date=date) for id_, date in dates.items()], [])
    assert [hit.id for hit in ask("surat", order="baru").hits] == ["b", "a", "d", "c"]
    assert [hit.id for hit in ask("surat", order="lama").hits] == ["c", "d", "a", "b"]
    assert {(hit.page, hit.more) for hit in ask("surat").hits} == {(2, 1)}
    assert [hit.id for hit in ask("surat", order="baru", offset=1, limit=2).hits] == ["a", "d"]
