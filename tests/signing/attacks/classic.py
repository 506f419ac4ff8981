"""Files made to deceive, in the classes of the published attacks on PDF signatures."""

import io
import re

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name as name

from tests.signing import samples
from tests.signing.attacks.pdf import page_of, update


def new_page_content(pdf: bytes) -> bytes:
    """ISA: a further revision replaces what the page shows."""

    def change(writer):
        stream = generic.StreamObject(stream_data=b"BT /F1 12 Tf 100 700 Td (Gaji pokok Rp 9.000.000) Tj ET")
        page = page_of(writer)
        page["/Contents"] = writer.add_object(stream)
        writer.update_container(page)

    return update(pdf, change)


def raw_objects(pdf: bytes) -> bytes:
    """ISA without cross-references: objects for readers that repair files."""
    return pdf + b"\n4 0 obj\n<</Type /Catalog /Pages 99 0 R>>\nendobj\n%%EOF\n"


def objects_between(pdf: bytes) -> bytes:
    """Unlisted objects slipped into the unsigned revision, before its cross-reference section."""
    start = pdf.rindex(b"\nxref\n") + 1
    smuggled = b"4 0 obj\n<</Type /Catalog /Pages 99 0 R>>\nendobj\n"
    moved = pdf[:start] + smuggled + pdf[start:]
    offset = str(start).encode()
    return moved.replace(b"startxref\n" + offset, b"startxref\n" + str(start + len(smuggled)).encode())


def garbage(pdf: bytes) -> bytes:
    return pdf + b"tambahan"


def annotation(pdf: bytes) -> bytes:
    """EAA: a text box that covers what was certified."""

    def change(writer):
        note = generic.DictionaryObject(
            {
                name("/Type"): name("/Annot"),
                name("/Subtype"): name("/FreeText"),
                name("/Rect"): generic.ArrayObject([generic.NumberObject(n) for n in (90, 660, 300, 720)]),
                name("/Contents"): generic.pdf_string("Gaji pokok Rp 9.000.000"),
                name("/DA"): generic.pdf_string("/Helv 12 Tf 0 g"),
            }
        )
        page = page_of(writer)
        annots = generic.ArrayObject(page.get("/Annots", []))
        annots.append(writer.add_object(note))
        page["/Annots"] = annots
        writer.update_container(page)

    return update(pdf, change)


def attachment(pdf: bytes) -> bytes:
    def change(writer):
        writer.root["/Names"] = generic.DictionaryObject({name("/EmbeddedFiles"): generic.DictionaryObject()})
        writer.update_root()

    return update(pdf, change)


def open_action(pdf: bytes) -> bytes:
    def change(writer):
        action = {name("/S"): name("/URI"), name("/URI"): generic.pdf_string("http://example.org")}
        writer.root["/OpenAction"] = generic.DictionaryObject(action)
        writer.update_root()

    return update(pdf, change)


def new_title(pdf: bytes) -> bytes:
    """EU DSS shows no trace of this one."""

    def change(writer):
        info = writer.trailer["/Info"]
        info["/Title"] = generic.pdf_string("Keputusan lain")
        writer.update_container(info)

    return update(pdf, change)


def moved_field(pdf: bytes) -> bytes:
    """The rectangle of a signed field (DSS-3946)."""

    def change(writer):
        field = writer.root["/AcroForm"]["/Fields"][0]
        field["/Rect"] = generic.ArrayObject([generic.NumberObject(n) for n in (0, 0, 600, 800)])
        writer.update_container(field)

    return update(pdf, change)


def new_field_picture(pdf: bytes) -> bytes:
    """Same object number, other picture."""

    def change(writer):
        field = writer.root["/AcroForm"]["/Fields"][0]
        stream = field["/AP"]["/N"]
        replacement = generic.StreamObject(dict(stream), stream_data=b"1 0 0 rg 0 0 500 500 re f")
        replacement.container_ref = stream.container_ref
        writer.mark_update(stream.container_ref)
        writer.objects[(0, stream.container_ref.idnum)] = replacement

    return update(pdf, change)


