"""What only a bucket can do wrong: cut connections, changed bytes, sweeps beside uploads, servers that die."""

from __future__ import annotations

import hashlib
import os
import signal
import tempfile
import time
from datetime import timedelta
from pathlib import Path

import pytest
from botocore.exceptions import ClientError

from storage import BlobStore, StoreUnavailable, address
from storage import s3 as buckets
from storage.incoming import Incoming, received
from storage.s3 import S3Shelf
from tests.server import s3 as server_s3
from tests.storage.toko import bucket, pieces, stream

ISI = b"SK CPNS 821.13/2024" * 7
NAMA = hashlib.sha256(ISI).hexdigest()
LETAK = f"{NAMA[:2]}/{NAMA}"


@pytest.fixture
def shelf(s3, tmp_path: Path) -> S3Shelf:
    made = bucket(s3, tmp_path)
    assert isinstance(made, S3Shelf)
    return made


def test_bytes_that_changed_on_the_way_are_refused_by_the_service(shelf: S3Shelf, tmp_path: Path) -> None:
    with received([ISI], tmp_path, None) as incoming:
        other = Incoming(incoming.path, hashlib.sha256(b"lain").hexdigest(), incoming.size)
        with pytest.raises(ClientError):
            shelf.publish(other, LETAK)
    assert list(shelf.names()) == []


def test_a_taken_name_is_never_written_again(shelf: S3Shelf, tmp_path: Path) -> None:
    with received([ISI], tmp_path, None) as incoming, received([b"lain"], tmp_path, None) as other:
        assert shelf.publish(incoming, LETAK)
        assert not shelf.publish(other, LETAK)
    assert shelf.open(LETAK).read() == ISI


def test_storing_an_old_orphan_again_saves_it_from_a_sweep_that_already_chose_it(
    shelf: S3Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sweep deletes the version it judged; the upload that came meanwhile wrote a newer one."""
    monkeypatch.setattr(buckets, "RENEW_AFTER", 0.0)
    store = BlobStore(shelf)
    store.put(stream(ISI))
    head = shelf._head

    def between(name: str):
        seen = head(name)
        monkeypatch.setattr(shelf, "_head", head)
        store.put(stream(ISI))
        return seen

    monkeypatch.setattr(shelf, "_head", between)
    shelf.remove_if_older(LETAK, -1)
    assert store.verify(NAMA)


def test_a_writer_killed_in_the_middle_leaves_no_half_blob(shelf: S3Shelf, s3, tmp_path: Path) -> None:
    """A dozen kills at growing times of a 20 MB upload; whatever is visible afterwards is whole."""
    seen = set()
    for number in range(12):
        child = os.fork()
        if child == 0:
            fresh = bucket(s3, tmp_path)  # a connection must not be shared with a fork
            own = S3Shelf(fresh.client, shelf.bucket, shelf.prefix, tmp_path)  # type: ignore[attr-defined]
            BlobStore(own).put(pieces(20_000_000))
            os._exit(0)
        time.sleep(0.05 + number * 0.06)
        os.kill(child, signal.SIGKILL)
        seen.add(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    store = BlobStore(shelf)
    assert -signal.SIGKILL in seen
    assert all(store.verify(name) for name in store.digests())


def test_a_service_that_dies_is_unavailable_and_what_was_acknowledged_is_there_when_it_returns(tmp_path, s3) -> None:
    with tempfile.TemporaryDirectory(prefix="s3-") as folder:
        server = server_s3.mulai(Path(folder))
        try:
            server.buat_ember()
            store = BlobStore(bucket(server, tmp_path))
            kept = store.put(stream(ISI)).sha256
            os.kill(server.proses.pid, signal.SIGKILL)
            server.proses.tunggu()
            for attempt in (lambda: store.put(stream(b"baru")), lambda: store.open(kept), lambda: store.exists(kept)):
                with pytest.raises(StoreUnavailable):
                    attempt()
            server.lanjutkan()
            assert store.verify(kept)
            assert list(store.digests()) == [kept]
        finally:
            server.proses.hentikan()


def test_a_connection_cut_while_reading_is_told(shelf: S3Shelf) -> None:
    store = BlobStore(shelf)
    name = store.put(pieces(3_000_000)).sha256
    with store.open(name) as source:
        source.read(10)
        source.raw._body.close()  # type: ignore[attr-defined]
        with pytest.raises(StoreUnavailable):
            source.read()


@pytest.mark.parametrize(
    "url", ["ftp://a/b", "s3:///tanpa-ember", "s3://kunci:rahasia@ember", "file://relatif/folder", "berkas", ""]
)
def test_an_address_that_is_none_is_refused_without_repeating_secrets(url: str) -> None:
    with pytest.raises(ValueError) as refusal:
        address.shelf_at(url, "arsip")
    assert "rahasia" not in str(refusal.value)


def test_old_versions_do_not_show_in_a_listing(shelf: S3Shelf) -> None:
    store = BlobStore(shelf)
    store.put(stream(ISI))
    assert store.sweep_orphans(lambda _: False, older_than=timedelta(seconds=-1)) == [NAMA]
    assert not store.exists(NAMA)
    assert list(store.digests()) == []
    store.put(stream(ISI))
    assert store.verify(NAMA)
