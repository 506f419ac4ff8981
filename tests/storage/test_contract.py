"""What every store promises, on a local disk and on a real S3 server alike."""

from __future__ import annotations

import hashlib
import io
import os
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from storage import Blob, BlobMissing, TooLarge
from tests.ingatan import peak_growth
from tests.storage.toko import Toko, pieces, stream

ISI = b"SK CPNS 821.13/2024" * 7
NAMA = hashlib.sha256(ISI).hexdigest()
BESAR = 100 * 1024 * 1024
HARI = timedelta(days=1)


def test_bytes_come_back_under_their_own_hash(toko: Toko) -> None:
    assert toko.store.put(stream(ISI)) == Blob(NAMA, len(ISI))
    with toko.store.open(NAMA) as source:
        assert source.read() == ISI
    assert (toko.store.exists(NAMA), toko.store.size(NAMA), toko.store.verify(NAMA)) == (True, len(ISI), True)


def test_nothing_at_all_is_also_a_blob(toko: Toko) -> None:
    empty = toko.store.put(stream(b"")).sha256
    with toko.store.open(empty) as source:
        assert source.read() == b""
    assert toko.store.size(empty) == 0


def test_identical_bytes_are_stored_once(toko: Toko) -> None:
    toko.store.put(stream(ISI))
    before = toko.names()
    toko.store.put(stream(ISI))
    assert toko.names() == before
    assert list(toko.store.digests()) == [NAMA]


def test_any_range_can_be_read_in_any_order(toko: Toko) -> None:
    content = os.urandom(3_000_000)
    name = toko.store.put(stream(content)).sha256
    with toko.store.open(name) as source:
        for start, length in [(0, 5), (2_999_990, 50), (1_048_570, 20), (65_535, 2), (1_500_000, 700_000), (3, 0)]:
            assert source.seek(start) == start
            assert source.read(length) == content[start : start + length]
        assert source.seek(-7, io.SEEK_END) == len(content) - 7
        assert source.read() == content[-7:]
        assert source.seek(len(content) + 10) >= len(content)
        assert source.read() == b""


def test_a_hundred_megabytes_pass_through_constant_memory_both_ways(toko: Toko) -> None:
    digest = hashlib.sha256()
    with peak_growth() as growth:
        name = toko.store.put(pieces(BESAR)).sha256
        with toko.store.open(name) as source:
            while piece := source.read(1024 * 1024):
                digest.update(piece)
        assert growth() < 32 * 1024 * 1024
    assert digest.hexdigest() == name


@pytest.mark.parametrize("name", ["0" * 64, "../../etc/passwd", "", NAMA.upper(), f"{NAMA}\n"])
def test_what_is_not_stored_or_no_hash_is_missing(toko: Toko, name: str) -> None:
    assert not toko.store.exists(name)
    for read in (toko.store.open, toko.store.size, toko.store.verify):
        with pytest.raises(BlobMissing):
            read(name)
    with pytest.raises(BlobMissing), toko.store.local_path(name):
        pass


def test_a_source_that_breaks_off_or_is_too_large_leaves_nothing(toko: Toko) -> None:
    def cut_off():
        yield ISI
        raise ConnectionResetError("sambungan putus")

    with pytest.raises(ConnectionResetError):
        toko.store.put(cut_off())
    with pytest.raises(TooLarge):
        toko.store.put(stream(ISI), max_bytes=len(ISI) - 1)
    assert toko.names() == []


def test_a_local_path_holds_the_checked_bytes_while_it_is_needed(toko: Toko) -> None:
    toko.store.put(stream(ISI))
    with toko.store.local_path(NAMA) as path:
        assert path.read_bytes() == ISI


def test_damage_is_found_and_the_next_upload_of_the_same_bytes_heals_it(toko: Toko) -> None:
    toko.store.put(stream(ISI))
    (body,) = (name for name in toko.names() if not name.endswith(".kunci"))
    for damaged in (b"", toko.raw(body)[:-1], b"x" + toko.raw(body)[1:]):
        toko.write(body, damaged)
        assert not toko.store.verify(NAMA)
        toko.store.put(stream(ISI))
        assert toko.store.verify(NAMA)


def test_writers_of_the_same_bytes_at_once_store_them_once(toko: Toko) -> None:
    barrier, results = threading.Barrier(8), []

    def write() -> None:
        barrier.wait()
        results.append(toko.store.put(stream(ISI)).sha256)

    writers = [threading.Thread(target=write) for _ in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert results == [NAMA] * 8
    assert list(toko.store.digests()) == [NAMA]
    assert toko.store.verify(NAMA)


def test_every_digest_is_listed_in_order(toko: Toko) -> None:
    stored = sorted(toko.store.put(stream(bytes([n]))).sha256 for n in range(12))
    assert list(toko.store.digests()) == stored
    assert list(toko.store.digests(stored[4])) == stored[5:]
    assert list(toko.store.digests(stored[4][:2] + "0" * 62)) == stored[4:]
    assert list(toko.store.digests("f" * 64)) == []


def test_sweeping_takes_only_what_is_old_and_unknown(toko: Toko) -> None:
    orphan, known = (toko.store.put(stream(content)).sha256 for content in (b"yatim", b"dikenal"))
    assert toko.store.sweep_orphans(lambda _: False, older_than=HARI) == []
    past = timedelta(seconds=-1)
    assert toko.store.sweep_orphans(lambda _: False, older_than=past, among=["0" * 64, "bukan sidik"]) == []
    gone = toko.store.sweep_orphans(lambda name: name == known, older_than=past)
    assert (gone, list(toko.store.digests())) == ([orphan], [known])
    assert all(known in name for name in toko.names())


def test_nothing_of_an_upload_stays_in_the_temporary_folder(toko: Toko) -> None:
    toko.store.put(stream(ISI))
    with toko.store.local_path(NAMA):
        pass
    assert [path for path in Path(toko.shelf.temporary).rglob("*") if path.is_file()] == []
