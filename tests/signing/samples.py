"""Small documents to sign."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas

FIELD = "TandaTangan1"
BOX = (300, 100, 500, 160)


def letter(*lines: str, pages: int = 1) -> bytes:
    """A letter as ReportLab writes it: classic cross-reference table."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for _ in range(pages):
        for number, line in enumerate(lines or ("KEPUTUSAN", "Gaji pokok Rp 3.000.000")):
            canvas.drawString(100, 700 - 24 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def with_field(*, name: str = FIELD, box: tuple[int, int, int, int] = BOX, second: bool = False) -> bytes:
    """A decree with a prepared, tagged signature field, as the templates make it."""
    pdf = pikepdf.open(io.BytesIO(letter()))
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    fields = [_field(pdf, tree, name, box, 0)]
    if second:
        fields.append(_field(pdf, tree, "TandaTangan2", (80, 100, 280, 160), 1))
    tree.K = Array([field.Form for field in fields])
    tree.ParentTree = pdf.make_indirect(
        Dictionary(Nums=Array([part for i, f in enumerate(fields) for part in (i, f.Form)]))
    )
    for field in fields:
        del field["/Form"]
    pdf.pages[0].Annots = Array(fields)
    pdf.Root.AcroForm = Dictionary(Fields=Array(fields))
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    return save(pdf)


def _field(pdf: pikepdf.Pdf, tree: pikepdf.Object, name: str, box: tuple[int, int, int, int], number: int):
    left, bottom, right, top = box
    look = pdf.make_stream(b"0.8 g 2 2 20 20 re f")
    look.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, right - left, top - bottom])
    page = pdf.pages[0].obj
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=name,
            TU="Tanda tangan pejabat",
            F=132,
            Rect=list(box),
            P=page,
            StructParent=number,
            AP=Dictionary(N=look),
        )
    )
    link = Dictionary(Type=Name.OBJR, Obj=field, Pg=page)
    field.Form = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Form, P=tree, Pg=page, K=link))
    return field


def save(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
    return out.getvalue()


def encrypted() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user=""))
    return out.getvalue()


def hybrid() -> bytes:
    """What Word writes: a classic table that also points to a cross-reference stream."""
    pdf = letter()
    table = pdf.rindex(b"xref\n0")
    stream_at = len(pdf[:table])
    rows = b"".join(b"\x00" + bytes(4) for _ in range(1))
    stream = b"99 0 obj\n<</Type /XRef /Size 100 /W [1 3 1] /Index [98 1] /Length %d>>\nstream\n" % len(rows)
    stream += rows + b"\nendstream\nendobj\n"
    rest = pdf[table:].replace(b"/Size 8", b"/XRefStm %d\n/Size 100" % stream_at, 1)
    start = stream_at + len(stream)
    head, _, _ = rest.rpartition(b"startxref")
    return pdf[:table] + stream + head + b"startxref\n%d\n%%%%EOF\n" % start
