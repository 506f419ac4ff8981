"""The published classes once more, where their first files did not reach: other keys, objects and encodings."""

import io
import re

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.signing import samples
from tests.signing.attacks.classic import ranges
from tests.signing.attacks.pdf import (
    annotate,
    convert,
    first_field,
    page_of,
    picture,
    put,
    replace_stream,
    root,
    stream,
    update,
)
from tests.signing.attacks.shadow import HIDDEN
from tests.signing.attacks.workshop import BUDI, Workshop, attack, variants

_CONTENT = re.compile(rb"/Contents <[0-9A-Fa-f]*>")


def _pages(writer):
    return writer.root["/Pages"]


def _inherited(writer):
    fonts = {"/F1": {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Symbol"}}
    put(_pages, Resources={"/Font": fonts})(writer)
    put(page_of, Resources=None)(writer)


def _more_content(writer):
    page = page_of(writer)
    added = writer.add_object(stream(b"BT /F1 12 Tf 100 600 Td (dan tunjangan) Tj ET"))
    put(page_of, Contents=[page.raw_get("/Contents"), added])(writer)


def _spoken(writer):
    element = writer.add_object(convert({"/Type": "/StructElem", "/S": "/P", "/ActualText": "Rp 9.000.000"}))
    put(root, StructTreeRoot={"/Type": "/StructTreeRoot", "/K": element}, MarkInfo={"/Marked": True})(writer)


def _attached(writer):
    file = writer.add_object(stream(b"keputusan lain", Type="/EmbeddedFile"))
    spec = writer.add_object(convert({"/Type": "/Filespec", "/F": "keputusan.pdf", "/EF": {"/F": file}}))
    put(root, AF=[spec])(writer)


_READING = b"""/CIDInit /ProcSet findresource begin begincmap
1 begincodespacerange <00> <ff> endcodespacerange
1 beginbfchar <33> <0039> endbfchar
endcmap end"""


def _read_otherwise(writer):
    """The pixels stay: who copies the text, searches it or listens to it gets a nine for a three."""
    reading = writer.add_object(stream(_READING))
    put(lambda w: page_of(w)["/Resources"]["/Font"]["/F1"], ToUnicode=reading)(writer)


def _thumbnail(writer):
    image = stream(b"\0", Subtype="/Image", Width=1, Height=1, BitsPerComponent=8, ColorSpace="/DeviceGray")
    put(page_of, Thumb=writer.add_object(image))(writer)


APPENDED = {
    "fonts inherited from the tree": _inherited,
    "another stream behind the content": _more_content,
    "words for those who listen": _spoken,
    "letters that read otherwise": _read_otherwise,
    "an associated file": _attached,
    "a thumbnail": _thumbnail,
    "an outline": put(root, Outlines={"/Type": "/Outlines", "/Count": 0}),
    "page labels": put(root, PageLabels={"/Nums": [0, {"/P": "Lampiran "}]}),
    "a place to open at": put(root, OpenAction=["/Fit"]),
    "named places": put(root, Dests={"/A": ["/Fit"]}),
    "another language": put(root, Lang="en-US"),
    "another output colour": put(root, OutputIntents=[{"/Type": "/OutputIntent", "/S": "/GTS_PDFA1"}]),
    "usage rights": put(root, Perms={"/UR3": {"/Type": "/Sig", "/Filter": "/Adobe.PPKLite"}}),
    "a group for transparency": put(page_of, Group={"/S": "/Transparency", "/I": True, "/K": True}),
    "a transition": put(page_of, Trans={"/S": "/Dissolve"}, Dur=1),
    "requirements": put(root, Requirements=[{"/Type": "/Requirement", "/S": "/EnableJavaScripts"}]),
    "a spider": put(root, SpiderInfo={"/V": 1}),
}
variants("ISA wider", APPENDED, lambda w, change: update(w.letter, change))
variants(
    "ISA wider, then archived by a colleague",
    {
        k: APPENDED[k]
        for k in (
            "another stream behind the content",
            "words for those who listen",
            "letters that read otherwise",
            "an associated file",
        )
    },
    lambda w, change: w.sign(update(w.letter, change), level="B-LTA", who=BUDI),
)


def _filled(pattern, new):
    """The signature dictionary keeps its length; what is left over becomes spaces."""

    def change(data: bytes) -> bytes:
        found = re.search(pattern, data)
        assert found
        made = found.expand(new)
        assert len(made) <= len(found.group())
        return data[: found.start()] + made.ljust(len(found.group())) + data[found.end() :]

    return change


DICTIONARY = {
    "handler of nobody": _filled(rb"/Filter /Adobe.PPKLite", b"/Filter /Penyerang.Lite"[:22]),
    "no handler": _filled(rb"/Filter /Adobe.PPKLite", b""),
    "type of a timestamp": _filled(rb"/Type /Sig\b", b"/Type /Doc"),
    "container as text": lambda d: _CONTENT.sub(lambda m: b"/Contents (" + m.group()[11:-1] + b")", d, count=1),
    "a remark before the container": _filled(rb"/M \([^)]*\)", rb"/M (D:2020)%/Contents <00>"[:20]),
    "a second byte range": _filled(rb"/M \([^)]*\)", b"/ByteRange [0 1 2 3]"),
    "a second container": _filled(rb"/M \([^)]*\)", b"/Contents <00>"),
}
variants("USF wider", DICTIONARY, lambda w, change: change(w.letter))


@attack("USF wider")
def container_of_zeros_and_a_timestamp_over_it(w: Workshop) -> bytes:
    _, first, second, _ = ranges(w.archived)
    return w.archived[: first + 1] + b"0" * (second - first - 2) + w.archived[second - 1 :]


@attack("SWA wider")
def a_second_signature_dictionary_in_the_gap(w: Workshop) -> bytes:
    """The gap of a later signature holds the whole dictionary of an earlier one."""
    two = w.signed(w.letter, "B-B", who=BUDI)
    _, first, second, _ = ranges(two)
    at = two.rindex(b"/Contents <") + 11
    return two[:at] + two[first + 1 : second - 1][: two.index(b">", at) - at] + two[two.index(b">", at) :]


@attack("SWA wider")
def last_range_ends_inside_the_evidence(w: Workshop) -> bytes:
    """The timestamp is said to cover less than the file, and what is left is changed."""
    found = list(re.finditer(rb"/ByteRange \[ ?(\d+) (\d+) (\d+) (\d+) ?\]", w.archived))[-1]
    a, b, c, d = (int(n) for n in found.groups())
    new = (b"/ByteRange [%d %d %d %d]" % (a, b, c, d - 20)).ljust(len(found.group()))
    return w.archived[: found.start()] + new + w.archived[found.end() : -8] + b"  " + w.archived[-6:]


def _layered() -> bytes:
    """Two texts on two layers, one of which does not show."""
    pdf = pikepdf.open(io.BytesIO(samples.letter()))
    shown, hidden = (pdf.make_indirect(Dictionary(Type=Name.OCG, Name=n)) for n in ("satu", "dua"))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([shown, hidden]), D=Dictionary(ON=[shown], OFF=[hidden]))
    pdf.pages[0].Resources.Properties = Dictionary(A=shown, B=hidden)
    pdf.pages[0].contents_add(b"/OC /B BDC " + HIDDEN + b" EMC")
    return samples.save(pdf)


def _switched(writer):
    settings = writer.root["/OCProperties"]
    layers = settings["/OCGs"]
    put(lambda _: settings, D=convert({"/ON": [layers.raw_get(1)], "/OFF": [layers.raw_get(0)]}))(writer)


@attack("shadow hide wider")
def a_layer_is_switched_on(w: Workshop) -> bytes:
    return update(w.signed(_layered()), _switched)


def _two_images() -> bytes:
    """An image with another one for printing."""
    pdf = pikepdf.open(io.BytesIO(samples.letter()))

    def dot(value: bytes) -> pikepdf.Object:
        image = pdf.make_stream(value)
        image.stream_dict = Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8, ColorSpace=Name.DeviceGray
        )
        return image

    shown, other = dot(b"\xff"), dot(b"\0")
    shown.Alternates = Array([Dictionary(Image=other, DefaultForPrinting=False)])
    pdf.pages[0].Resources.XObject = Dictionary(Im=shown)
    pdf.pages[0].contents_add(b"q 300 0 0 60 90 660 cm /Im Do Q")
    return samples.save(pdf)


