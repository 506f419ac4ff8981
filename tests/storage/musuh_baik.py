"""Honest PDFs with the oddities of the programs that write them, and the twins of hostile ones."""

from __future__ import annotations

from tests.storage import pdf_buatan as buat
from tests.storage.musuh_alat import FORM, annotation, drawn, picture, tree, within

LINK = b"/Subtype/Link/A<</S/URI/URI(%b)>>"
HONEST: dict[str, bytes] = {
    "as Word writes it": b"%PDF-1.7\r\n%\xb5\xb5\xb5\xb5\r\n" + within(b"")[9:],
    "as LibreOffice writes it": within(b"%\xc3\xa4\xc3\xbc\xc3\xb6\xc3\x9f\n"),
    "as Ghostscript writes it": within(
        b"%\xc7\xec\x8f\xa2\n%%Invocation: gs -dSAFER -sDEVICE=pdfwrite -dCompatibilityLevel=1.7 "
        b"-sOutputFile=? -c .setpdfwrite -f ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ?\n"
    ),
    "as Ghostscript writes it for an archive": within(
        b"%\xc7\xec\x8f\xa2\n%%Invocation: gswin64c.exe -dPDFA=2 -dPDFATitle=<> -c ?\n"
        b"%%+ << /ColorImageDict << /QFactor 0.15 >> >> setdistillerparams -f ?\n"
    ),
    "with a zero behind its version": b"%PDF-1.2\0\n" + within(b"")[9:],
    "rights a form was given": buat.pdf(
        {4: b"<</Type/TransformParams/V/2.2/EF[/Create/Delete/Import]/Form[/FillIn]>>"}
    ),
    "as an iPhone writes it": within(b"%\xc4\xe5\xf2\xe5\xeb\xa7\xf3\xa0\xd0\xc4\xc6\n"),
    "as TeX writes it": within(b"%\xd0\xd4\xc5\xd8\n"),
    "as a copier writes it": b"%PDF-1.4 \r%\xff\xff\xff\xff\r\r" + within(b"")[9:],
    "as Chrome writes it": within(b"%\xd3\xeb\xe9\xe1\n"),
    "without a comment": within(b""),
    "updated three times": buat.updated(buat.updated(buat.updated(buat.pdf(), {40: b"1"}), {41: b"2"}), {42: b"3"}),
    "updated by a program that marks its work": buat.updated(buat.pdf() + b"%BeginExifToolUpdate\n", {40: b"1"}),
    "updated after padding": buat.updated(buat.pdf() + bytes(4096), {40: b"1"}),
    "a comment between objects": within(b"9 0 obj\nnull\nendobj\n%% Original object ID: 9 0\n%\xe2\xe3\xcf\xd3\n"),
    "a thousand comments": within(b"% a\n%\xe2\xe3\n" * 500),
    "an object ended twice": within(b"9 0 obj\nnull\nendobj\nendobj\n"),
    "objects without a space between": within(b"9 0 obj null endobj\t8 0 obj null endobj"),
    "ended twice": buat.pdf() + b"%%EOF\n",
    "link to an office": annotation(LINK % b"https://bkpsdm.babelprov.go.id/sk?x=1"),
    "link without a scheme": annotation(LINK % b"www.bkn.go.id"),
    "link to a port": annotation(LINK % b"www.bkn.go.id:8080/sk"),
    "base of all links": buat.pdf(catalog=b"/URI<</Base(https://bkpsdm.babelprov.go.id/)>>"),
    "link in two bytes a letter": annotation(
        b"/Subtype/Link/A<</S/URI/URI<%b>>>" % "\ufeffhttps://bkn.go.id".encode("utf-16-be").hex().encode()
    ),
    "a text that speaks of scripts": buat.pdf({4: b"(Cara kerja /JavaScript dan /Launch \\(lihat /JS\\))"}),
    "a picture whose bytes look like a script": buat.pdf({4: buat.stream(b"\0\1<</S/Launch/JS (a)>>\2" * 9)}),
    "looks of a part of a text": buat.pdf({4: b"<</Type/StructElem/S/P/P 1 0 R/A<</O/Layout/S/Inline>>>>"}),
    "a part of a text that does not say its type": buat.pdf({4: b"<</S/Span/P 1 0 R/A<</O/Link/S/R/ID(F1)>>/K 1>>"}),
    "opens at a page and a height": buat.pdf(catalog=b"/OpenAction<</S/GoTo/D[3 0 R/XYZ 0 842 null]>>"),
    "a description": buat.pdf(
        {4: buat.stream(b"<x:xmpmeta/>", b"/Type/Metadata/Subtype/XML")}, catalog=b"/Metadata 4 0 R"
    ),
    "old link to a store of files": annotation(LINK % b"ftp://ftp.bkn.go.id/sk"),
    "two steps": annotation(b"/Subtype/Link/A<</S/GoTo/D[3 0 R/Fit]/Next<</S/Named/N/NextPage>>>>"),
    "packed objects": buat.in_object_streams(buat.pdf({4: b"<</A(/JavaScript)>>"})),
    "mailbox": annotation(LINK % b"mailto:bkpsdm@babelprov.go.id"),
    "telephone": annotation(LINK % b"tel:+62717421234"),
    "message": annotation(LINK % b"sms:+62717421234?body=Halo"),
    "place on a map": annotation(LINK % b"geo:-2.129,106.113"),
    "chat": annotation(LINK % b"whatsapp://send?phone=62717421234"),
    "link to a page": annotation(b"/Subtype/Link/Dest[3 0 R/Fit]"),
    "parts of a text of odd names": buat.pdf({4: b"<</Type/StructElem/S/Movie/P 1 0 R>>"}),
    "a form with a button that clears it": annotation(b"/Subtype/Widget/FT/Btn/T(b)/A<</S/ResetForm>>"),
    "layers": buat.pdf({4: b"<</Type/OCG/Name(a)>>"}, catalog=b"/OCProperties<</OCGs[4 0 R]/D<<>>>>"),
    "stamp": annotation(b"/Subtype/Stamp/Name/Draft"),
    "transition between pages": buat.pdf(page=b"/Trans<</Type/Trans/S/Dissolve>>"),
    "intent of its colours": buat.pdf(catalog=b"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1>>]"),
    "a tree of pages": tree(
        b"4 0 R 5 0 R",
        {
            4: b"<</Type/Pages/Parent 2 0 R/Kids[3 0 R]/Count 1>>",
            5: b"<</Type/Pages/Parent 2 0 R/Kids[6 0 R]/Count 1>>",
            6: buat.PAGE % b"",
        },
        count=2,
    ),
    "a fax of a page": picture(
        1728, 10, b"\x00\x10\x01" * 10, b"/CCITTFaxDecode", b"/DecodeParms<</K 0/Columns 1728/Rows 10>>"
    ),
    "a form drawn twice": drawn(
        {4: buat.stream(b"/F Do /F Do"), 5: buat.stream(b"0 0 9 9 re f", FORM)}, b"/XObject<</F 5 0 R>>"
    ),
}
