"""USF, universal signature forgery: a signature dictionary that viewers stumble over."""

import re

from tests.signing import samples
from tests.signing.attacks.classic import ranges, with_ranges
from tests.signing.attacks.workshop import Workshop, attack, variants

_CONTENT = re.compile(rb"/Contents <[0-9A-Fa-f]*>")
_REPLACED = {
    "contents missing": b"/Contentz",
    "contents null": b"/Contents null",
    "contents empty": b"/Contents <>",
    "contents an empty text": b"/Contents ()",
    "contents a number": b"/Contents 0",
    "contents a reference": b"/Contents 99 0 R",
    "contents an array": b"/Contents []",
    "contents a zero byte": b"/Contents <00>",
}


def _evil(data: bytes) -> bytes:
    """The signed letter says something else."""
    at = data.index(b"stream") + 40
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def _same_length(data: bytes, new: bytes) -> bytes:
    found = _CONTENT.search(data)
    assert found
    return data[: found.start()] + new.ljust(len(found.group())) + data[found.end() :]


variants("USF", _REPLACED, lambda w, new: _same_length(w.letter, new))
variants("USF", {f"{k}, changed": v for k, v in _REPLACED.items()}, lambda w, new: _evil(_same_length(w.letter, new)))
variants(
    "USF",
    {f"byte range {text.decode()}": text for text in (
        b"missing", b"null", b"[]", b"[0]", b"[0 0 0 0]", b"[0 -1 5 5]", b"[0 1 2]", b"[0 9999999 1 1]", b"(0 1 2 3)",
        b"99 0 R", b"[null null null null]", b"[0 1.5 2 3]", b"[0 10 20 -5]", b"<</A 1>>",
    )},
    lambda w, new: with_ranges(w.letter, b"/ByteRangf [0 1 2 3]" if new == b"missing" else b"/ByteRange " + new),
)  # fmt: skip


@attack("USF")
def both_missing(w: Workshop) -> bytes:
    return _same_length(w.letter, b"").replace(b"/ByteRange", b"/ByteRangf", 1)


@attack("USF")
def unknown_sub_filter(w: Workshop) -> bytes:
    return w.letter.replace(b"/ETSI.CAdES.detached", b"/ETSI.CAdES.detachee", 1)


@attack("USF")
def no_sub_filter(w: Workshop) -> bytes:
    return w.letter.replace(b"/SubFilter", b"/SubFiltez", 1)


@attack("USF")
def called_a_timestamp(w: Workshop) -> bytes:
    """A document timestamp asks for less: nobody's signature."""
    return w.letter.replace(b"/ETSI.CAdES.detached", b"/ETSI.RFC3161".ljust(20), 1)


@attack("USF")
def a_timestamp_called_a_signature(w: Workshop) -> bytes:
    return w.archived.replace(b"/DocTimeStamp", b"/Sig".ljust(13)).replace(b"/ETSI.RFC3161", b"/ETSI.CAdES.d", 1)


@attack("USF")
def contents_of_another_document(w: Workshop) -> bytes:
    other = w.signed(samples.letter("Lain"))
    _, first, second, _ = ranges(w.letter)
    _, start, stop, _ = ranges(other)
    return w.letter[:first] + other[start:stop].ljust(second - first)[: second - first] + w.letter[second:]
