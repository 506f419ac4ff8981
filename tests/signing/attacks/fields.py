"""Changes of signature fields and dictionaries (DSS-3946), and signatures that lost or gained a field."""

from functools import partial

from tests.signing import samples
from tests.signing.attacks import classic
from tests.signing.attacks.isa import _after
from tests.signing.attacks.pdf import convert, first_field, form, page_of, picture, put, replace_stream, root, update
from tests.signing.attacks.workshop import ATTACKS, Workshop, attack, variants

for _old in (classic.moved_field, classic.new_field_picture, classic.removed_signature, classic.copied_signature):
    ATTACKS[f"field: {_old.__name__}"] = partial(_after, _old, "visible")


def _signature(writer):
    return first_field(writer)["/V"]


def _new_look(writer):
    put(first_field, AP={"/N": writer.add_object(picture(b"1 0 0 rg 0 0 200 60 re f"))})(writer)


CHANGES = {
    "name": put(first_field, T="PejabatLain"),
    "tooltip": put(first_field, TU="Tanda tangan Bupati"),
    "picture": _new_look,
    "border": put(first_field, MK={"/BC": [1, 0, 0]}, BS={"/W": 5}),
    "flags": put(first_field, F=2),
    "action": put(first_field, A={"/S": "/URI", "/URI": "http://example.org"}),
    "lock added": put(first_field, Lock={"/Type": "/SigFieldLock", "/Action": "/All"}),
    "other page": lambda w: put(first_field, P=None)(w),
    "claimed time": put(_signature, M="D:20200101000000Z"),
    "claimed name": put(_signature, Name="Bupati"),
    "reason": put(_signature, Reason="Lain"),
    "list of fields emptied": put(form, Fields=[]),
    "form removed": put(root, AcroForm=None),
    "signature flags": put(form, SigFlags=0),
    "widget taken off the page": put(page_of, Annots=[]),
    "field type": put(first_field, FT="/Tx"),
    "value is a text": put(first_field, V="tanda tangan"),
    "no value": put(first_field, V=None),
}
variants("field", CHANGES, lambda w, change: update(w.visible, change))
variants(
    "field, archived",
    {k: CHANGES[k] for k in ("picture", "no value", "list of fields emptied", "flags")},
    lambda w, change: update(w.signed(samples.with_field(), "B-LTA", field_name=samples.FIELD), change),
)


@attack("field")
def another_signature_in_it(w: Workshop) -> bytes:
    """The value is exchanged for a signature made afterwards by somebody else."""
    two = w.sign(w.visible, level="B-LT", who="198507022010011005")

    def change(u):
        other = u.root["/AcroForm"]["/Fields"][1]
        put(first_field, V=other.raw_get("/V"))(u)

    return update(two, change)


@attack("field")
def a_kid_with_another_picture(w: Workshop) -> bytes:
    def change(u):
        kid = convert({"/Type": "/Annot", "/Subtype": "/Widget", "/Rect": [90, 660, 400, 720], "/F": 4})
        kid["/AP"] = convert({"/N": u.add_object(picture(b"1 g 0 0 310 60 re f"))})
        put(first_field, Kids=[u.add_object(kid)])(u)

    return update(w.visible, change)


@attack("field")
def two_signatures_exchanged(w: Workshop) -> bytes:
    two = w.sign(w.visible, level="B-LT", who="198507022010011005")

    def change(u):
        one, other = u.root["/AcroForm"]["/Fields"][0], u.root["/AcroForm"]["/Fields"][1]
        mine, theirs = one.raw_get("/V"), other.raw_get("/V")
        put(lambda _: one, V=theirs)(u)
        put(lambda _: other, V=mine)(u)

    return update(two, change)


@attack("field")
def its_font_replaced(w: Workshop) -> bytes:
    return update(w.visible, replace_stream(lambda u: first_field(u)["/AP"]["/N"], b"0 g 0 0 9 9 re f"))


@attack("field")
def the_first_signature_cut_out(w: Workshop) -> bytes:
    """The file ends before anybody signed and claims evidence all the same."""
    return w.archived[: w.archived.index(b"%%EOF") + 6] + w.archived[w.archived.rindex(b"xref\n") :]
