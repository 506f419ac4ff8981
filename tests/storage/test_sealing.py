"""Encrypted blobs: nothing readable below, no change unnoticed, no key lost, rotation that survives kill -9."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import sys
from pathlib import Path

import pytest

from storage import BlobDamaged, BlobMissing, BlobStore, KeyMissing, KeyRing, SealedShelf, add_key, rotate, sealing
from storage.rotation import Turn
from tests.storage.test_blob_unbreakable import at_call, memory_disk  # noqa: F401 - a fixture
from tests.storage.toko import Toko, bucket, disk, stream

OLD, NEW = b"o" * 32, b"n" * 32
ISI = b"ijazah magister " * 150_000  # three chunks
NAMA = hashlib.sha256(ISI).hexdigest()
LETAK = f"{NAMA[:2]}/{NAMA}"


def at(folder: Path, *keys: bytes, seal_new: bool = True) -> Toko:
    shelf = disk(folder)
    return Toko(BlobStore(SealedShelf(shelf, KeyRing(keys or (OLD,)), seal_new=seal_new)), shelf)


def test_nothing_readable_lies_in_the_store(toko: Toko) -> None:
    if not isinstance(toko.store._shelf, SealedShelf):
        return
    toko.store.put(stream(ISI))
    assert toko.names() == [f"{LETAK}.isi", f"{LETAK}.kunci"]
    assert not any(ISI[:16] in toko.raw(name) for name in toko.names())


@pytest.mark.parametrize("size", [0, 1, sealing.CHUNK - 1, sealing.CHUNK, sealing.CHUNK + 1, 2 * sealing.CHUNK])
def test_every_length_comes_back(tmp_path: Path, size: int) -> None:
    toko, content = at(tmp_path), random.Random(size).randbytes(size)
    name = toko.store.put(stream(content)).sha256
    with toko.store.open(name) as source:
        assert source.read() == content
    assert toko.store.size(name) == size


def test_without_the_key_the_error_is_typed_fixity_still_works_and_nothing_is_lost(tmp_path: Path) -> None:
    at(tmp_path).store.put(stream(ISI))
    other = at(tmp_path, NEW)
    for attempt in (lambda: other.store.open(NAMA), lambda: other.store.put(stream(ISI))):
        with pytest.raises(KeyMissing):
            attempt()
    with pytest.raises(KeyMissing), other.store.local_path(NAMA):
        pass
    assert (other.store.verify(NAMA), other.store.size(NAMA)) == (True, len(ISI))
    assert at(tmp_path).store.open(NAMA).read() == ISI


def swapped(body: bytes) -> bytes:
    first, second = (sealing.HEADER + n * (sealing.CHUNK + sealing.TAG) for n in (0, 1))
    length = sealing.CHUNK + sealing.TAG
    return body[:first] + body[second : second + length] + body[first:second] + body[second + length :]


CHANGES = {
    "bit in the first chunk": lambda body: body[:100] + bytes([body[100] ^ 1]) + body[101:],
    "bit in the last tag": lambda body: body[:-1] + bytes([body[-1] ^ 128]),
    "last chunk cut off": lambda body: body[: sealing.HEADER + 2 * (sealing.CHUNK + sealing.TAG)],
    "a byte cut off": lambda body: body[:-1],
    "chunks swapped": swapped,
    "bit in the header": lambda body: body[:20] + bytes([body[20] ^ 1]) + body[21:],
    "bytes after the end": lambda body: body + b"x",
    "emptied": lambda body: b"",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_changed_body_is_never_handed_out_whole(tmp_path: Path, change) -> None:
    toko = at(tmp_path)
    toko.store.put(stream(ISI))
    toko.write(f"{LETAK}.isi", change(toko.raw(f"{LETAK}.isi")))
    assert not toko.store.verify(NAMA)
    with pytest.raises(BlobDamaged):
        toko.store.open(NAMA).read()
    toko.store.put(stream(ISI))
    assert toko.store.open(NAMA).read() == ISI


def test_a_body_of_another_blob_does_not_pass(tmp_path: Path) -> None:
    toko = at(tmp_path)
    other = toko.store.put(stream(ISI[::-1])).sha256
    toko.store.put(stream(ISI))
    toko.write(f"{LETAK}.isi", toko.raw(f"{other[:2]}/{other}.isi"))
    assert not toko.store.verify(NAMA)
    with pytest.raises(BlobDamaged):
        toko.store.open(NAMA).read()


def test_any_change_to_an_envelope_is_found_and_healed(tmp_path: Path) -> None:
    toko = at(tmp_path)
    toko.store.put(stream(b"kecil"))
    name = toko.names()[1].removesuffix(".kunci")
    whole = toko.raw(f"{name}.kunci")
    for position in range(0, len(whole), 7):
        toko.write(f"{name}.kunci", whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :])
        assert not toko.store.verify(name[3:])
        with pytest.raises(BlobDamaged):
            toko.store.open(name[3:])
    toko.lose(f"{name}.kunci")
    with pytest.raises(BlobDamaged):
        toko.store.open(name[3:])
    toko.store.put(stream(b"kecil"))
    assert toko.store.open(name[3:]).read() == b"kecil"


def test_plain_and_sealed_blobs_live_side_by_side(tmp_path: Path) -> None:
    plain, sealed = at(tmp_path, seal_new=False), at(tmp_path)
    plain.store.put(stream(b"terbuka"))
    rahasia = sealed.store.put(stream(ISI)).sha256
    for toko in (plain, sealed):
        assert sorted(toko.store.digests()) == sorted([hashlib.sha256(b"terbuka").hexdigest(), rahasia])
        assert all(toko.store.verify(name) for name in toko.store.digests())
        assert toko.store.open(rahasia).read() == ISI
    plain.store.put(stream(ISI))
    assert f"{rahasia[:2]}/{rahasia}" not in plain.names()


def test_sealing_a_plain_blob_leaves_only_the_sealed_form(tmp_path: Path) -> None:
    at(tmp_path, seal_new=False).store.put(stream(ISI))
    toko = at(tmp_path)
    toko.store.put(stream(ISI))
    assert toko.names() == [f"{LETAK}.isi", f"{LETAK}.kunci"]
    assert toko.store.open(NAMA).read() == ISI


def test_an_envelope_whose_body_never_came_is_no_blob(tmp_path: Path) -> None:
    toko = at(tmp_path)
    toko.store.put(stream(ISI))
    toko.lose(f"{LETAK}.isi")
    assert (toko.store.exists(NAMA), list(toko.store.digests())) == (False, [])
    with pytest.raises(BlobMissing):
        toko.store.open(NAMA)
    toko.store.put(stream(ISI))
    assert toko.store.open(NAMA).read() == ISI


def test_kill_nine_at_every_step_of_sealing_leaves_all_or_nothing(memory_disk: Path) -> None:  # noqa: F811
    content, number, killed = ISI[:2000], 0, True
    name = hashlib.sha256(content).hexdigest()
    while killed:
        number += 29
        toko = at(memory_disk / str(number))
        killed = dies(number, lambda store=toko.store: store.put(stream(content)))
        for visible in toko.store.digests():
            assert toko.store.open(visible).read() == content
        toko.store.put(stream(content))
        assert toko.store.open(name).read() == content
    assert number > 100


def dies(number: int, act) -> bool:
    """Do *act* in a fork that is killed before its *number*-th C call; False when it survived."""
    child = os.fork()
    if child == 0:
        sys.setprofile(at_call(number, lambda: os.kill(os.getpid(), signal.SIGKILL)))
        act()
        sys.setprofile(None)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


def test_rotation_killed_at_any_step_loses_nothing_and_goes_on(memory_disk: Path) -> None:  # noqa: F811
    contents = [bytes([n]) * 500 for n in range(4)]
    toko = at(memory_disk)
    names = [toko.store.put(stream(content)).sha256 for content in contents]
    both = at(memory_disk, OLD, NEW)
    kills, step = 0, 1
    while dies(step, lambda: list(rotate(both.store._shelf))):  # type: ignore[arg-type]
        kills, step = kills + 1, step + 23
        assert [both.store.open(name).read() for name in names] == contents
        assert all(both.store.verify(name) for name in names)
    assert kills > 10
    assert {turned.outcome for turned in rotate(both.store._shelf)} == {Turn.CURRENT}  # type: ignore[arg-type]
    assert [at(memory_disk, NEW).store.open(name).read() for name in names] == contents


def test_rotation_on_s3_turns_every_key_and_names_what_it_cannot(s3, tmp_path: Path) -> None:
    shelf = bucket(s3, tmp_path)
    alien = BlobStore(SealedShelf(shelf, KeyRing([b"x" * 32]))).put(stream(b"asing")).sha256
    old = BlobStore(SealedShelf(shelf, KeyRing([OLD])))
    kept, hurt = (old.put(stream(content)).sha256 for content in (b"satu", b"dua"))
    plain = BlobStore(shelf).put(stream(b"polos")).sha256
    Toko(old, shelf).write(f"{hurt[:2]}/{hurt}.kunci", b"{}")
    seen = {turned.sha256: turned.outcome for turned in rotate(SealedShelf(shelf, KeyRing([OLD, NEW])))}
    assert seen == {kept: Turn.TURNED, hurt: Turn.DAMAGED, alien: Turn.KEY_MISSING, plain: Turn.PLAIN}
    assert BlobStore(SealedShelf(shelf, KeyRing([NEW]))).open(kept).read() == b"satu"


def test_a_key_file_is_private_grows_at_its_end_and_never_repeats_a_key_in_an_error(tmp_path: Path) -> None:
    path = tmp_path / "kunci" / "berkas"
    first = add_key(path)
    assert KeyRing.read(path).current == first
    second = add_key(path)
    ring = KeyRing.read(path)
    assert ring.current == second != first
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o640)
    with pytest.raises(ValueError, match="chmod 600"):
        KeyRing.read(path)
    path.chmod(0o600)
    path.write_text("cGVuZGVr\n")
    with pytest.raises(ValueError) as refusal:
        KeyRing.read(path)
    assert "cGVuZGVr" not in str(refusal.value)
