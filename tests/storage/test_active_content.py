"""Active content is found however it is written; what plain letters carry is not mistaken for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage import Inspection, inspect
from tests.storage import pdf_buatan as buat

ANNOTATED = b"/Annots[4 0 R]"
FILE = b"<</Type/Filespec/F(a.txt)/EF<</F 5 0 R>>>>"
ATTACHED = {4: FILE, 5: buat.stream(b"halo")}


def annotation(subtype: bytes, keys: bytes = b"") -> dict[int, bytes]:
    return {4: b"<</Type/Annot/Subtype/%b/Rect[0 0 9 9]%b>>" % (subtype, keys)}


def action(text: bytes) -> dict[int, bytes]:
    return annotation(b"Link", b"/A" + text)


ACTIVE = {
    "JavaScript on opening": (buat.pdf(catalog=b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"), "JS"),
    "JavaScript in a stream": (
        buat.pdf({4: buat.stream(b"app.alert(1)", flate=1)}, catalog=b"/OpenAction<</S/JavaScript/JS 4 0 R>>"),
        "JavaScript",
    ),
    "JavaScript name tree": (buat.pdf(catalog=b"/Names<</JavaScript<</Names[]>>>>"), "JavaScript"),
    "escaped names": (buat.pdf(catalog=b"/OpenAction<</#53/J#61vaScript/J#53(1)>>"), "JS"),
    "escaped trigger": (buat.pdf(catalog=b"/Open#41ction<</S/URI/URI(http://x.id)>>"), "OpenAction"),
    "script of a page": (buat.pdf(page=b"/AA<</O<</S/JavaScript/JS(1)>>>>"), "JavaScript"),
    "script after a harmless action": (
        buat.pdf(action(b"<</S/URI/URI(x)/Next[<</S/JavaScript/JS(1)>>]>>"), page=ANNOTATED),
        "JavaScript",
    ),
    "script nested in arrays": (buat.pdf({4: b"[[[[<</S/JavaScript/JS(1)>>]]]]"}), "JavaScript"),
    "starts a program": (buat.pdf(action(b"<</S/Launch/F(cmd.exe)>>"), page=ANNOTATED), "Launch"),
    "sends a form": (buat.pdf(action(b"<</S/SubmitForm/F(http://x)>>"), page=ANNOTATED), "SubmitForm"),
    "imports data": (buat.pdf(action(b"<</S/ImportData/F(a.fdf)>>"), page=ANNOTATED), "ImportData"),
    "opens another file": (buat.pdf(action(b"<</S/GoToR/F(b.pdf)/D[0/Fit]>>"), page=ANNOTATED), "GoToR"),
    "opens an attached file": (buat.pdf(action(b"<</S/GoToE/T<</R/C>>>>"), page=ANNOTATED), "GoToE"),
    "plays media": (buat.pdf(action(b"<</S/Rendition/OP 0>>"), page=ANNOTATED), "Rendition"),
    "typed action": (buat.pdf(action(b"<</Type/Action/S/Launch/F(x)>>"), page=ANNOTATED), "Launch"),
    "calls home on opening": (buat.pdf(catalog=b"/OpenAction<</S/URI/URI(http://x.id)>>"), "OpenAction"),
    "calls home on turning the page": (buat.pdf(page=b"/AA<</O<</S/URI/URI(http://x)>>>>"), "AA"),
    "trigger in an object of its own": (
        buat.pdf({4: b"<</S/URI/URI(http://x.id)>>"}, catalog=b"/OpenAction 4 0 R"),
        "OpenAction",
    ),
    "movie": (buat.pdf(annotation(b"Movie"), page=ANNOTATED), "Movie"),
    "sound": (buat.pdf(annotation(b"Sound"), page=ANNOTATED), "Sound"),
    "screen": (buat.pdf(annotation(b"Screen"), page=ANNOTATED), "Screen"),
    "rich media": (buat.pdf(annotation(b"RichMedia"), page=ANNOTATED), "RichMedia"),
    "three dimensions": (buat.pdf(annotation(b"3D"), page=ANNOTATED), "3D"),
    "paper clip": (buat.pdf(annotation(b"FileAttachment"), page=ANNOTATED), "FileAttachment"),
    "attachment": (
        buat.pdf(ATTACHED, catalog=b"/Names<</EmbeddedFiles<</Names[(a)4 0 R]>>>>"),
        "EmbeddedFiles",
    ),
    "attachment without its tree": (buat.pdf(ATTACHED), "EF"),
    "attachment stream alone": (buat.pdf({4: buat.stream(b"halo", b"/Type/EmbeddedFile")}), "EmbeddedFile"),
    "associated file": (buat.pdf(ATTACHED, catalog=b"/AF[4 0 R]"), "EF"),
    "portfolio": (buat.pdf(catalog=b"/Collection<</View/D>>"), "Collection"),
    "XFA form": (buat.pdf({4: buat.stream(b"<xdp/>")}, catalog=b"/AcroForm<</XFA 4 0 R>>"), "XFA"),
    "content from outside": (buat.pdf({4: buat.stream(b"", b"/F(lain.bin)")}), "ExternalStream"),
    "content from an address": (buat.pdf({4: b"<</FS/URL/F(http://x.id/a)>>"}), "URL"),
    "page of another file": (
        buat.pdf({4: buat.stream(b"", b"/Subtype/Form/BBox[0 0 1 1]/Ref<</F(b.pdf)/Page 0>>")}),
        "ReferenceXObject",
    ),
    "print proxy": (
        buat.pdf({4: buat.stream(b"", b"/Subtype/Form/BBox[0 0 1 1]/OPI<</2.0<<>>>>")}),
        "OPI",
    ),
}

WRITTEN = {
    "plain": lambda content: content,
    "object streams": buat.in_object_streams,
    "incremental update": lambda content: buat.updated(content, {40: b"<</Producer(x)>>"}),
}


def look(folder: Path, content: bytes) -> Inspection:
    path = folder / "a.pdf"
    path.write_bytes(content)
    return inspect(path, filename="a.pdf")


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN.keys())
@pytest.mark.parametrize(("content", "found"), ACTIVE.values(), ids=ACTIVE.keys())
def test_active_content_is_named_and_refused(tmp_path: Path, content, found, written) -> None:
    seen = look(tmp_path, written(content))
    assert (seen.accepted, seen.reason_code) == (False, "isi_aktif")
    assert found in seen.active_content


def test_a_script_nobody_refers_to_is_found(tmp_path: Path) -> None:
    left = buat.pdf({9: b"<</S/JavaScript/JS(1)>>"}, hooked=False)
    assert "JavaScript" in look(tmp_path, left).active_content


def test_active_content_that_an_update_brings_in_is_found(tmp_path: Path) -> None:
    clean = buat.pdf()
    assert look(tmp_path, clean).accepted
    update = {1: buat.CATALOG % b"/OpenAction 4 0 R", 4: b"<</S/JavaScript/JS(1)>>"}
    assert "JavaScript" in look(tmp_path, buat.updated(clean, update)).active_content


HARMLESS = {
    "link to an address": buat.pdf(action(b"<</S/URI/URI(https://bkn.go.id)>>"), page=ANNOTATED),
    "link inside the document": buat.pdf(action(b"<</S/GoTo/D[3 0 R/Fit]>>"), page=ANNOTATED),
    "opens at a page": buat.pdf(catalog=b"/OpenAction[3 0 R/Fit]"),
    "opens at a page by action": buat.pdf(catalog=b"/OpenAction<</S/GoTo/D[3 0 R/Fit]>>"),
    "opens at a named place": buat.pdf(catalog=b"/OpenAction(awal)"),
    "structure element of that name": buat.pdf({4: b"<</Type/StructElem/S/Sound/P 1 0 R>>"}),
    "annotation flags are no file": buat.pdf(annotation(b"Highlight", b"/F 4"), page=ANNOTATED),
    "form field": buat.pdf(
        annotation(b"Widget", b"/FT/Tx/T(nama)/V(Ani)"),
        page=ANNOTATED,
        catalog=b"/AcroForm<</Fields[4 0 R]>>",
    ),
    "the words in a text": buat.pdf({4: buat.stream(b"BT (/JavaScript /Launch) Tj ET")}),
    "the words in a string": buat.pdf({4: b"<</Title(/S/JavaScript/JS)>>"}),
    "page labels": buat.pdf(catalog=b"/PageLabels<</Nums[0<</S/D>>]>>"),
}


@pytest.mark.parametrize("content", HARMLESS.values(), ids=HARMLESS.keys())
def test_what_plain_letters_carry_is_accepted(tmp_path: Path, content: bytes) -> None:
    seen = look(tmp_path, content)
    assert (seen.active_content, seen.reason_code) == ([], None)


def test_a_document_that_refers_to_itself_everywhere_ends(tmp_path: Path) -> None:
    loops = {4: b"[4 0 R 5 0 R]", 5: b"<</A 4 0 R/B 5 0 R/Kids[5 0 R]/Next 5 0 R/V 5 0 R>>"}
    seen = look(tmp_path, buat.pdf(loops, catalog=b"/AcroForm<</Fields[5 0 R 4 0 R]>>"))
    assert seen.accepted