def _image(writer):
    return page_of(writer)["/Resources"]["/XObject"]["/Im"]


IMAGES = {
    "the other one for printing": put(_image, Alternates=[{"/DefaultForPrinting": True}]),
    "its bits turned": put(_image, Decode=[1, 0]),
    "its mask": put(_image, Mask=[0, 255]),
    "its bytes": replace_stream(_image, b"\0"),
}
variants("shadow replace wider", IMAGES, lambda w, change: update(w.signed(_two_images()), change))

OVER = [90, 660, 400, 720]
_WHITE = b"1 g 0 0 310 60 re f 0 g"


def _many_widgets(writer):
    """A signature field with two faces, one of them over the salary."""
    faces = []
    for rect in ([0, 0, 0, 0], OVER):
        look = writer.add_object(picture(_WHITE))
        faces.append(writer.add_object(convert(
            {"/Type": "/Annot", "/Subtype": "/Widget", "/Rect": rect, "/F": 4, "/AP": {"/N": look}}
        )))  # fmt: skip
    page = page_of(writer)
    put(lambda _: page, Annots=[*page.get("/Annots", []), *faces])(writer)
    field = writer.add_object(convert({"/FT": "/Sig", "/T": "Dua", "/Kids": faces}))
    form = writer.root["/AcroForm"]
    put(lambda _: form, Fields=[*(form["/Fields"].raw_get(i) for i in range(len(form["/Fields"]))), field])(writer)
    writer.update_root()


