"""One program writes one way: the spaces between the words of a revision that no signature covers.

Nothing signed depends on a second space or an upper-case digit. But bytes that nothing covers are worth no more than
what can be said against every other way of writing them, so a hand that changes within one revision is not trusted.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

END = rb"(?:\r\n|\n|\r)"
NUMBER = rb"(?:0|[1-9]\d{0,9})"
_WORD = re.compile(
    rb"""(?P<space>(?:\r\n|\n|\r|[ ])?)
    (?P<word><<|>>|\[|\]|<[0-9A-Fa-f]*>|/?[^\0\t\n\f\r ()<>\[\]{}/%]+|\((?:[^()\\]|\\.)*\)|\Z)""",
    re.VERBOSE | re.DOTALL,
)
_NUMBER = re.compile(rb"-?(?:(?:0|[1-9]\d*)(?:\.\d+)?|\.\d+)")
_LIKE_NUMBER = re.compile(rb"[+-]?[\d.]+")
_HEX = re.compile(rb"(?<!<)<([0-9A-Fa-f]*)>")
_ARRAY = b"["
_ALONE = {b">>", b"]", b"endobj", b"stream", b"DATA", b"endstream"}
"""Words with the same space before them, whatever comes before that."""

Places = Iterable[tuple[bytes, bytes]]
"""Between which kinds of words, and the space there."""


def one_hand(pieces: Iterable[bytes]) -> bool:
    """Whether each kind of space between the words of these objects is always the same, and every number a plain one.

    Streams come with ``DATA`` in place of their bytes.
    """
    spaces: dict[bytes, set[bytes]] = defaultdict(set)
    digits = b""
    for piece in pieces:
        places = _places(piece)
        if places is None:
            return False
        for place, space in places:
            spaces[place].add(space)
        digits += b"".join(_HEX.findall(piece))
    apart = spaces[b"hex hex"] == {b""} != spaces[b"[ *"]
    named = spaces[b"identifier"] <= spaces[b"key delimiter"] or spaces[b"key delimiter"] == {b""}
    return all(len(found) == 1 for found in spaces.values() if found) and named and not apart and _one_case(digits)


def another_hand(pieces: Iterable[bytes], before: Iterable[bytes]) -> bool:
    """Whether *pieces* are set in a way that *before* never are: another program wrote them."""
    known = _spaces(before)
    return any(place in known and not found <= known[place] for place, found in _spaces(pieces).items())


def _spaces(pieces: Iterable[bytes]) -> dict[bytes, set[bytes]]:
    """The spaces at each kind of place; what is not set in plain words tells nothing."""
    spaces: dict[bytes, set[bytes]] = defaultdict(set)
    for piece in pieces:
        for place, space in _places(piece) or ():
            spaces[place].add(space)
    return dict(spaces)


def _places(text: bytes) -> Places | None:
    """None when there is anything else than words with at most one space or line end between two."""
    found, at, before, key = [], 0, b"", False
    while at < len(text):
        match = _WORD.match(text, at)
        if match is None or _not_plain(match["word"]):
            return None
        word, space, at = match["word"], match["space"], match.end()
        if before:
            found.append((_place(before, word, after_key=key), space))
        key = word.startswith(b"/") and not key
        before = word
    return found


def _place(before: bytes, word: bytes, *, after_key: bool) -> bytes:
    if not word:
        return b"end"
    if word in _ALONE:
        return word
    if before in {b"obj", b"trailer"}:
        return b"obj *"
    if before == _ARRAY:
        return b"[ *"
    if before == b"<<":
        return b"<< *"
    if before == b"/ID" and word == _ARRAY:
        return b"identifier"  # iText, tight everywhere else, leaves a space here
    if after_key:
        return b"key delimiter" if word[:1] in b"/[<(" else b"key word"
    if word.startswith(b"/"):
        return b"* key"
    return b"hex hex" if word[:1] == b"<" else b"word word"


def _not_plain(word: bytes) -> bool:
    return bool(_LIKE_NUMBER.fullmatch(word)) and not _NUMBER.fullmatch(word)


def _one_case(digits: bytes) -> bool:
    return digits in {digits.lower(), digits.upper()}
