"""Shadow attacks: content is prepared before the signature and uncovered with a change that looks harmless."""

import io
import re

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.signing import samples
from tests.signing.attacks import classic
from tests.signing.attacks.pdf import convert, number, page_of, picture, put, replace_stream, root, stream, update
from tests.signing.attacks.workshop import Workshop, attack, variants

HIDDEN = b"BT /F1 12 Tf 100 700 Td (Gaji pokok Rp 9.000.000) Tj ET"
BOX = [90, 660, 400, 720]


def sheet(writer):
    return page_of(writer)["/Resources"]["/XObject"]["/Sheet"]


def _xobjects(writer):
    return page_of(writer)["/Resources"]["/XObject"]


def _covered(w: Workshop) -> bytes:
    return w.signed(classic.shadow())


HIDE = {
    "the sheet becomes empty": replace_stream(sheet, b" "),
    "the sheet is dropped": put(_xobjects, Sheet=None),
    "another object takes its place": lambda w: put(_xobjects, Sheet=w.add_object(picture(b" ")))(w),
    "the sheet becomes an image": lambda w: put(
        _xobjects,
        Sheet=w.add_object(
            stream(b"\0", Subtype="/Image", Width=1, Height=1, BitsPerComponent=8, ColorSpace="/DeviceGray")
        ),
    )(w),
    "resources of its own": lambda w: put(page_of, Resources={"/Font": page_of(w)["/Resources"]["/Font"]})(w),
    "the sheet is transparent": put(lambda w: page_of(w)["/Resources"], ExtGState={"/G": {"/ca": 0}}),
}
variants("shadow hide", HIDE, lambda w, change: update(_covered(w), change))


@attack("shadow hide")
def the_sheet_is_freed(w: Workshop) -> bytes:
    """Only a cross-reference line: the covering object is declared free."""
    data = _covered(w)
    which = number(rb"/Sheet (\d+) 0 R", data)
    return _table(data, {which: b"0000000000 00001 f \n"})


def _table(data: bytes, rows: dict[int, bytes], **entries: int) -> bytes:
    """An update that consists of a cross-reference table."""
    prev = int(data[data.rindex(b"startxref") :].split()[1])
    trailer = data[data.rindex(b"trailer") : data.rindex(b"startxref")]
    trailer = re.sub(rb"/Prev \d+", b"", trailer)
    trailer = trailer.replace(b"<<", b"<< /Prev %d " % prev, 1)
    for key, value in entries.items():
        trailer = re.sub(rb"/%s \d+ 0 R" % key.encode(), b"/%s %d 0 R" % (key.encode(), value), trailer)
    body = b"xref\n" + b"".join(b"%d 1\n%s" % (number, row) for number, row in sorted(rows.items()))
    return data + body + trailer + b"startxref\n%d\n%%%%EOF\n" % len(data)


def _with_spare(w: Workshop) -> bytes:
    """A second page content waits in the signed part, used by nothing that shows."""
    pdf = pikepdf.open(io.BytesIO(samples.letter()))
    pdf.Root.PieceInfo = Dictionary(Spare=pdf.make_stream(HIDDEN))
    return w.signed(samples.save(pdf))


def _offset(data: bytes, text: bytes) -> int:
    at = data.index(text)
    return data.rindex(b" 0 obj", 0, at)


@attack("shadow hide and replace")
def content_redirected_to_the_spare(w: Workshop) -> bytes:
    """A cross-reference line that sends the page's content to an object inside the signed bytes."""
    data = _with_spare(w)
    spare = number(rb"/Spare (\d+) 0 R", data)
    content = number(rb"/Contents (\d+) 0 R", data)
    at = data.index(b"\n%d 0 obj" % spare) + 1
    return _table(data, {content: b"%010d 00000 n \n" % at})


@attack("shadow hide and replace")
def page_shows_the_spare(w: Workshop) -> bytes:
    data = _with_spare(w)
    return update(data, lambda u: put(page_of, Contents=u.root["/PieceInfo"].raw_get("/Spare"))(u))


