"""What the last, unsigned revision says about the file itself, bent by a few letters; each was valid once."""

import re
from collections.abc import Iterator

from tests.signing.attacks.workshop import Workshop, attack, variants

CHANGES = {
    "no catalogue in the last trailer": (b"/Root", b"/Xoot"),
    "no description in the last trailer": (b"/Info", b"/Xnfo"),
    "no identifier in the last trailer": (b"/ID", b"/XD"),
    "catalogue under another word": (b"/Root", b"/Size"),
    "extension of nobody": (b"/ESIC", b"/Type"),
    "extension that is none": (b"/DeveloperExtensions", b"/Catalog"),
    "extension of a stranger": (b"/ESIC", b"/GSIC"),
    "extension for a version that is none": (b"/BaseVersion /1.7", b"/BaseVersion /!.7"),
    "version that is none": (b"/Version /1.7", b"/Version /9.7"),
    "dictionary that ends half": (b">>\nendobj", b">x\nendobj"),
    "name with a null byte": (b"/ExtensionLevel ", b"/ExtensionLevel\0"),
    "extension without a level": (b"/ExtensionLevel", b"/ExtensionLeven"),
}


def _changed(w: Workshop, row: tuple[bytes, bytes]) -> bytes:
    end = w.letter.index(b"%%EOF", w.letter.index(b"/ByteRange"))
    assert row[0] in w.letter[end:]
    return w.letter[:end] + w.letter[end:].replace(*row)


variants("xref", CHANGES, _changed)


@attack("xref")
def stream_shorter_than_it_is(w: Workshop) -> bytes:
    """Readers that trust the length see other evidence than those that look for the end."""
    end = w.letter.index(b"%%EOF", w.letter.index(b"/ByteRange"))
    found = re.search(rb"/Length \d(\d\d)", w.letter[end:])
    assert found
    at = end + found.start(1) - 1
    return w.letter[:at] + (b"1" if w.letter[at : at + 1] != b"1" else b"2") + w.letter[at + 1 :]


@attack("xref")
def space_that_is_none(w: Workshop) -> bytes:
    """A vertical tab is a letter in PDF."""
    at = w.letter.rindex(b"endobj") + len(b"endobj")
    return w.letter[:at] + b"\x0b" + w.letter[at + 1 :]


def values_with_bits_that_do_not_count(w: Workshop) -> Iterator[bytes]:
    """One file for each signature value of the evidence: certificates, answers, the certificates in the answers."""
    end = w.letter.index(b"%%EOF", w.letter.index(b"/ByteRange"))
    for found in re.finditer(re.escape(b"\x03\x82\x01\x01\x00"), w.letter[end:]):
        at = end + found.end()
        yield w.letter[: at - 1] + b"\x01" + w.letter[at:]


@attack("certificate")
def signature_value_with_bits_that_do_not_count(w: Workshop) -> bytes:
    """The library reads the value all the same, where its last bit is 0."""
    return next(values_with_bits_that_do_not_count(w))
