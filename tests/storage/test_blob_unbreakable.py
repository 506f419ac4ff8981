"""Blobs under kill -9 at every step, failing calls at every step, full disks and races."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import resource
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import FileSystemStorage

from storage import BlobStore, StorageFull, StoreUnavailable
from storage.address import shelf_at

ISI = b"keputusan " * 120_000  # more than one chunk
NAMA = hashlib.sha256(ISI).hexdigest()


def store_at(root: Path) -> BlobStore:
    return BlobStore(FileSystemStorage(location=str(root)))


def at_call(number: int, act: Callable[[], Any], only: frozenset[str] | None = None) -> Callable[..., None]:
    """A profile function that acts before the *number*-th C call: every system call is one of those."""
    left = number

    def profile(_frame: Any, event: str, called: Any) -> None:
        nonlocal left
        if event == "c_call" and (only is None or called.__name__ in only):
            left -= 1
            if left == 0:
                act()

    return profile


def killed_at(root: Path, number: int) -> bool:
    """Store ISI in a fork that dies without a word before its *number*-th call; False when it survived."""
    child = os.fork()
    if child == 0:
        sys.setprofile(at_call(number, lambda: os.kill(os.getpid(), signal.SIGKILL)))
        store_at(root).put(io.BytesIO(ISI))
        sys.setprofile(None)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


@pytest.fixture
def memory_disk() -> Iterator[Path]:
    """Hundreds of stores are made below; a kill -9 loses nothing in memory that a disk would keep."""
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as folder:
        yield Path(folder)


def test_kill_nine_at_every_step_leaves_all_or_nothing(memory_disk: Path) -> None:
    """In a process that holds nothing else: to fork this one hundreds of times takes ten times as long."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        number, visible_before_the_end = pool.submit(kill_at_every_step, str(memory_disk)).result()
    assert number > 100
    assert visible_before_the_end > 0


def kill_at_every_step(folder: str) -> tuple[int, int]:
    """How many steps there are, and after how many of them the blob was there although nobody was told."""
    configured()
    number, killed, visible_before_the_end = 0, True, 0
    while killed:
        number += 1
        root = Path(folder, str(number))
        killed = killed_at(root, number)
        store = store_at(root)
        visible = list(store.digests())
        assert visible in ([], [NAMA])
        assert all(store.verify(name) for name in visible)
        visible_before_the_end += killed and bool(visible)
        assert store.put(io.BytesIO(ISI)).sha256 == NAMA
        assert list(store.digests()) == [NAMA]
    return number, visible_before_the_end


def test_bytes_are_on_the_disk_before_their_name_and_the_name_before_the_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a kill -9 cannot show, a power cut would: the order in which the disk is told."""
    told, fsync, link = [], os.fsync, os.link

    def syncing(descriptor: int) -> None:
        told.append(Path(f"/proc/self/fd/{descriptor}").readlink())
        fsync(descriptor)

    def linking(source: Path, target: Path) -> None:
        told.append(target)
        assert told[-2] == source
        link(source, target)

    monkeypatch.setattr(os, "fsync", syncing)
    monkeypatch.setattr(os, "link", linking)
    store = BlobStore(shelf_at(f"file://{tmp_path}", "arsip"))
    store.put(io.BytesIO(ISI))
    root = tmp_path / "arsip"
    blob = root / NAMA[:2] / NAMA
    temporary = told[1]
    assert temporary.parent == root / "tmp"
    assert told == [tmp_path, temporary, blob, blob.parent, root]
    told.clear()
    store.put(io.BytesIO(ISI))
    assert told == [blob.parent]  # a twin's writer may not have got there yet


DISK_CALLS = frozenset({"mkdir", "open", "write", "fchmod", "fsync", "link", "flock"})


@pytest.mark.parametrize(
    ("number", "expected"),
    [(errno.EIO, StoreUnavailable), (errno.ENOSPC, StorageFull), (errno.EDQUOT, StorageFull)],
    ids=["EIO", "ENOSPC", "EDQUOT"],
)
def test_an_error_at_any_disk_call_is_told_and_the_retry_works(
    memory_disk: Path, number: int, expected: type[Exception]
) -> None:
    def fail() -> None:
        raise OSError(number, os.strerror(number))

    for step in range(1, 200):
        root = memory_disk / str(step)
        store = store_at(root)
        sys.setprofile(at_call(step, fail, DISK_CALLS))
        try:
            store.put(io.BytesIO(ISI))
            break
        except expected:
            pass
        finally:
            sys.setprofile(None)
        assert list(root.rglob("masuk-*")) == []
        assert store.put(io.BytesIO(ISI)).sha256 == NAMA
        assert store.verify(NAMA)
    assert step > 8


def test_a_full_disk_says_so_keeps_what_was_there_and_works_again_after_room_is_made(
    small_disk: Path,
) -> None:
    store = store_at(small_disk)
    kept = store.put(io.BytesIO(b"sudah ada" * 10_000)).sha256
    with pytest.raises(StorageFull):
        store.put(io.BytesIO(os.urandom(3_000_000)))
    assert list(store.digests()) == [kept]
    assert store.verify(kept)
    assert list((small_disk / "tmp").iterdir()) == []
    assert store.put(io.BytesIO(os.urandom(1_000_000))).size == 1_000_000


def test_a_file_the_system_refuses_to_let_grow_is_a_full_store(tmp_path: Path) -> None:
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
        try:
            store_at(tmp_path).put(io.BytesIO(ISI))
        except StorageFull:
            os._exit(7)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert list(store_at(tmp_path).digests()) == []


def test_a_store_that_is_a_file_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    with pytest.raises(StoreUnavailable):
        store_at(tmp_path / "berkas").put(io.BytesIO(ISI))


def test_threads_that_store_the_same_bytes_at_once_store_them_once(tmp_path: Path) -> None:
    barrier, results = threading.Barrier(8), []

    def write() -> None:
        barrier.wait()
        results.append(store_at(tmp_path).put(io.BytesIO(ISI)).sha256)

    writers = [threading.Thread(target=write) for _ in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert results == [NAMA] * 8
    assert only_file(tmp_path) == f"{NAMA[:2]}/{NAMA}"


def test_processes_that_store_the_same_bytes_at_once_store_them_once(tmp_path: Path) -> None:
    with ProcessPoolExecutor(4, mp_context=get_context("forkserver")) as pool:
        results = list(pool.map(put_repeatedly, [str(tmp_path)] * 4))
    assert set(results) == {NAMA}
    assert only_file(tmp_path) == f"{NAMA[:2]}/{NAMA}"
    assert store_at(tmp_path).verify(NAMA)


def put_repeatedly(root: str) -> str:
    configured()
    return {store_at(Path(root)).put(io.BytesIO(ISI)).sha256 for _ in range(5)}.pop()


def configured() -> None:
    """Django, in a process that knows nothing of ours."""
    from django.conf import settings

    if not settings.configured:
        settings.configure()


def only_file(root: Path) -> str:
    files = [str(p.relative_to(root)) for p in root.rglob("*") if p.is_file() and p.name != ".kunci"]
    assert len(files) == 1, files
    return files[0]
