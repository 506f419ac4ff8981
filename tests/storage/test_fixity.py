"""Planted damage of every kind, on open and sealed stores: found, classed, repaired, within a budget."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from storage import BlobStore, KeyRing, SealedShelf
from storage.fixity import Finding, Pace, State, examine, repair
from tests.storage.toko import Toko, bucket, disk, stream

RING = KeyRing([b"k" * 32])


@pytest.fixture(params=["disk", "disk sealed", "s3 sealed"])
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Toko, Toko]:
    """A store and its second, both holding the same twenty-four blobs."""
    made = []
    for folder in (tmp_path / "satu", tmp_path / "dua"):
        shelf = disk(folder) if "disk" in request.param else bucket(request.getfixturevalue("s3"), folder)
        made.append(Toko(BlobStore(SealedShelf(shelf, RING) if "sealed" in request.param else shelf), shelf))
        for number in range(24):
            made[-1].store.put(stream(bytes([number]) * (1000 + number)))
    return made[0], made[1]


def body(toko: Toko, digest: str) -> str:
    return next(name for name in toko.names() if digest in name and not name.endswith(".kunci"))


def flip(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def test_a_hundred_percent_of_planted_damage_is_found_classed_and_repaired(pair: tuple[Toko, Toko]) -> None:
    toko, second = pair
    chance = random.Random(14)
    expected: dict[str, int | None] = {name: toko.store.size(name) for name in toko.store.digests()}
    chosen = chance.sample(sorted(expected), 15)
    extra = toko.store.put(stream(b"tidak dikenal")).sha256
    planted = {extra: State.EXTRA}
    bodies = {digest: body(toko, digest) for digest in chosen}
    for number, digest in enumerate(chosen):
        name, content = bodies[digest], toko.raw(bodies[digest])
        match number % 5:
            case 0:
                planted[digest] = State.CHANGED
                toko.write(name, flip(content, chance.randrange(len(content))))
            case 1:
                planted[digest] = State.MISSING
                toko.lose(name)
            case 2:
                planted[digest] = State.TRUNCATED
                toko.write(name, content[: chance.randrange(len(content))])
            case 3:
                planted[digest] = State.GROWN
                toko.write(name, content + b"ekor")
            case _:
                planted[digest] = State.SWAPPED
                other = chance.choice([one for one in expected if one not in chosen])
                toko.write(name, second.raw(body(second, other)))
    seen = {found.sha256: found.state for found in examine(toko.store, expected) if found.state is not State.INTACT}
    assert seen == planted
    assert all(repair(toko.store, digest, second.store) for digest in chosen)
    left = [found for found in examine(toko.store, expected) if found.state is not State.INTACT]
    assert [(found.sha256, found.state) for found in left] == [(extra, State.EXTRA)]


def test_a_damaged_or_lost_envelope_is_found_and_repaired(tmp_path: Path) -> None:
    pair = []
    for folder in ("satu", "dua"):
        shelf = disk(tmp_path / folder)
        pair.append(Toko(BlobStore(SealedShelf(shelf, RING)), shelf))
        names = [pair[-1].store.put(stream(bytes([number]))).sha256 for number in range(2)]
    toko, second = pair
    toko.write(f"{names[0][:2]}/{names[0]}.kunci", b"{}")
    toko.lose(f"{names[1][:2]}/{names[1]}.kunci")
    assert [found.state for found in examine(toko.store, dict.fromkeys(names))] == [State.ENVELOPE] * 2
    assert all(repair(toko.store, name, second.store) for name in names)
    assert [toko.store.open(name).read() for name in names] == [b"\0", b"\1"]


def test_fixity_needs_no_key(tmp_path: Path) -> None:
    shelf = disk(tmp_path)
    name = BlobStore(SealedShelf(shelf, RING)).put(stream(b"rahasia")).sha256
    blind = BlobStore(SealedShelf(shelf, KeyRing([b"x" * 32])))
    assert [found.state for found in examine(blind, {name: 7})] == [State.INTACT]


def test_what_the_second_store_has_not_whole_is_not_repaired(tmp_path: Path) -> None:
    toko, second = (Toko(BlobStore(shelf), shelf) for shelf in (disk(tmp_path / "a"), disk(tmp_path / "b")))
    name = toko.store.put(stream(b"satu")).sha256
    toko.write(f"{name[:2]}/{name}", b"rusak")
    assert not repair(toko.store, name, second.store)
    second.write(f"{name[:2]}/{name}", b"juga rusak")
    assert not repair(toko.store, name, second.store)
    assert toko.raw(f"{name[:2]}/{name}") == b"rusak"
    assert list(toko.store.digests()) == [name]


def test_a_rolling_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    store = BlobStore(disk(tmp_path))
    names = sorted(store.put(stream(bytes([number]))).sha256 for number in range(9))
    walk = examine(store, dict.fromkeys(names))
    first = [next(walk).sha256 for _ in range(4)]
    rest = [found.sha256 for found in examine(store, dict.fromkeys(names), after=first[-1])]
    assert first + rest == names


def test_the_budget_is_kept_on_average() -> None:
    slept: list[float] = []
    pace = Pace(1_000_000, sleep=slept.append)
    for _ in range(10):
        pace.spend(500_000)
    assert 4 < slept[-1] <= 5
    assert slept == sorted(slept)


def test_a_blob_the_disk_refuses_to_give_is_named_and_the_walk_goes_on(tmp_path: Path) -> None:
    toko = Toko(BlobStore(shelf := disk(tmp_path)), shelf)
    names = sorted(toko.store.put(stream(bytes([number]))).sha256 for number in range(3))
    path = tmp_path / "berkas" / names[1][:2] / names[1]
    path.unlink()
    path.mkdir()
    seen = [found.state for found in examine(toko.store, dict.fromkeys(names))]
    assert seen == [State.INTACT, State.UNREADABLE, State.INTACT]
    assert Finding(names[0], State.INTACT).size == 0
