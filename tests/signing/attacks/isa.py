"""ISA, incremental saving: something is appended after the signature."""

import re
from functools import partial

from tests.signing.attacks import classic
from tests.signing.attacks.pdf import annotate, convert, page_of, put, replace_stream, root, stream, update
from tests.signing.attacks.workshop import ATTACKS, Workshop, attack, variants

_TEXT = b"BT /F1 12 Tf 100 600 Td (Gaji pokok Rp 9.000.000) Tj ET"


def _after(old, material: str, workshop: Workshop) -> bytes:
    changed: bytes = old(getattr(workshop, material))
    return changed


for _old in (
    classic.new_page_content,
    classic.raw_objects,
    classic.garbage,
    classic.attachment,
    classic.open_action,
    classic.new_title,
    classic.rewritten,
    classic.objects_between,
):
    ATTACKS[f"ISA: {_old.__name__}"] = partial(_after, _old, "letter")
    ATTACKS[f"ISA archived: {_old.__name__}"] = partial(_after, _old, "archived")


def _pages(writer):
    return writer.root["/Pages"]


def _twice(writer):
    pages = _pages(writer)
    pages["/Kids"].append(pages["/Kids"].raw_get(0))
    pages["/Count"] = convert(2)
    writer.update_container(pages["/Kids"])
    writer.update_container(pages)


def _font(writer):
    return page_of(writer)["/Resources"]["/Font"]["/F1"]


def _script(writer):
    tree = {"/JavaScript": {"/Names": ["x", {"/S": "/JavaScript", "/JS": "app.alert(1)"}]}}
    put(root, Names=tree)(writer)


def _xmp(writer):
    xml = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:title>Keputusan lain</dc:title></x:xmpmeta>'
    put(root, Metadata=writer.add_object(stream(xml, Type="/Metadata", Subtype="/XML")))(writer)


def _layers(writer):
    layer = writer.add_object(convert({"/Type": "/OCG", "/Name": "tersembunyi"}))
    put(root, OCProperties={"/OCGs": [layer], "/D": {"/OFF": [layer]}})(writer)


CHANGES = {
    "a page twice": _twice,
    "a page removed": lambda w: put(_pages, Kids=[], Count=0)(w),
    "another font": put(_font, BaseFont="/Symbol"),
    "another encoding of the font": put(
        _font, Encoding={"/Type": "/Encoding", "/Differences": [48, "/nine", "/eight"]}
    ),
    "the page turned": put(page_of, Rotate=180),
    "a smaller sheet": put(page_of, MediaBox=[0, 0, 600, 650]),
    "a crop box": put(page_of, CropBox=[0, 0, 600, 650]),
    "another unit": put(page_of, UserUnit=2),
    "an action of the page": put(page_of, AA={"/O": {"/S": "/URI", "/URI": "http://example.org"}}),
    "an action of the catalogue": put(root, AA={"/WC": {"/S": "/JavaScript", "/JS": "app.alert(1)"}}),
    "a script": _script,
    "a layer": _layers,
    "other metadata": _xmp,
    "a portfolio": put(root, Collection={"/Type": "/Collection", "/View": "/D"}),
    "an XFA form": put(lambda w: w.root["/AcroForm"], XFA="<xdp/>"),
    "content replaced in place": replace_stream(lambda w: page_of(w)["/Contents"], _TEXT),
    "a link over everything": annotate(
        Subtype="/Link", Rect=[0, 0, 600, 800], A={"/S": "/URI", "/URI": "http://example.org"}
    ),
    "an attachment on the page": annotate(Subtype="/FileAttachment", Rect=[0, 0, 20, 20], Contents="x"),
}
variants("ISA", CHANGES, lambda workshop, change: update(workshop.letter, change))


def _appended(text: bytes) -> bytes:
    return b"4 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (len(text), text)


RAW = {
    "objects and a lying trailer": lambda d: d + _appended(_TEXT) + b"trailer\n<</Root 1 0 R>>\n%%EOF\n",
    "old startxref again": lambda d: d + _appended(_TEXT) + d[d.rindex(b"startxref") :],
    "a comment": lambda d: d + b"% catatan\n%%EOF\n",
    "zeros": lambda d: d + bytes(600),
    "a second document": lambda d: d + b"\n" + d,
    "junk before the header": lambda d: b"sampah\n" + d,
    "no end marker": lambda d: update(d, CHANGES["another font"]).replace(b"%%EOF\n", b"")[:-1],
}
variants("ISA raw", RAW, lambda workshop, change: change(workshop.letter))


@attack("ISA")
def trailer_with_another_catalogue(w: Workshop) -> bytes:
    """No object is changed: the trailer points at another catalogue appended with it."""
    data = w.letter
    number = int(re.findall(rb"/Size (\d+)", data)[-1])
    old_root = int(re.findall(rb"/Root (\d+) 0 R", data)[-1])
    at = len(data)
    body = b"%d 0 obj\n<</Type /Catalog /Pages 99 0 R>>\nendobj\n" % number
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, at)
    prev = int(data[data.rindex(b"startxref") :].split()[1])
    trailer = b"trailer\n<</Size %d /Root %d 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    assert old_root
    return data + body + table + trailer % (number + 1, number, prev, at + len(body))


@attack("ISA")
def then_signed_by_the_attacker(w: Workshop) -> bytes:
    """The change is inside the next signer's revision, so every byte is covered by somebody."""
    changed = update(w.letter, CHANGES["content replaced in place"])
    return w.sign(changed, level="B-LT", who="198507022010011005")


@attack("ISA")
def then_timestamped_by_the_attacker(w: Workshop) -> bytes:
    return w.sign(update(w.letter, CHANGES["another font"]), level="B-LTA", who="198507022010011005")