def _two_catalogues(w: Workshop) -> bytes:
    pdf = pikepdf.open(io.BytesIO(samples.letter()))
    other = pikepdf.open(io.BytesIO(samples.letter("KEPUTUSAN", "Gaji pokok Rp 9.000.000")))
    page = pdf.copy_foreign(other.pages[0].obj)
    pages = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array([page]), Count=1))
    page.Parent = pages
    pdf.Root.PieceInfo = Dictionary(Spare=pdf.make_indirect(Dictionary(Type=Name.Catalog, Pages=pages)))
    return w.signed(samples.save(pdf))


@attack("shadow hide and replace")
def the_other_catalogue(w: Workshop) -> bytes:
    data = _two_catalogues(w)
    return _table(data, {0: b"0000000000 65535 f \n"}, Root=number(rb"/Spare (\d+) 0 R", data))


@attack("shadow hide and replace")
def the_other_pages(w: Workshop) -> bytes:
    return update(_two_catalogues(w), lambda u: put(root, Pages=u.root["/PieceInfo"]["/Spare"].raw_get("/Pages"))(u))


def filled_form(value: str = "Rp 3.000.000", looks: bytes | None = None) -> bytes:
    """A letter with a text field; *looks* may show something else than the value."""
    pdf = pikepdf.open(io.BytesIO(samples.letter()))
    look = pdf.make_stream(looks or b"/Tx BMC BT /Helv 12 Tf 2 4 Td (%s) Tj ET EMC" % value.encode())
    helvetica = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    fonts = Dictionary(Font=Dictionary(Helv=helvetica))
    look.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 20], Resources=fonts)
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T="gaji", V=value, F=4, DA="/Helv 12 Tf 0 g",
            Rect=[100, 560, 300, 580], P=pdf.pages[0].obj, AP=Dictionary(N=look),
        )
    )  # fmt: skip
    pdf.pages[0].Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), DR=fonts, DA="/Helv 12 Tf 0 g")
    return samples.save(pdf)


def _field(writer):
    return writer.root["/AcroForm"]["/Fields"][0]


def _look(writer):
    return _field(writer)["/AP"]["/N"]


REPLACE = {
    "field value": put(_field, V="Rp 9.000.000"),
    "field appearance": replace_stream(_look, b"BT /Helv 12 Tf 2 4 Td (Rp 9.000.000) Tj ET"),
    "both": lambda w: (put(_field, V="Rp 9")(w), replace_stream(_look, b"BT /Helv 12 Tf 2 4 Td (Rp 9) Tj ET")(w)),
    "appearance covers the page": lambda w: put(
        _field, Rect=[0, 0, 600, 800], AP={"/N": w.add_object(picture(b"1 g 0 0 600 800 re f", 600, 800))}
    )(w),
    "viewer is to draw it anew": put(lambda w: w.root["/AcroForm"], NeedAppearances=True),
    "default font": put(lambda w: w.root["/AcroForm"]["/DR"]["/Font"]["/Helv"], BaseFont="/Symbol"),
    "field hidden": put(_field, F=2),
    "field deleted": lambda w: (
        put(lambda w: w.root["/AcroForm"], Fields=[w.root["/AcroForm"]["/Fields"].raw_get(1)])(w),
        put(page_of, Annots=[])(w),
    ),
    "default style": put(_field, DA="/Helv 40 Tf 1 0 0 rg"),
    "calculated value": put(_field, AA={"/C": {"/S": "/JavaScript", "/JS": "event.value='9'"}}),
}
variants("shadow replace", REPLACE, lambda w, change: update(w.signed(filled_form()), change))
variants(
    "shadow replace, certified with P1",
    {k: REPLACE[k] for k in ("both", "field appearance")},
    lambda w, change: update(w.certified(1, filled_form()), change),
)
variants(
    "shadow replace, certified with P2",
    REPLACE,
    lambda w, change: update(w.certified(2, filled_form()), change),
)


@attack("shadow replace")
def font_widths_and_program(w: Workshop) -> bytes:
    def change(u):
        font = page_of(u)["/Resources"]["/Font"]["/F1"]
        put(lambda _: font, FirstChar=48, LastChar=57, Widths=[900] * 10, FontDescriptor=u.add_object(
            convert({"/Type": "/FontDescriptor", "/FontName": "/X", "/Flags": 4})))(u)  # fmt: skip

    return update(w.letter, change)
