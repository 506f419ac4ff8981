"""SWA/SIWA, signature wrapping: the second signed range moves and leaves room for something else."""

from tests.signing.attacks import classic
from tests.signing.attacks.classic import ranges, with_ranges
from tests.signing.attacks.workshop import Workshop, attack, variants


@attack("SWA")
def moved_second_range(w: Workshop) -> bytes:
    return classic.wrapped(w.letter)


@attack("SWA")
def moved_in_an_archived_file(w: Workshop) -> bytes:
    return classic.wrapped(w.archived)


def _edited(w: Workshop, numbers) -> bytes:
    return with_ranges(w.letter, b"/ByteRange [%d %d %d %d]" % tuple(numbers(*ranges(w.letter))))


TRICKS = {
    "gap begins too early": lambda a, b, c, d: (a, b - 20, c, d),
    "gap ends too late": lambda a, b, c, d: (a, b, c + 20, d - 20),
    "not from the start": lambda a, b, c, d: (9, b - 9, c, d),
    "ranges swapped": lambda a, b, c, d: (c, d, a, b),
    "ranges overlap": lambda a, b, c, d: (a, b, b - 10, d),
    "second range longer": lambda a, b, c, d: (a, b, c, d + 30),
    "second range shorter": lambda a, b, c, d: (a, b, c, d - 30),
    "second range empty": lambda a, b, c, d: (a, b, c, 0),
    "brackets of the gap signed": lambda a, b, c, d: (a, b + 1, c - 1, d + 1),
}
variants("ByteRange", TRICKS, _edited)


def _gap(w: Workshop, change) -> bytes:
    _, first, second, _ = ranges(w.letter)
    return w.letter[:first] + change(w.letter[first:second]) + w.letter[second:]


FILLINGS = {
    "a comment in the gap": lambda g: g[:-40] + b">%" + b" " * 36 + b"\n>",
    "an object in the gap": lambda g: g[:-40] + b"> 9 0 obj null endobj <".ljust(39, b"0") + b">",
    "spaces in the number": lambda g: g[:-41] + b" " * 40 + b">",
    "odd number of digits": lambda g: g[:-2] + b" >",
    "data behind the container": lambda g: g[:-41] + b"AB" * 20 + b">",
    "mixed case": lambda g: g[:200] + g[200:400].swapcase() + g[400:],
    "one digit of the container": lambda g: g[:900] + (b"1" if g[900:901] == b"0" else b"0") + g[901:],
    "container cut": lambda g: g[:600] + b"0" * (len(g) - 601) + b">",
}
variants("Contents", FILLINGS, _gap)


@attack("ByteRange")
def six_numbers(w: Workshop) -> bytes:
    _, first, second, length = ranges(w.letter)
    new = b"/ByteRange [0 %d %d %d %d 9]" % (first, second, length - 50, second + length - 9)
    try:
        return with_ranges(w.letter, new)
    finally:
        assert len(new) < 80
