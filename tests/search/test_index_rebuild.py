"""Rebuilding and suggesting, on every engine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from search import Entry, SearchIndex
from tests.search.conftest import Ask, Open, entry, found

pytestmark = pytest.mark.dua_ukuran


def test_readers_see_the_old_index_until_the_new_one_is_whole(index: SearchIndex, open_again: Open, ask: Ask) -> None:
    reader = open_again()
    index.write([entry("a", "surat"), entry("b", "surat")], [])

    def slowly() -> Iterator[Entry]:
        yield entry("b", "surat baru")
        assert (reader.count(), found(ask("surat"))) == (2, {"a", "b"})
        yield entry("c", "surat")

    assert index.rebuild(slowly()) == 2
    assert reader.ids() == {"b": "1", "c": "1"}
    assert found(ask("baru")) == {"b"}


def test_a_rebuild_that_fails_leaves_the_old_index(index: SearchIndex, ask: Ask) -> None:
    index.write([entry("a", "surat")], [])

    def broken() -> Iterator[Entry]:
        yield entry("b", "surat")
        raise RuntimeError("sumber putus")

    with pytest.raises(RuntimeError):
        index.rebuild(broken())
    assert found(ask("surat")) == {"a"}
    assert index.rebuild([entry("c")]) == 1


def test_an_interrupted_rebuild_is_taken_up_again_with_what_it_has_written(index: SearchIndex, ask: Ask) -> None:
    assert index.unfinished() == {}
    index.write([entry("a", "surat")], [])

    def broken() -> Iterator[Entry]:
        for number in range(6000):
            yield entry(f"d{number}", "surat baru", revision="7")
        raise RuntimeError("sumber putus")

    with pytest.raises(RuntimeError):
        index.rebuild(broken())
    begun = index.unfinished()
    assert len(begun) >= 5000
    assert set(begun.values()) == {"7"}
    assert found(ask("surat")) == {"a"}
    assert index.rebuild([entry("z", "surat")], resume=True) == len(begun) + 1
    assert ask("baru").total == len(begun)
    assert index.unfinished() == {}


def test_suggestions_go_on_as_the_typed_text_begins(index: SearchIndex) -> None:
    more: Any = {"nip": "199305122019032911", "numbers": ["800.1.3.2/0142/BKPSDM/2025"]}
    index.write(
        [
            entry("a", title="SK Kenaikan Pangkat", nama="Laras Kinanti", **more),
            entry("b", title="SK Kenaikan Pangkat", nama="Larasati Putri"),
            entry("c", title="SK Rahasia", nama="Laras Rahasia", akses=["unit:lain"]),
        ],
        [],
    )

    def suggest(text: str) -> list[str]:
        return index.suggest(text, ["semua"])

    assert suggest("LAR") == ["Laras Kinanti", "Larasati Putri"]
    assert suggest("kinan") == ["Laras Kinanti"]
    assert suggest("sk ken") == ["SK Kenaikan Pangkat"]
    assert suggest("0142/bk") == suggest("800.1.3.2/01") == ["800.1.3.2/0142/BKPSDM/2025"]
    assert suggest("19930512 2019") == ["199305122019032911"]
    assert suggest("800.1") == suggest("1993") == []
    assert suggest("l") == suggest("") == suggest("  ") == suggest("x" * 300) == suggest("[.*]") == []
    assert index.suggest("laras", []) == index.suggest("laras", ["unit"]) == []
    assert len(index.suggest("laras", ["semua"], limit=1)) == 1