def removed_signature(pdf: bytes) -> bytes:
    """The file that was signed and now claims never to have been."""

    def change(writer):
        field = writer.root["/AcroForm"]["/Fields"][0]
        del field["/V"]
        writer.update_container(field)

    return update(pdf, change)


def copied_signature(pdf: bytes) -> bytes:
    """A second field that shows the first one's signature as its own."""

    def change(writer):
        first = writer.root["/AcroForm"]["/Fields"][0]
        twin = generic.DictionaryObject(
            {
                name("/FT"): name("/Sig"),
                name("/T"): generic.pdf_string("Kembar"),
                name("/V"): first.raw_get("/V"),
            }
        )
        form = writer.root["/AcroForm"]
        form["/Fields"].append(writer.add_object(twin))
        writer.update_container(form["/Fields"])
        writer.update_container(form)
        writer.update_root()

    return update(pdf, change)


def rewritten(pdf: bytes) -> bytes:
    """Saved again by a tool that means well."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return samples.save(opened)


def ranges(pdf: bytes) -> tuple[int, int, int, int]:
    found = re.search(rb"/ByteRange \[ ?(\d+) (\d+) (\d+) (\d+) ?\]", pdf)
    assert found
    return tuple(int(n) for n in found.groups())  # type: ignore[return-value]


def with_ranges(pdf: bytes, new: bytes) -> bytes:
    """Another ByteRange of the same length."""
    found = re.search(rb"/ByteRange \[[^\]]*\]\s*", pdf)
    assert found
    room = len(found.group())
    return pdf.replace(found.group(), new.ljust(room), 1)


def wrapped(pdf: bytes) -> bytes:
    """SWA: the second signed part moves back, other objects and a cross-reference take its place.

    The digest still matches: both signed parts are there, byte for byte, under a new ByteRange.
    """
    _, first, second, length = ranges(pdf)
    startxref = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    section = pdf[startxref : pdf.rindex(b"startxref")]
    number = int(re.search(rb"/V (\d+) 0 R", pdf).group(1))  # type: ignore[union-attr]
    old_at = pdf.index(b"\n%d 0 obj" % number) + 1
    evil_at = startxref + len(section)
    section = section.replace(b"%010d 00000 n" % old_at, b"%010d 00000 n" % evil_at)
    evil = b"%d 0 obj\n" % number
    evil += b"<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange ["
    tail = b"] /Contents %s>>\nendobj\n" % pdf[first:second]
    moved = evil_at + len(evil) + 40 + len(tail)
    numbers = (b"0 %d %d %d" % (first, moved, length)).ljust(40)
    gap = pdf[first:second] + pdf[second:startxref] + section + evil + numbers + tail
    return pdf[:first] + gap + pdf[second:]


def shadow(overlay: bytes = b"1 g 90 660 300 40 re f") -> bytes:
    """Shadow attack, before signing: a white sheet hides a second text, to be lifted later."""
    pdf = pikepdf.open(io.BytesIO(samples.letter()))
    sheet = pdf.make_stream(overlay)
    sheet.stream_dict = pikepdf.Dictionary(Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 600, 800])
    pdf.pages[0].Resources.XObject = pikepdf.Dictionary(Sheet=sheet)
    pdf.pages[0].contents_add(b"/Sheet Do", prepend=False)
    return samples.save(pdf)


def lifted(pdf: bytes) -> bytes:
    """Shadow attack, after signing: the sheet becomes empty."""

    def change(writer):
        sheet = page_of(writer)["/Resources"]["/XObject"]["/Sheet"]
        empty = generic.StreamObject(dict(sheet), stream_data=b" ")
        empty.container_ref = sheet.container_ref
        writer.mark_update(sheet.container_ref)
        writer.objects[(0, sheet.container_ref.idnum)] = empty

    return update(pdf, change)
