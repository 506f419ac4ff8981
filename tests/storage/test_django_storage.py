"""The same store over Django's own storage API: a folder, and django-storages against a real S3 server."""

from __future__ import annotations

import hashlib
import io
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

from storage import BlobMissing, BlobStore, KeyRing, SealedShelf, shelf_at
from storage.remote_shelf import RemoteShelf
from storage.shelf import Shelf
from tests.server.s3 import EMBER, S3, WILAYAH

ISI = b"ijazah" * 400_000


def folder(tmp_path: Path) -> str:
    return f"django://django.core.files.storage.FileSystemStorage?location={tmp_path / 'gudang'}"


def bucket(server: S3) -> str:
    pilihan = f"bucket_name={EMBER}&endpoint_url={server.endpoint}&region_name={WILAYAH}&addressing_style=path"
    return f"django://storages.backends.s3.S3Storage?{pilihan}&location=uji-{uuid.uuid4().hex}"


@pytest.fixture(params=["folder", "s3"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Shelf:
    url = folder(tmp_path) if request.param == "folder" else bucket(request.getfixturevalue("s3"))
    return shelf_at(url, "arsip", temporary=tmp_path / "sementara")


@pytest.fixture
def store(shelf: Shelf) -> BlobStore:
    return BlobStore(shelf)


def test_bytes_come_back_whole_and_in_part(store: BlobStore) -> None:
    blob = store.put(io.BytesIO(ISI))
    assert (blob.sha256, store.size(blob.sha256)) == (hashlib.sha256(ISI).hexdigest(), len(ISI))
    with store.open(blob.sha256) as source:
        assert source.seek(len(ISI) - 6) == len(ISI) - 6
        assert source.read() == b"ijazah"
        source.seek(0)
        assert source.read() == ISI
    with store.local_path(blob.sha256) as path:
        assert path.read_bytes() == ISI


def test_many_writers_of_the_same_bytes_leave_one_whole_blob(store: BlobStore) -> None:
    with ThreadPoolExecutor(8) as hands:
        names = {blob.sha256 for blob in hands.map(lambda _: store.put(io.BytesIO(ISI)), range(8))}
    assert list(store.digests()) == list(names)
    assert store.verify(names.pop())


def test_stores_of_one_place_do_not_see_each_other(shelf: Shelf, tmp_path: Path) -> None:
    assert isinstance(shelf, RemoteShelf)
    other = BlobStore(RemoteShelf(shelf.storage, tmp_path / "sementara", "karantina/"))
    names = [other.put(io.BytesIO(b"%d" % number)).sha256 for number in range(20)]
    assert list(BlobStore(shelf).digests()) == []
    assert list(other.digests()) == sorted(names)
    assert list(other.digests(sorted(names)[4])) == sorted(names)[5:]


def test_what_is_missing_and_what_was_changed_is_seen(store: BlobStore, shelf: Shelf) -> None:
    with pytest.raises(BlobMissing):
        store.open("0" * 64)
    sha256 = store.put(io.BytesIO(ISI)).sha256
    assert isinstance(shelf, RemoteShelf)
    name = f"arsip/{sha256[:2]}/{sha256}"
    if isinstance(shelf.storage, FileSystemStorage):  # it writes over nothing
        shelf.storage.delete(name)
        assert not store.exists(sha256)
    assert shelf.storage.save(name, ContentFile(b"lain")) == name
    assert not store.verify(sha256)
    store.put(io.BytesIO(ISI))  # the same bytes once more heal it
    assert store.verify(sha256)


def test_what_it_cannot_promise_it_does_not_do(store: BlobStore, shelf: Shelf) -> None:
    sha256 = store.put(io.BytesIO(ISI)).sha256
    assert store.sweep_orphans(lambda _: False, older_than=timedelta(seconds=-1)) == []
    assert store.exists(sha256)
    with pytest.raises(ValueError, match="tersandi"):
        SealedShelf(shelf, KeyRing([b"k" * 32]))
    assert BlobStore(SealedShelf(shelf, KeyRing([b"k" * 32]), seal_new=False)).verify(sha256)


@pytest.mark.parametrize("kind", ["tidak.ada", "storage.blob.BlobStore", "storage.blob"])
def test_an_address_that_names_no_storage_is_refused(kind: str) -> None:
    with pytest.raises(ValueError, match="penyimpanan Django"):
        shelf_at(f"django://{kind}?location=x", "arsip")
