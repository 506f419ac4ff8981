"""The same store over a storage that is no local disk."""

from __future__ import annotations

import hashlib
import io
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage

from storage import BlobMissing, BlobStore, StoreUnavailable, TooLarge

ISI = b"ijazah"
NAMA = hashlib.sha256(ISI).hexdigest()


class Late(InMemoryStorage):
    """Another writer stores the same bytes between our question and our save."""

    def exists(self, name):
        there = super().exists(name)
        if name.endswith(NAMA) and not there:
            super()._save(name, ContentFile(ISI))  # type: ignore[misc]  # the stubs leave it out
        return there


class Broken(InMemoryStorage):
    def _save(self, name, content):
        raise RuntimeError("SlowDown: kunci=rahasia")


class Liar(InMemoryStorage):
    def _save(self, name, content):
        return super()._save(name, ContentFile(content.read()[:-1]))  # type: ignore[misc]  # as above


@pytest.fixture
def storage() -> InMemoryStorage:
    return InMemoryStorage()


@pytest.fixture
def remote(storage: InMemoryStorage, tmp_path: Path) -> BlobStore:
    return BlobStore(storage, temporary=tmp_path / "sementara")


def test_bytes_come_back_and_are_stored_once(remote: BlobStore) -> None:
    for _ in range(2):
        assert remote.put(io.BytesIO(ISI)).sha256 == NAMA
    assert list(remote.digests()) == [NAMA]
    assert (remote.size(NAMA), remote.verify(NAMA)) == (len(ISI), True)


def test_local_path_is_a_temporary_copy_that_goes_away(remote: BlobStore, tmp_path: Path) -> None:
    remote.put(io.BytesIO(ISI))
    with remote.local_path(NAMA) as path:
        assert path.read_bytes() == ISI
    assert list((tmp_path / "sementara").iterdir()) == []


def test_a_copy_that_differs_from_its_hash_is_not_handed_out(remote: BlobStore, storage: InMemoryStorage) -> None:
    storage.save(f"{NAMA[:2]}/{NAMA}", ContentFile(b"lain"))
    with pytest.raises(StoreUnavailable), remote.local_path(NAMA):
        pass


def test_a_missing_object_is_missing_before_the_first_read(remote: BlobStore) -> None:
    for read in (remote.open, remote.size, remote.verify):
        with pytest.raises(BlobMissing):
            read(NAMA)


def test_the_loser_of_a_race_leaves_no_second_copy(tmp_path: Path) -> None:
    store = BlobStore(Late(), temporary=tmp_path)
    assert store.put(io.BytesIO(ISI)).sha256 == NAMA
    assert list(store.digests()) == [NAMA]


def test_foreign_exceptions_become_ours_and_say_nothing_of_the_back_end(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable) as refusal:
        BlobStore(Broken(), temporary=tmp_path).put(io.BytesIO(ISI))
    assert "rahasia" not in f"{refusal.value}{refusal.value.detail}"
    assert list(tmp_path.iterdir()) == []


def test_an_object_that_arrived_short_is_not_acknowledged(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        BlobStore(Liar(), temporary=tmp_path).put(io.BytesIO(ISI))


def test_too_large_is_refused_before_anything_is_sent(remote: BlobStore, storage: InMemoryStorage) -> None:
    with pytest.raises(TooLarge):
        remote.put(io.BytesIO(ISI), max_bytes=3)
    assert storage.listdir("") == ([], [])


def test_sweeping_leaves_alone_what_it_could_not_delete_safely(remote: BlobStore) -> None:
    remote.put(io.BytesIO(ISI))
    known = remote.put(io.BytesIO(b"dikenal")).sha256
    time.sleep(0.02)
    assert remote.sweep_orphans(lambda name: name == known, older_than=timedelta(milliseconds=10)) == []
    assert sorted(remote.digests()) == sorted([NAMA, known])
