"""The embedded index in its folder: one writer, readers in other processes, damage, death."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
import tantivy

from search import Entry, IndexBroken, IndexBusy, TantivyIndex
from search.tantivy_index import BATCH
from tests.search.conftest import Ask, asker, entry


@pytest.fixture
def index(tmp_path: Path) -> TantivyIndex:
    return TantivyIndex(tmp_path / "indeks")


@pytest.fixture
def ask(index: TantivyIndex) -> Ask:
    return asker(index)


def test_a_damaged_index_can_be_dropped_and_filled_again(index: TantivyIndex, tmp_path: Path) -> None:
    index.write([entry("a", "surat")], [])
    for file in (tmp_path / "indeks").rglob("meta.json"):
        file.write_text("rusak")
    fresh = TantivyIndex(tmp_path / "indeks")
    fresh.drop()
    fresh.write([entry("b", "surat")], [])
    assert fresh.ids() == {"b": "1"}


def test_a_second_writer_is_told_to_come_back(index: TantivyIndex, tmp_path: Path) -> None:
    index.write([], [])
    (meta,) = (tmp_path / "indeks").rglob("meta.json")
    writer = tantivy.Index.open(str(meta.parent)).writer(30_000_000, 1)
    with pytest.raises(IndexBusy, match="Coba lagi"):
        index.write([entry("a")], [])
    writer.rollback()
    writer.wait_merging_threads()
    index.write([entry("a")], [])
    assert index.count() == 1


def _write_elsewhere(folder: Path) -> None:
    TantivyIndex(folder).write([entry("b", "surat")], [])


def test_what_another_process_writes_is_found_by_the_next_question(
    index: TantivyIndex, tmp_path: Path, ask: Ask
) -> None:
    index.write([entry("a", "surat")], [])
    assert ask("surat").total == 1
    process = multiprocessing.get_context("spawn").Process(target=_write_elsewhere, args=(tmp_path / "indeks",))
    process.start()
    process.join(60)
    assert process.exitcode == 0
    assert ask("surat").total == 2


def _die_while_writing(folder: Path) -> None:
    def endless() -> object:
        for number in range(3):
            yield entry(f"d{number}", "surat")
        os.kill(os.getpid(), signal.SIGKILL)

    TantivyIndex(folder).write(endless(), ["a"])  # type: ignore[arg-type] # a generator is an iterable


def test_a_writer_killed_in_the_middle_leaves_no_lock_and_no_half_batch(index: TantivyIndex, tmp_path: Path) -> None:
    index.write([entry("a", "surat")], [])
    process = multiprocessing.get_context("spawn").Process(target=_die_while_writing, args=(tmp_path / "indeks",))
    process.start()
    process.join(60)
    assert process.exitcode == -signal.SIGKILL
    assert index.ids() == {"a": "1"}
    index.write([entry("b", "surat")], [])
    assert index.ids() == {"a": "1", "b": "1"}


def test_a_lost_folder_is_begun_anew_by_the_process_that_had_it_open(index: TantivyIndex, tmp_path: Path) -> None:
    index.write([entry("a", "surat")], [])
    assert index.count() == 1
    shutil.rmtree(tmp_path / "indeks")
    with pytest.raises(IndexBroken):
        index.count()
    assert index.count() == 0
    index.write([entry("b", "surat")], [])
    assert index.ids() == {"b": "1"}


def test_a_damaged_unfinished_rebuild_is_begun_anew(index: TantivyIndex, tmp_path: Path) -> None:
    (tmp_path / "indeks").mkdir()
    with pytest.raises(RuntimeError):
        index.rebuild(_broken_off())
    assert index.rebuild([entry("a")]) == 1
    with pytest.raises(RuntimeError):
        index.rebuild(_broken_off())
    for file in (tmp_path / "indeks").rglob("baru/meta.json"):
        file.write_text("rusak")
    again = TantivyIndex(tmp_path / "indeks")
    assert again.unfinished() == {}
    assert again.rebuild([entry("b")], resume=True) == 1
    assert index.ids() == {"b": "1"}


def _broken_off() -> Iterator[Entry]:
    for number in range(BATCH + 1):
        yield entry(f"d{number}", "surat")
    raise RuntimeError("sumber putus")


def test_a_rebuild_killed_in_the_middle_goes_on_where_it_was(index: TantivyIndex, tmp_path: Path) -> None:
    index.write([entry("lama", "surat")], [])
    process = multiprocessing.get_context("spawn").Process(target=_die_while_rebuilding, args=(tmp_path / "indeks",))
    process.start()
    process.join(60)
    assert process.exitcode == -signal.SIGKILL
    assert index.ids() == {"lama": "1"}
    begun = index.unfinished()
    assert len(begun) == BATCH
    assert index.rebuild([entry("akhir", "surat")], resume=True) == BATCH + 1
    assert index.unfinished() == {}
    assert set(index.ids()) == {*begun, "akhir"}


def _die_while_rebuilding(folder: Path) -> None:
    def endless() -> Iterator[Entry]:
        for number in range(BATCH + 7):
            yield entry(f"d{number}", "surat")
        os.kill(os.getpid(), signal.SIGKILL)

    TantivyIndex(folder).rebuild(endless())