SNEAKY = {
    "a field with two faces": _many_widgets,
    "a field with a caption": annotate(Subtype="/Widget", FT="/Sig", T="P", Rect=OVER, MK={"/CA": "Rp 9", "/BG": [1]}),
    "a field with a look of its own for the mouse": annotate(
        Subtype="/Widget", FT="/Sig", T="P", Rect=[0, 0, 0, 0], AA={"/E": {"/S": "/Hide", "/T": "x"}}
    ),
    "a list over the text": annotate(
        Subtype="/Widget", FT="/Ch", T="P", Rect=OVER, AP=_WHITE, Opt=["Rp 9.000.000"], V="Rp 9.000.000"
    ),
}
variants("SSA wider in P2", SNEAKY, lambda w, field: update(w.certified(2), field))
variants("EAA wider in P3", {
    "a line": annotate(Subtype="/Line", Rect=OVER, L=[90, 690, 400, 690], C=[1, 1, 1], AP=_WHITE),
    "a polygon": annotate(Subtype="/Polygon", Rect=OVER, Vertices=[90, 660, 400, 660, 400, 720], AP=_WHITE),
    "a projection": annotate(Subtype="/Projection", Rect=OVER, AP=_WHITE),
    "a popup": annotate(Subtype="/Popup", Rect=OVER, Open=True, AP=_WHITE),
    "a three-dimensional one": annotate(Subtype="/3D", Rect=OVER, AP=_WHITE),
    "a printer's mark": annotate(Subtype="/PrinterMark", Rect=OVER, AP=_WHITE),
}, lambda w, note: update(w.certified(3), note))  # fmt: skip

FIELD = {
    "its lock taken away": put(first_field, Lock=None, SV=None, Ff=1),
    "its language": put(first_field, Lang="en-US"),
    "its layer": lambda w: put(first_field, OC=w.add_object(convert({"/Type": "/OCG", "/Name": "x"})))(w),
    "its border": put(first_field, Border=[0, 0, 9]),
    "its default look": put(first_field, DA="/Helv 40 Tf", Q=2),
    "its place in the structure": put(first_field, StructParent=7),
    "its mapping name": put(first_field, TM="lain"),
}
variants("field wider", FIELD, lambda w, change: update(w.visible, change))
