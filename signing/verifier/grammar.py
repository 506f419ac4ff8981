"""Whether the words of an object are PDF, to the letter: ISO 32000-1 §7.2 and §7.3.

The library reads on where another reader stops or turns elsewhere (``>x`` for the end of a dictionary, a name with a
null byte); bytes that no signature covers get no such favour.
"""

from __future__ import annotations

import re

SPACE = b"\0\t\n\f\r "
_HEAD = re.compile(rb"\d{1,10}[ \t\r\n]+\d{1,5}[ \t\r\n]+obj\b")
_WORD = re.compile(
    rb"""[ \t\r\n\f]+ | %[^\r\n]*
    | (?P<open><<|\[) | (?P<close>>>|\])
    | /(?:[!"$&'*-.0-;=?-Z\\^-z|~\x80-\xff]|\#[0-9A-Fa-f]{2})*
    | <[0-9A-Fa-f \t\r\n\f]*>
    | [+-]?(?:\d+\.?\d*|\.\d+)(?=[ \t\r\n\f/<>\[\]()%]|$)
    | (?:true|false|null|R)(?=[ \t\r\n\f/<>\[\]()%]|$)
    | (?P<text>\()""",
    re.VERBOSE,
)
_STREAM = re.compile(rb"stream\r?\n")
_LENGTH = re.compile(rb"/Length[ \t\r\n]+(\d{1,10})(?![ \t\r\n]+\d+[ \t\r\n]+R|\d)")
_PAIRS = {b"<<": b">>", b"[": b"]"}


def well_formed(piece: bytes) -> bool:
    """*piece* is one whole object, ``N G obj … endobj``; what is inside a stream is not looked at."""
    head = _HEAD.match(piece)
    if head is None or not piece.endswith(b"endobj"):
        return False
    body = piece[head.end() : -len(b"endobj")]
    started = _STREAM.search(body)
    if started and body[: started.start()].rstrip(SPACE).endswith(b">>"):
        entries = body[: started.start()]
        return known_words(entries) and _stream_ends(entries, body[started.end() :])
    return known_words(body)


def _stream_ends(entries: bytes, data: bytes) -> bool:
    """Where its length says, when that is said here; else at the last ``endstream``."""
    length = _LENGTH.search(entries)
    at = int(length[1]) if length else data.rfind(b"endstream")
    return 0 <= at <= len(data) and data[at:].strip(SPACE) == b"endstream"


def known_words(body: bytes) -> bool:
    """Whether *body* is nothing but the words of objects, and every bracket is closed by its own kind."""
    open_ones: list[bytes] = []
    at = 0
    while at < len(body):
        word = _WORD.match(body, at)
        if word is None:
            return False
        at = word.end()
        if word["open"]:
            open_ones.append(_PAIRS[word["open"]])
        elif word["close"]:
            if not open_ones or open_ones.pop() != word["close"]:
                return False
        elif word["text"]:
            at = _text_end(body, at)
    return not open_ones and at == len(body)


def _text_end(body: bytes, at: int) -> int:
    """Behind the string's closing bracket; beyond the end when there is none."""
    depth = 1
    while depth and at < len(body):
        letter = body[at : at + 1]
        at += 2 if letter == b"\\" else 1
        depth += (letter == b"(") - (letter == b")")
    return at if not depth else len(body) + 1
