"""Hostile PDFs nobody has listed for us: two formats at once, and what acts. An empty code: may be taken in."""

from __future__ import annotations

import zlib

from tests.storage import pdf_buatan as buat
from tests.storage.musuh_alat import FORM, HEAD, SCRIPT, annotation, filtered, parcel, tape, within

FILE = b"<</Type/Filespec/F(a.txt)/EF<</F 6 0 R>>>>"
ACTIVE, FOREIGN, BROKEN = {"isi_aktif"}, {"bukan_pdf_murni"}, {"rusak"}
ENTITY = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x:xmpmeta>&a;</x:xmpmeta>'
OBFUSCATED = ACTIVE | {"terinfeksi"}
"""clamd itself calls names written in escapes a finding."""


def left_behind(kind: bytes = b"/Type/ObjStm") -> bytes:
    """A script in a stream of objects whose number an update gave to something else."""
    packed = buat.stream(b"7 0 " + SCRIPT, kind + b"/N 1/First 4", flate=1)
    return buat.updated(buat.pdf({4: packed}), {4: b"1"})


def left_behind_packed(names: bytes, content: bytes) -> bytes:
    """The same, packed as no program packs it."""
    return buat.updated(buat.pdf({4: filtered(content, names, b"/Type/ObjStm/N 1/First 4")}), {4: b"1"})


