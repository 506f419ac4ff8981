"""Blobs: stored once, under their own hash, never half."""

from __future__ import annotations

import hashlib
import io
import os
import time
from datetime import timedelta
from pathlib import Path

import pytest

from storage import Blob, BlobMissing, BlobStore, TooLarge

ISI = b"SK CPNS 821.13/2024"
NAMA = hashlib.sha256(ISI).hexdigest()
HARI = timedelta(days=1)


def files_below(root: Path) -> list[str]:
    return sorted(str(p.relative_to(root)) for p in root.rglob("*") if p.is_file() and p.name != ".kunci")


def make_old(root: Path, name: str) -> None:
    two_days_ago = time.time() - 2 * 86_400
    os.utime(root / name[:2] / name, (two_days_ago, two_days_ago))


def test_bytes_come_back_under_their_own_hash(store: BlobStore) -> None:
    blob = store.put(io.BytesIO(ISI))
    assert blob == Blob(NAMA, len(ISI))
    with store.open(NAMA) as source:
        assert source.read() == ISI
    assert (store.exists(NAMA), store.size(NAMA), store.verify(NAMA)) == (True, len(ISI), True)


def test_any_iterable_of_bytes_is_a_source(store: BlobStore) -> None:
    assert store.put(ISI[i : i + 3] for i in range(0, len(ISI), 3)).sha256 == NAMA


def test_nothing_at_all_is_also_a_blob(store: BlobStore) -> None:
    assert store.put(io.BytesIO(b"")).sha256 == hashlib.sha256(b"").hexdigest()


def test_the_same_bytes_twice_are_one_file_that_is_not_written_again(store: BlobStore, root: Path) -> None:
    store.put(io.BytesIO(ISI))
    before = (root / NAMA[:2] / NAMA).stat().st_ino
    assert store.put(io.BytesIO(ISI)).sha256 == NAMA
    assert files_below(root) == [f"{NAMA[:2]}/{NAMA}"]
    assert (root / NAMA[:2] / NAMA).stat().st_ino == before


def test_stored_files_are_read_only(store: BlobStore, root: Path) -> None:
    store.put(io.BytesIO(ISI))
    assert (root / NAMA[:2] / NAMA).stat().st_mode & 0o777 == 0o440


def test_the_first_byte_over_the_limit_refuses_the_whole_and_leaves_nothing(store: BlobStore, root: Path) -> None:
    def endless():
        while True:
            yield b"x" * 1000

    with pytest.raises(TooLarge) as refusal:
        store.put(endless(), max_bytes=10_000)
    assert refusal.value.limit == 10_000
    assert files_below(root) == []


def test_exactly_the_limit_is_allowed(store: BlobStore) -> None:
    assert store.put(io.BytesIO(ISI), max_bytes=len(ISI)).size == len(ISI)


def test_a_source_that_breaks_off_leaves_nothing_and_its_error_passes_unchanged(store: BlobStore, root: Path) -> None:
    def cut_off():
        yield ISI
        raise ConnectionResetError("sambungan putus")

    with pytest.raises(ConnectionResetError):
        store.put(cut_off())
    assert files_below(root) == []


@pytest.mark.parametrize("name", ["0" * 64, "../../etc/passwd", "", NAMA.upper(), f"{NAMA}\n"])
def test_what_is_not_stored_or_no_hash_is_missing(store: BlobStore, name: str) -> None:
    store.put(io.BytesIO(ISI))
    assert not store.exists(name)
    for read in (store.open, store.size, store.verify):
        with pytest.raises(BlobMissing):
            read(name)
    with pytest.raises(BlobMissing), store.local_path(name):
        pass


def test_local_path_is_the_blob_itself_on_a_local_disk(store: BlobStore, root: Path) -> None:
    store.put(io.BytesIO(ISI))
    with store.local_path(NAMA) as path:
        assert path == root / NAMA[:2] / NAMA


def test_a_flipped_bit_is_found(store: BlobStore, root: Path) -> None:
    store.put(io.BytesIO(ISI))
    damage(root)
    assert not store.verify(NAMA)


@pytest.mark.parametrize("damaged", [b"", ISI[:-1], b"x" + ISI[1:]], ids=["empty", "short", "flipped"])
def test_an_upload_heals_a_damaged_blob_instead_of_trusting_it(store: BlobStore, root: Path, damaged: bytes) -> None:
    store.put(io.BytesIO(ISI))
    damage(root, damaged)
    store.put(io.BytesIO(ISI))
    assert store.verify(NAMA)
    assert files_below(root) == [f"{NAMA[:2]}/{NAMA}"]


def damage(root: Path, content: bytes = b"x" + ISI[1:]) -> None:
    path = root / NAMA[:2] / NAMA
    path.chmod(0o600)
    path.write_bytes(content)


def test_every_digest_is_listed_and_nothing_else(store: BlobStore, root: Path) -> None:
    stored = sorted(store.put(io.BytesIO(bytes([n]))).sha256 for n in range(20))
    (root / stored[0][:2] / "catatan.txt").write_text("bukan blob")
    assert list(store.digests()) == stored


def test_a_store_that_was_never_used_lists_nothing(store: BlobStore) -> None:
    assert list(store.digests()) == []
    assert store.sweep_orphans(lambda _: False, older_than=HARI) == []


def test_sweeping_removes_only_old_blobs_that_nobody_knows(store: BlobStore, root: Path) -> None:
    orphan, known, fresh = (store.put(io.BytesIO(isi)).sha256 for isi in (b"yatim", b"dikenal", b"baru"))
    make_old(root, orphan)
    make_old(root, known)
    assert store.sweep_orphans(lambda name: name == known, older_than=HARI) == [orphan]
    assert sorted(store.digests()) == sorted([known, fresh])


def test_storing_an_old_orphan_again_saves_it_from_a_sweep_that_already_chose_it(store: BlobStore, root: Path) -> None:
    orphan = store.put(io.BytesIO(ISI)).sha256
    make_old(root, orphan)

    def known(_name: str) -> bool:
        store.put(io.BytesIO(ISI))  # its row will be committed right after this answer
        return False

    assert store.sweep_orphans(known, older_than=HARI) == []
    assert store.verify(orphan)


def test_sweeping_removes_old_temporary_files_and_spares_running_uploads(store: BlobStore, root: Path) -> None:
    store.put(io.BytesIO(ISI))
    left, running = root / "tmp" / "masuk-lama", root / "tmp" / "masuk-baru"
    left.write_bytes(b"x")
    running.write_bytes(b"x")
    os.utime(left, (0, 0))
    store.sweep_orphans(lambda _: True, older_than=HARI)
    assert (left.exists(), running.exists()) == (False, True)
