"""Good files, damaged at random: flipped, cut, inserted, swapped bytes and objects."""

import random
import re
from collections.abc import Iterator

Change = str
_OBJECT = re.compile(rb"\n(\d+ 0 obj\b.*?endobj)", re.DOTALL)
_NUMBER = re.compile(rb"(?<![\d.])\d{1,6}(?![\d.])")
_NAME = re.compile(rb"/[A-Z][A-Za-z]{2,}")
_IDENTIFIER = re.compile(rb"(?<=> )<[0-9a-f]{32}>(?= ?\]\s+/Prev)")


def mutants(data: bytes, count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """*count* different files with what was done to each; the same for the same *seed*."""
    chance = random.Random(seed)
    kinds = (_flip, _overwrite, _cut, _insert, _repeat, _swap_bytes, _swap_objects, _lose_object, _number, _name)
    made = 0
    while made < count:
        kind = chance.choice(kinds)
        changed = kind(data, chance)
        if changed != data:
            made += 1
            yield kind.__name__.strip("_"), changed


def only_another_name(good: bytes, bad: bytes) -> bool:
    """The second half of a file's identifier is any sixteen bytes (ISO 32000-1 §14.4): another one is as good."""
    return len(good) == len(bad) and _IDENTIFIER.sub(b"", good) == _IDENTIFIER.sub(b"", bad)


def _flip(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def _overwrite(data: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(len(data)), chance.choice((1, 2, 8, 64))
    return data[:at] + chance.randbytes(min(length, len(data) - at)) + data[at + length :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(len(data)), chance.choice((1, 2, 16, 300, 5_000))
    return data[:at] + data[at + length :]


def _insert(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice((b" ", b"\n", b"0", b"%x\n", b"<<>>", b"null ", bytes(40))) + data[at:]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    at, length, to = chance.randrange(len(data)), chance.choice((1, 30, 800)), chance.randrange(len(data))
    return data[:to] + data[at : at + length] + data[to:]


def _swap_bytes(data: bytes, chance: random.Random) -> bytes:
    one, other = sorted(chance.sample(range(len(data)), 2))
    return data[:one] + data[other : other + 1] + data[one + 1 : other] + data[one : one + 1] + data[other + 1 :]


def _swap_objects(data: bytes, chance: random.Random) -> bytes:
    one, other = sorted(chance.sample([m.span(1) for m in _OBJECT.finditer(data)], 2))
    between = data[one[1] : other[0]]
    return data[: one[0]] + data[slice(*other)] + between + data[slice(*one)] + data[other[1] :]


def _lose_object(data: bytes, chance: random.Random) -> bytes:
    start, stop = chance.choice([m.span(1) for m in _OBJECT.finditer(data)])
    return data[:start] + b" " * (stop - start) + data[stop:]


def _number(data: bytes, chance: random.Random) -> bytes:
    found = chance.choice(list(_NUMBER.finditer(data)))
    new = b"%0*d" % (len(found.group()), chance.randrange(10 ** len(found.group())))
    return data[: found.start()] + new + data[found.end() :]


def _name(data: bytes, chance: random.Random) -> bytes:
    one, other = chance.sample(list(_NAME.finditer(data)), 2)
    return data[: one.start()] + other.group() + data[one.end() :]
