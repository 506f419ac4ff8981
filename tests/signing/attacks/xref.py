"""Two readings of one file: duplicate, looping, hybrid and lying cross-references."""

import re

from tests.signing.attacks.pdf import number as found
from tests.signing.attacks.shadow import HIDDEN, _table
from tests.signing.attacks.workshop import Workshop, attack

_EVIL = b"<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (len(HIDDEN), HIDDEN)


def _content(data: bytes) -> int:
    return found(rb"/Contents (\d+) 0 R", data)


def _last(data: bytes) -> int:
    return int(data[data.rindex(b"startxref") :].split()[1])


@attack("xref")
def listed_twice(w: Workshop) -> bytes:
    """Old and new offset of one object in the same section: readers differ in which they take."""
    data, number = w.letter, _content(w.letter)
    old = data.index(b"\n%d 0 obj" % number) + 1
    evil = b"%d 0 obj\n" % number + _EVIL
    rows = b"%d 1\n%010d 00000 n \n%d 1\n%010d 00000 n \n" % (number, len(data), number, old)
    return _section(data, evil, rows)


@attack("xref")
def listed_twice_the_other_way(w: Workshop) -> bytes:
    data, number = w.letter, _content(w.letter)
    old = data.index(b"\n%d 0 obj" % number) + 1
    evil = b"%d 0 obj\n" % number + _EVIL
    rows = b"%d 1\n%010d 00000 n \n%d 1\n%010d 00000 n \n" % (number, old, number, len(data))
    return _section(data, evil, rows)


@attack("xref")
def other_generation(w: Workshop) -> bytes:
    data, number = w.letter, _content(w.letter)
    return _section(data, b"%d 1 obj\n" % number + _EVIL, b"%d 1\n%010d 00001 n \n" % (number, len(data)))


@attack("xref")
def object_under_two_numbers(w: Workshop) -> bytes:
    """The body says one number, the table another."""
    data, number = w.letter, _content(w.letter)
    return _section(data, b"%d 0 obj\n" % (number + 90) + _EVIL, b"%d 1\n%010d 00000 n \n" % (number, len(data)))


@attack("xref")
def hybrid_with_hidden_objects(w: Workshop) -> bytes:
    """The table is harmless; a cross-reference stream beside it replaces the page's content."""
    data, number = w.letter, _content(w.letter)
    evil = b"%d 0 obj\n" % number + _EVIL
    at = len(data) + len(evil)
    row = b"\x01" + len(data).to_bytes(3, "big") + b"\x00"
    table = b"990 0 obj\n<</Type /XRef /Size 991 /W [1 3 1] /Index [%d 1] /Length 5>>\nstream\n" % number
    table += row + b"\nendstream\nendobj\n"
    rows = b"0 1\n0000000000 65535 f \n"
    return _section(data, evil + table, rows, b" /XRefStm %d" % at)


@attack("xref")
def stream_instead_of_table(w: Workshop) -> bytes:
    data, number = w.letter, _content(w.letter)
    evil = b"%d 0 obj\n" % number + _EVIL
    at = len(data) + len(evil)
    row = b"\x01" + len(data).to_bytes(3, "big") + b"\x00"
    root = int(re.findall(rb"/Root (\d+) 0 R", data)[-1])
    table = b"990 0 obj\n<</Type /XRef /Size 991 /Root %d 0 R /Prev %d /W [1 3 1] /Index [%d 1] /Length 5>>\nstream\n"
    table = table % (root, _last(data), number) + row + b"\nendstream\nendobj\n"
    return data + evil + table + b"startxref\n%d\n%%%%EOF\n" % at


@attack("xref")
def chain_that_loops(w: Workshop) -> bytes:
    data = _table(w.letter, {0: b"0000000000 65535 f \n"})
    return re.sub(rb"/Prev %d" % _last(w.letter), b"/Prev %d" % len(w.letter), data)


@attack("xref")
def chain_that_skips_the_signature(w: Workshop) -> bytes:
    """/Prev leads past the signed revision to the unsigned one."""
    data = w.letter
    first = int(data[data.index(b"startxref") :].split()[1])
    added = _table(data, {_content(data): b"%010d 00000 n \n" % (data.index(b"\n%d 0 obj" % _content(data)) + 1)})
    return added[: len(data)] + re.sub(rb"/Prev \d+", b"/Prev %d" % first, added[len(data) :])


@attack("xref")
def two_startxref(w: Workshop) -> bytes:
    """Readers that search from the end take the last, others the first."""
    evil = b"%d 0 obj\n" % _content(w.letter) + _EVIL
    added = _section(w.letter, evil, b"%d 1\n%010d 00000 n \n" % (_content(w.letter), len(w.letter)))
    return added + b"startxref\n%d\n%%%%EOF\n" % _last(w.letter)


@attack("xref")
def startxref_zero(w: Workshop) -> bytes:
    return w.letter[: w.letter.rindex(b"startxref")] + b"startxref\n0\n%%EOF\n"


@attack("xref")
def object_hidden_in_a_stream(w: Workshop) -> bytes:
    """An object stream appended without being listed."""
    inner = b"%d 0 " % _content(w.letter) + HIDDEN
    body = b"<</Type /ObjStm /N 1 /First 5 /Length %d>>\nstream\n%s\nendstream" % (len(inner), inner)
    return _section(w.letter, b"991 0 obj\n" + body + b"\nendobj\n", b"991 1\n%010d 00000 n \n" % len(w.letter))


@attack("xref")
def encryption_announced(w: Workshop) -> bytes:
    data = _table(w.letter, {0: b"0000000000 65535 f \n"})
    return data[: len(w.letter)] + data[len(w.letter) :].replace(b"<<", b"<< /Encrypt <</Filter /Standard>> ", 1)


def _section(data: bytes, objects: bytes, rows: bytes, extra: bytes = b"") -> bytes:
    trailer = re.sub(rb"/Prev \d+", b"", data[data.rindex(b"trailer") : data.rindex(b"startxref")])
    trailer = trailer.replace(b"<<", b"<< /Prev %d%s " % (_last(data), extra), 1)
    at = len(data) + len(objects)
    return data + objects + b"xref\n" + rows + trailer + b"startxref\n%d\n%%%%EOF\n" % at