def between(stray: bytes) -> bytes:
    """*stray* behind the first object; the table of offsets leads past it."""
    whole = {1: buat.CATALOG % b"", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>", 3: buat.PAGE % b""}
    first = HEAD + b"9 0 obj\nnull\nendobj\n" + stray
    return first + buat.body(whole, len(first))


HOSTILE: dict[str, tuple[bytes, set[str]]] = {
    # two formats at once
    "zip in front": (parcel() + buat.pdf(), FOREIGN),
    "zip behind": (buat.pdf() + parcel(), FOREIGN),
    "zip behind, its comment a second end": (buat.pdf() + parcel(b"\n%%EOF\n"), FOREIGN),
    "zip in a stream, its comment the rest": (buat.pdf({4: buat.stream(parcel(b"\nendstream"))}), FOREIGN),
    "zip as a stream of the last object": (buat.pdf({4: buat.stream(parcel())}), FOREIGN),
    "html in front": (b"<html><script>1</script>" + buat.pdf(), FOREIGN | {"jenis_tidak_dikenal"}),
    "html in the first comment": (within(b"%<html><script>alert(1)</script>\n"), FOREIGN),
    "html after the header": (b"%PDF-1.7 <html><body onload=alert(1)>\n" + within(b"")[9:], FOREIGN | BROKEN),
    "html behind": (buat.pdf() + b"<html><script>1</script></html>", FOREIGN),
    "html behind, then a second end": (buat.pdf() + b"<script>1</script>\n%%EOF\n", FOREIGN),
    "jpeg in front": (b"\xff\xd8\xff\xe0\0\x10JFIF\0" + buat.pdf(), FOREIGN | BROKEN | {"ekstensi_tidak_sesuai"}),
    "gif in front": (b"GIF89a" + bytes(20) + buat.pdf(), FOREIGN),
    "png in front": (b"\x89PNG\r\n\x1a\n" + buat.pdf(), FOREIGN | BROKEN | {"ekstensi_tidak_sesuai"}),
    "program in front": (b"MZ" + bytes(60) + buat.pdf(), FOREIGN),
    "shell script in the first comment": (within(b"%\n#!/bin/sh\n"), FOREIGN),
    "tape archive around": (tape()[:1024].replace(b"\n", b" ") + b"\n" + buat.pdf(), FOREIGN | BROKEN),
    "disc image around": (within(b"%" + bytes(0x8000) + b"CD001\x01\n"), FOREIGN),
    "javascript in front of the first object": (within(b"/*\n*/=1;alert(1)//\n"), FOREIGN),
    "byte order mark in front": (b"\xef\xbb\xbf" + buat.pdf(), FOREIGN | {"jenis_tidak_dikenal"}),
    "two files one after another": (buat.pdf() + buat.pdf(), FOREIGN | BROKEN),
    "html between two objects": (between(b"<script>alert(1)</script>\n"), FOREIGN),
    "program between two objects": (between(b"\x7fELF" + bytes(100) + b"\n"), FOREIGN),
    "letter of a mail program between two objects": (
        between(b"MIME-Version: 1.0\nContent-Type: text/html\n\n"),
        FOREIGN,
    ),
    "html in the first stream": (buat.pdf({4: buat.stream(b"<html><script>alert(1)</script></html>")}), FOREIGN),
    "a thousand comments, then something else": (within(b"%a\n" * 1000 + b"apa saja, panjang sekali\n"), FOREIGN),
    "a thousand comments between two objects": (between(b"%a\n" * 1000 + b"apa saja, panjang sekali\n"), FOREIGN),
    "a thousand comments before an update": (
        buat.pdf() + b"%a\n" * 1000 + b"apa saja, panjang sekali\n%%EOF\n",
        FOREIGN,
    ),
    # what acts
    "every letter of every name escaped": (
        buat.pdf(catalog=b"/#4f#70#65#6e#41#63#74#69#6f#6e<</#53/#4a#61#76#61#53#63#72#69#70#74/#4a#53(1)>>"),
        OBFUSCATED,
    ),
    "object streams under an empty password": (
        buat.encrypted(buat.in_object_streams(buat.pdf({4: SCRIPT}))),
        {"terenkripsi"},
    ),
    "a table of encryption nobody needs": (buat.pdf(trailer=b"/Encrypt<<>>"), {"terenkripsi", "rusak"}),
    "encryption of strings only": (
        buat.pdf(trailer=b"/Encrypt<</Filter/Standard/V 4/R 4/CF<<>>/StmF/Identity>>"),
        {"terenkripsi", "rusak"},
    ),
    "page script on closing": (buat.pdf(page=b"/AA<</C%b>>" % SCRIPT), ACTIVE),
    "field script on each key": (annotation(b"/Subtype/Widget/FT/Tx/T(a)/AA<</K%b>>" % SCRIPT), ACTIVE),
    "field computes": (annotation(b"/Subtype/Widget/FT/Tx/T(a)/AA<</C<</S/JavaScript/JS 4 0 R>>>>"), ACTIVE),
    "document script before printing": (buat.pdf(catalog=b"/AA<</WP%b>>" % SCRIPT), ACTIVE),
    "trigger brought by an update": (
        buat.updated(buat.pdf(), {1: buat.CATALOG % b"/OpenAction<</S/URI/URI(http://x.id)>>"}),
        ACTIVE,
    ),
    "a web page opened after a step within": (
        buat.pdf(
            catalog=b"/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next[<</S/Named/N/FirstPage/Next<</S/URI/URI(http://x)>>>>]>>"
        ),
        ACTIVE,
    ),
    "steps on opening in a circle": (
        buat.pdf(
            {4: b"<</S/GoTo/D[3 0 R/Fit]/Next[4 0 R 5 0 R]>>", 5: b"<</S/URI/URI(http://x)>>"},
            catalog=b"/OpenAction 4 0 R",
        ),
        ACTIVE,
    ),
    "several triggers at once": (buat.pdf(catalog=b"/OpenAction[<</S/URI/URI(http://x.id)>>]"), ACTIVE),
    "triggers of a page, several at once": (buat.pdf(page=b"/AA<</O[<</S/URI/URI(http://x)>>]>>"), ACTIVE),
    "packed objects an update left behind": (left_behind(), ACTIVE),
    "packed objects an update left behind, escaped": (left_behind(b"/Type/Obj#53tm"), ACTIVE),
    "packed objects an update left behind, as digits": (
        left_behind_packed(b"/ASCIIHexDecode", (b"7 0 " + SCRIPT).hex().encode() + b">"),
        ACTIVE,
    ),
    "packed objects an update left behind, packed twice": (
        left_behind_packed(b"[/AHx/Fl]", zlib.compress(b"7 0 " + SCRIPT).hex().encode() + b">"),
        ACTIVE,
    ),
    "triggers of a page, as a list": (buat.pdf(page=b"/AA[<</S/URI/URI(http://x)>>]"), ACTIVE),
    "encryption an update left behind": (
        buat.updated(buat.pdf(trailer=b"/Encrypt 9 0 R"), {1: buat.CATALOG % b""}),
        {"terenkripsi"},
    ),
    "encryption by a certificate": (
        buat.pdf(trailer=b"/Encrypt<</Filter/Adobe.PubSec/V 4/R 4/SubFilter/adbe.pkcs7.s5>>/ID[(a)(a)]"),
        {"terenkripsi"},
    ),
    "a file on a server without a link to it": (buat.pdf({4: b"<</Type/Filespec/F(\\\\\\\\srv\\\\a)>>"}), ACTIVE),
    "media by their names": (buat.pdf(catalog=b"/Names<</Renditions<</Names[(a)<</S/MR>>]>>>>"), ACTIVE),
    "a show instead of the pages": (buat.pdf(catalog=b"/Names<</AlternatePresentations<</Names[]>>>>"), ACTIVE),
    "a description that opens a file": (
        buat.pdf({4: buat.stream(ENTITY, b"/Type/Metadata/Subtype/XML", flate=1)}, catalog=b"/Metadata 4 0 R"),
        ACTIVE,
    ),
    "a description that opens a file, two bytes a letter": (
        buat.pdf({4: buat.stream(ENTITY.decode().encode("utf-16"), b"/Type/Metadata", flate=1)}),
        ACTIVE,
    ),
    "looks of a part of a text in a link": (
        annotation(b"/Subtype/Link/P 3 0 R/S/Link/A<</O/Link/S/R/F(a.exe)>>"),
        ACTIVE,
    ),
    "an address on somebody's disk": (annotation(b"/Subtype/Link/A<</S/URI/URI(/c:/windows/calc.exe)>>"), ACTIVE),
    "an address on a server without its scheme": (annotation(b"/Subtype/Link/A<</S/URI/URI(//srv/a.exe)>>"), ACTIVE),
    "an address beside the file": (annotation(b"/Subtype/Link/A<</S/URI/URI(../../a.exe)>>"), ACTIVE),
    "trigger taken away again by an update": (
        buat.updated(buat.pdf(catalog=b"/OpenAction%b" % SCRIPT), {1: buat.CATALOG % b""}),
        ACTIVE,
    ),
    "script in the names tree": (
        buat.pdf({4: b"<</Names[(a)5 0 R]>>", 5: SCRIPT}, catalog=b"/Names<</JavaScript 4 0 R>>"),
        ACTIVE,
    ),
    "script in an outline": (
        buat.pdf(
            {4: b"<</First 5 0 R/Last 5 0 R>>", 5: b"<</Title(a)/Parent 4 0 R/A%b>>" % SCRIPT},
            catalog=b"/Outlines 4 0 R",
        ),
        ACTIVE,
    ),
    "script of a link's ghost": (annotation(b"/Subtype/Link/PA%b" % SCRIPT), ACTIVE),
    "script in a rendition": (annotation(b"/Subtype/Screen/A<</S/Rendition/JS(1)>>"), ACTIVE),
    "script in three dimensions": (
        buat.pdf({4: buat.stream(b"U3D\0", b"/Type/3D/Subtype/U3D/OnInstantiate 5 0 R"), 5: buat.stream(b"1")}),
        ACTIVE,
    ),
    "three dimensions without their type": (
        buat.pdf(
            {4: buat.stream(b"U3D\0", b"/Subtype/U3D"), 5: b"<</Type/Annot/Subtype/3D/3DD 4 0 R/Rect[0 0 9 9]>>"},
            page=b"/Annots[5 0 R]",
        ),
        ACTIVE,
    ),
    "rich media without an annotation": (buat.pdf({4: b"<</Type/RichMediaContent/Assets<<>>>>"}), ACTIVE),
    "rich media by its settings": (annotation(b"/Subtype/RichMedia/RichMediaSettings<<>>"), ACTIVE),
    "form as XML in parts": (
        buat.pdf({4: buat.stream(b"<xdp:xdp/>")}, catalog=b"/AcroForm<</XFA[(preamble)4 0 R]/Fields[]>>"),
        ACTIVE,
    ),
    "file by association": (
        buat.pdf({5: FILE, 6: buat.stream(b"x")}, catalog=b"/AF[5 0 R]"),
        ACTIVE,
    ),
    "file by association of a page": (buat.pdf({5: FILE, 6: buat.stream(b"x")}, page=b"/AF[5 0 R]"), ACTIVE),
    "file in a portfolio": (
        buat.pdf(
            {5: FILE, 6: buat.stream(b"x")},
            catalog=b"/Collection<</View/H>>/Names<</EmbeddedFiles<</Names[(a)5 0 R]>>>>",
        ),
        ACTIVE,
    ),
    "related files": (
        buat.pdf({5: b"<</Type/Filespec/F(a)/RF<</F[(b)6 0 R]>>>>", 6: buat.stream(b"x")}, catalog=b"/AF[5 0 R]"),
        ACTIVE,
    ),
    "content from a file": (buat.pdf({4: buat.stream(b"", b"/F<</F(/etc/passwd)>>")}, page=b"/Contents 4 0 R"), ACTIVE),
    "content from a file, its filter too": (buat.pdf({4: buat.stream(b"", b"/F(a)/FFilter/FlateDecode")}), ACTIVE),
    "picture kept elsewhere": (
        buat.pdf(
            {4: buat.stream(b"", b"/Subtype/Image/Width 1/Height 1/Alternates[<</Image 4 0 R>>]/F(\\\\\\\\srv\\\\a)")}
        ),
        ACTIVE,
    ),
    "opens a file on a server": (
        annotation(b"/Subtype/Link/A<</S/GoToR/F(\\\\\\\\srv\\\\share\\\\a.pdf)/D[0/Fit]>>"),
        ACTIVE,
    ),
    "opens a file on opening": (buat.pdf(catalog=b"/OpenAction<</S/GoToR/F(\\\\\\\\srv\\\\a)/D[0/Fit]>>"), ACTIVE),
    "starts a program on Windows": (annotation(b"/Subtype/Link/A<</S/Launch/Win<</F(cmd.exe)/P(/c calc)>>>>"), ACTIVE),
    "starts a program without an action's name": (
        annotation(b"/Subtype/Link/A<</Type/Action/Win<</F(cmd.exe)>>/S/#4caunch>>"),
        OBFUSCATED,
    ),
    "sends a form on opening the page": (buat.pdf(page=b"/AA<</O<</S/SubmitForm/F(http://x)>>>>"), ACTIVE),
    "imports data by a button": (annotation(b"/Subtype/Widget/FT/Btn/T(b)/A<</S/ImportData/F(a.fdf)>>"), ACTIVE),
    "resets and hides, then runs": (
        annotation(b"/Subtype/Widget/FT/Btn/T(b)/A<</S/ResetForm/Next<</S/Hide/T(a)/Next%b>>>>" % SCRIPT),
        ACTIVE,
    ),
    "layers set by an action that runs on": (
        annotation(b"/Subtype/Link/A<</S/SetOCGState/State[]/Next%b>>" % SCRIPT),
        ACTIVE,
    ),
    "thread in another file": (annotation(b"/Subtype/Link/A<</S/Thread/F(b.pdf)/D 0>>"), ACTIVE),
    "threads of printing": (annotation(b"/Subtype/TrapNet/A<</S/Trans/Next%b>>" % SCRIPT), ACTIVE),
    "action of a wrong type": (annotation(b"/Subtype/Link/A<</Type/Lain/S/Launch/F(cmd.exe)>>"), ACTIVE),
    "page of another file in a form": (buat.pdf({4: buat.stream(b"", FORM + b"/Ref<</F(b.pdf)/Page 0>>")}), ACTIVE),
    "web capture": (buat.pdf(catalog=b"/SpiderInfo<</V 1.0/C[<</URL(http://x)>>]>>"), {"isi_aktif", ""}),
    # what only another reader would see
    "an object no table lists, packed": (
        buat.pdf({4: buat.stream(b"7 0 " + SCRIPT, b"/Type/ObjStm/N 1/First 4", flate=1)}),
        ACTIVE,
    ),
    "the first of two keys": (annotation(b"/Subtype/Link/A<</S/Launch/F(a.exe)/S/GoTo/D[3 0 R/Fit]>>"), ACTIVE),
    "the first of two triggers": (buat.pdf(catalog=b"/OpenAction<</S/Launch/F(a)>>/OpenAction[3 0 R/Fit]"), ACTIVE),
    "the first of two keys, escaped": (
        annotation(b"/Subtype/Link/A<</S/#4caunch/F(a.exe)/S/GoTo/D[3 0 R/Fit]>>"),
        OBFUSCATED,
    ),
    "an object no table lists": (within(b"9 0 obj\n%b\nendobj\n" % SCRIPT), ACTIVE),
    "between the words for a stream, in comments": (
        within(b"% stream\n9 0 obj\n<</S/Launch/F(a)>>\nendobj\n% endstream\n"),
        ACTIVE,
    ),
    "an action nobody knows": (annotation(b"/Subtype/Link/A<</S/Jalankan/F(a.exe)>>"), ACTIVE),
    "an action nobody knows, further on": (
        annotation(b"/Subtype/Link/A<</S/GoTo/D[3 0 R/Fit]/Next[<</S/Jalankan>>]>>"),
        ACTIVE,
    ),
    "an action whose name is a text": (annotation(b"/Subtype/Link/A<</S(Launch)/F(a.exe)>>"), ACTIVE),
    "a link that calls itself a chapter": (
        annotation(b"/Subtype/Link/Type/StructElem/P 3 0 R/A<</S/Jalankan>>"),
        ACTIVE,
    ),
    "a program of the printer": (buat.pdf({4: buat.stream(b"systemdict", b"/Type/XObject/Subtype/PS")}), ACTIVE),
    "a program of the printer in a form": (
        buat.pdf({4: buat.stream(b"", FORM + b"/Subtype2/PS/PS 5 0 R"), 5: buat.stream(b"systemdict")}),
        ACTIVE,
    ),
    "three dimensions by their kind alone": (buat.pdf({4: buat.stream(b"U3D", b"/Subtype/U3D")}), ACTIVE),
    "a base that makes files of all links": (buat.pdf(catalog=b"/URI<</Base(file:///c:/windows/)>>"), ACTIVE),
    "address that is a script, in two bytes a letter": (
        annotation(
            b"/Subtype/Link/A<</S/URI/URI<%b>>>" % "\ufeffjavascript:alert(1)".encode("utf-16-be").hex().encode()
        ),
        ACTIVE,
    ),
    "address that is a script of digits": (annotation(b"/Subtype/Link/A<</S/URI/URI(javascript:1)>>"), ACTIVE),
    "address that is a script": (annotation(b"/Subtype/Link/A<</S/URI/URI(javascript:alert\\(1\\))>>"), ACTIVE),
    "address that is a file": (annotation(b"/Subtype/Link/A<</S/URI/URI(file:///etc/passwd)>>"), ACTIVE),
}
