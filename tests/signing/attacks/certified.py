"""Attacks on certified documents: evil annotation (EAA, where P3 allows notes), sneaky signature (SSA, P2)."""

from tests.signing.attacks.pdf import annotate, put, root, update
from tests.signing.attacks.workshop import Workshop, attack, variants

OVER = [90, 660, 400, 720]
_WHITE = b"1 g 0 0 310 60 re f 0 g"
_NOTE = {"Rect": OVER, "Contents": "Gaji pokok Rp 9.000.000"}

NOTES = {
    "free text": annotate(Subtype="/FreeText", DA="/Helv 12 Tf 0 g", AP=_WHITE, **_NOTE),
    "free text without appearance": annotate(Subtype="/FreeText", DA="/Helv 12 Tf 0 g", **_NOTE),
    "stamp": annotate(Subtype="/Stamp", AP=_WHITE, **_NOTE),
    "redaction": annotate(Subtype="/Redact", AP=_WHITE, IC=[1, 1, 1], **_NOTE),
    "square": annotate(Subtype="/Square", AP=_WHITE, IC=[1, 1, 1], C=[1, 1, 1], **_NOTE),
    "ink": annotate(Subtype="/Ink", AP=_WHITE, InkList=[[90, 660, 400, 720]], C=[1, 1, 1], **_NOTE),
    "highlight": annotate(
        Subtype="/Highlight", AP=_WHITE, QuadPoints=[90, 720, 400, 720, 90, 660, 400, 660], C=[1, 1, 1], **_NOTE
    ),
    "strike-out": annotate(Subtype="/StrikeOut", QuadPoints=[90, 720, 400, 720, 90, 660, 400, 660], **_NOTE),
    "caret": annotate(Subtype="/Caret", AP=_WHITE, **_NOTE),
    "watermark": annotate(Subtype="/Watermark", AP=_WHITE, **_NOTE),
    "rich media": annotate(Subtype="/Screen", AP=_WHITE, **_NOTE),
    "beside the text": annotate(Subtype="/FreeText", Rect=[100, 300, 300, 330], AP=b"0 g 5 5 100 10 re f"),
    "unknown kind": annotate(Subtype="/Penyerang", AP=_WHITE, **_NOTE),
    "only printed": annotate(Subtype="/Stamp", AP=_WHITE, F=36, **_NOTE),
}
variants("EAA in P3", NOTES, lambda w, note: update(w.certified(3), note))
variants(
    "EAA in P2", {k: NOTES[k] for k in ("free text", "stamp", "highlight")}, lambda w, n: update(w.certified(2), n)
)
variants("EAA in P1", {k: NOTES[k] for k in ("free text", "redaction")}, lambda w, n: update(w.certified(1), n))
variants("overlay", NOTES, lambda w, note: update(w.letter, note))


def _sneaky(rect: list[int], look: bytes = _WHITE, **entries):
    return annotate(Subtype="/Widget", FT="/Sig", T="Penyerang", Rect=rect, AP=look, **entries)


FIELDS = {
    "empty field over the text": _sneaky(OVER),
    "empty field beside the text": _sneaky([100, 300, 300, 330], b"0 g 5 5 100 10 re f"),
    "text field over the text": annotate(
        Subtype="/Widget", FT="/Tx", T="Penyerang", Rect=OVER, AP=_WHITE, V="Rp 9.000.000", DA="/Helv 12 Tf 0 g"
    ),
    "button over the text": annotate(
        Subtype="/Widget", FT="/Btn", Ff=65536, T="Penyerang", Rect=OVER, AP=_WHITE, MK={"/BG": [1, 1, 1]}
    ),
}
variants("SSA in P2", FIELDS, lambda w, field: update(w.certified(2), field))
variants("SSA in P1", FIELDS, lambda w, field: update(w.certified(1), field))
variants("SSA uncertified", FIELDS, lambda w, field: update(w.letter, field))


def _prepared(w: Workshop, permissions: int, field) -> bytes:
    """The attacker signs his own field properly, so that the last revision is covered."""
    placed = update(w.certified(permissions), field)
    return w.by_hand(w.person(), placed, md_algorithm="sha256")


@attack("SSA signed")
def by_the_attacker_elsewhere(w: Workshop) -> bytes:
    return _prepared(w, 2, FIELDS["empty field over the text"])


@attack("SSA signed")
def over_the_text_by_a_trusted_colleague(w: Workshop) -> bytes:
    """Everything in order but the place: the picture of a valid later signature hides the salary."""
    placed = update(w.certified(2), _sneaky(OVER))
    return w.sign(placed, level="B-LT", who="198507022010011005", field_name="Penyerang")


@attack("SSA signed")
def whole_page_by_a_trusted_colleague(w: Workshop) -> bytes:
    placed = update(w.letter, _sneaky([0, 0, 600, 800], b"1 g 0 0 600 800 re f 0 g 100 600 50 9 re f"))
    return w.sign(placed, level="B-LTA", who="198507022010011005", field_name="Penyerang")


@attack("SSA signed")
def words_written_in_an_empty_place(w: Workshop) -> bytes:
    """Black ink on white paper: nothing is hidden, and yet the decree now says more."""
    look = b"BT /Helv 12 Tf 2 10 Td (dan tunjangan) Tj ET 0 g 0 0 310 60 re f"
    placed = update(w.certified(1).replace(b"/P 1", b"/P 2"), _sneaky([90, 400, 400, 460], look))
    return w.by_hand(w.seal, placed, md_algorithm="sha256").replace(b"/P 2", b"/P 1", 1)


@attack("SSA signed")
def locked_document_signed_again(w: Workshop) -> bytes:
    """The engine refuses; so the lock is opened in the file for the moment of signing, and closed again."""
    opened = w.certified(1).replace(b"/P 1", b"/P 2")
    return w.by_hand(w.seal, opened, md_algorithm="sha256").replace(b"/P 2", b"/P 1", 1)


@attack("SSA signed")
def certified_a_second_time(w: Workshop) -> bytes:
    """Permissions widened: the catalogue's DocMDP points at a later signature."""
    two = w.by_hand(w.seal, w.letter, md_algorithm="sha256")

    def change(u):
        put(root, Perms={"/DocMDP": u.root["/AcroForm"]["/Fields"][1].raw_get("/V")})(u)

    return update(two, change)
