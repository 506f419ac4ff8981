"""What the last, unsigned revision notes about itself, and how it is written: each altered by a few letters.

Nothing shows these changes, and readers forgive them, each in its own way.
"""

import io
import re
import zlib

import pikepdf

from tests.signing import samples
from tests.signing.attacks.workshop import HONEST, Workshop, attack, variants

_LATER = {
    "too few objects": (rb"/Size \d(\d)", rb"/Size 1\1"),
    "too many objects": (rb"/Size \d(\d)", rb"/Size 9\1"),
    "length with a spare zero": (rb"/Length 9(\d\d)\n", rb"/Length 09\1\n"),
    "length one too long": (rb"/Length (\d\d\d)4", rb"/Length \g<1>5"),
    "no length": (rb"/Length (\d+)", rb"/Lengte \1"),
    "another level of the extension": (rb"/ExtensionLevel 1", b"/ExtensionLevel 5"),
    "an older version": (rb"/Version /1\.7", b"/Version /1.4"),
    "another description": (rb"/Info (\d+) 0 R", rb"/Info 4 0 R"),
    "another second half of the identifier": (rb"> <[0-9a-f]{4}", b"> <0123"),
    "three halves of the identifier": (rb"(> <[0-9a-f]{32}>) \]", rb"\1 0]"),
    "upper case in the identifier": (rb"<(?=[0-9a-f]{32}> \])([0-9a-f]{16})", None),
    "a proof listed twice": (rb"/Certs \[ \d+ 0 R (\d+) 0 R", rb"/Certs [ \1 0 R \1 0 R"),
    "two line ends": (rb"trailer\n<<\n/ID \[ <", b"trailer\n<<\n/ID  [<"),
    "a line end of another kind": (rb"/Certs \[ ", b"/Certs [\n"),
    "free objects": (rb"0000000000 65535 f", b"0000000007 65535 f"),
    "a remark": (rb"/Type /DeveloperExtensions\n/BaseVersion", b"%remark                  \n/BaseVersion"),
    "nothing behind the end": (rb"%%EOF\n\Z", b"%%EOF"),
    "an empty line behind the end": (rb"%%EOF\n\Z", b"%%EOF\n\n"),
    "a second dictionary": (rb">>\nstartxref", b">><<>>\nstartxref"),
    "a name in other letters": (rb"/Certs \[ ", b"/C#65rts["),
    "the section before skipped": (rb"/Prev \d+", None),
}


def _end(data: bytes) -> int:
    return data.index(b"%%EOF\n", data.rindex(b"/ByteRange")) + 6


def _altered(w: Workshop, row: tuple[bytes, bytes | None]) -> bytes:
    pattern, new = row
    head, tail = w.letter[: _end(w.letter)], w.letter[_end(w.letter) :]
    found = list(re.finditer(pattern, tail))
    assert found, pattern
    one = found[-1]
    if new is None:
        first = w.letter[w.letter.index(b"startxref") :].split()[1]
        new = b"/Prev " + first if b"Prev" in pattern else one.group().upper()
    return head + tail[: one.start()] + one.expand(new) + tail[one.end() :]


variants("bookkeeping", _LATER, _altered)


def _packed(w: Workshop) -> bytes:
    """With cross-reference streams; the last one is not compressed, so that it can be altered by hand."""
    data = w.signed(_with_streams())
    start = data.rindex(b"stream\n", 0, data.rindex(b"endstream")) + 7
    rows = zlib.decompress(data[start : data.rindex(b"\nendstream")])
    at = data.rindex(b" 0 obj", 0, start)
    entries = data[at:start].replace(b"/Filter /FlateDecode\n", b"")
    entries = re.sub(rb"/Length \d+", b"/Length %d" % len(rows), entries)
    return data[:at] + entries + rows + data[data.rindex(b"\nendstream") :]


HONEST["written as: a cross-reference stream that is not compressed"] = _packed
_STREAMS = {
    "not enough rows": (rb"/Index \[ 0 1 ", b"/Index [ 0 2 "),
    "rows of other widths": (rb"/W \[ 1 8 2 \]", b"/W [ 1 9 1 ]"),
    "called something else": (rb"/Type /XRef", b"/Type /Xref"),
    "unknown filter": (rb"/Type /XRef\n", b"/Type /XRef\n/Filter []\n"),
}


def _stream_altered(w: Workshop, row: tuple[bytes, bytes]) -> bytes:
    data = _packed(w)
    end = _end(data)
    assert re.search(row[0], data[end:]), row[0]
    return data[:end] + re.sub(row[0], row[1], data[end:])


variants("bookkeeping of a cross-reference stream", _STREAMS, _stream_altered)


@attack("bookkeeping of a cross-reference stream")
def bytes_behind_the_compressed_ones(w: Workshop) -> bytes:
    data = w.signed(_with_streams())
    at = data.rindex(b"\nendstream")
    length = int(re.findall(rb"/Length (\d+)", data)[-1])
    longer = data[: data.rindex(b"/Length")] + data[data.rindex(b"/Length") : at].replace(
        b"/Length %d" % length, b"/Length %d" % (length + 2)
    )
    return longer + b"\0\0" + data[at:]


def _with_streams() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(samples.letter())) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()
