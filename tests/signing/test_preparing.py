"""Before the first signature: two faces are refused, untidiness is put right and shown to change nothing."""

import io
import json
import warnings

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from signing import FieldPlan, Placement, Refused, Verdict, prepare, validate
from signing.cli import main
from tests.signing import samples
from tests.signing.conftest import CITRA, PASSPHRASE


def made(change, base=None):
    """A letter after *change* has had its way with it."""
    pdf = pikepdf.open(io.BytesIO(base or samples.letter()))
    change(pdf)
    with warnings.catch_warnings(action="ignore"):  # pikepdf, too, finds a widget without its form odd
        return samples.save(pdf)


def annotation(pdf, **entries):
    pdf.pages[0].Annots = Array([pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=[0, 0, 9, 9], **entries))])


def layers(pdf):
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Lain"))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))


def script(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def named_script(pdf):
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array(["a", Dictionary(S=Name.JavaScript, JS="1")])))


def page_action(pdf):
    pdf.pages[0].AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS="1"))


def form(pdf):
    annotation(pdf, Subtype=Name.Widget, FT=Name.Tx, T="gaji", V="3.000.000")
    pdf.Root.AcroForm = Dictionary(Fields=Array(pdf.pages[0].Annots))


def loose_widget(pdf):
    annotation(pdf, Subtype=Name.Widget, FT=Name.Tx, T="gaji")


def xfa(pdf):
    pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=pdf.make_stream(b"<xdp/>"))


def outside(pdf):
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(b"")
    page.Contents.stream_dict.F = "lain.bin"


def for_print(pdf):
    image = pdf.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    image.Alternates = Array([Dictionary(Image=image, DefaultForPrinting=True)])
    pdf.pages[0].Resources.XObject = Dictionary(Im=image)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (layers, "lapisan_tersembunyi"),
        (script, "skrip_di_dalam"),
        (named_script, "skrip_di_dalam"),
        (page_action, "skrip_di_dalam"),
        (lambda p: annotation(p, Subtype=Name.Link, A=Dictionary(S=Name.Launch)), "skrip_di_dalam"),
        (lambda p: annotation(p, Subtype=Name.FreeText, Contents="Rp 9.000.000"), "catatan_di_atas_isi"),
        (lambda p: annotation(p, Subtype=Name.Stamp), "catatan_di_atas_isi"),
        (form, "isian_terbuka"),
        (loose_widget, "isian_terbuka"),
        (xfa, "isian_terbuka"),
        (outside, "isi_di_luar"),
        (for_print, "isi_di_luar"),
    ],
)
def test_what_can_show_two_faces_is_refused_with_its_reason(change, code):
    with pytest.raises(Refused) as refusal:
        prepare(made(change))
    assert refusal.value.code == code
    assert refusal.value.text.endswith("coba lagi.")


@pytest.mark.parametrize(("pdf", "code"), [(b"bukan", "pdf_rusak"), (samples.encrypted(), "pdf_terenkripsi")])
def test_what_cannot_be_opened_is_refused(pdf, code):
    with pytest.raises(Refused) as refusal:
        prepare(pdf)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    "pdf",
    [
        samples.letter(pages=3),
        samples.with_field(second=True),
        made(lambda p: annotation(p, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI="https://bkn.go.id"))),
    ],
)
def test_a_clean_file_is_left_alone(pdf):
    result = prepare(pdf)
    assert (result.pdf, result.changes) == (pdf, ())


def linearized():
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(samples.letter())) as pdf:
        pdf.save(out, linearize=True)
    return out.getvalue()


def test_a_file_made_for_the_web_is_clean_too():
    assert prepare(linearized()).changes == ()


def updated(pdf, old=b"3.000.000", new=b"9.000.000"):
    """The same letter with its page written anew behind the end, as an editor saves it."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        number, _ = opened.pages[0].Contents.objgen
        content = opened.pages[0].Contents.read_bytes().replace(old, new)
        size, root = int(opened.trailer.Size), opened.Root.objgen[0]
    at = len(pdf)
    body = b"%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (number, len(content), content)
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d/Root %d 0 R/Prev %d>>\n" % (
        number,
        at,
        size,
        root,
        int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0]),
    )
    return pdf + body + table + b"startxref\n%d\n%%%%EOF\n" % (at + len(body))


def hidden(pdf):
    """An object nobody refers to, waiting."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        size, root = int(opened.trailer.Size), opened.Root.objgen[0]
    start = int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
    body = b"%d 0 obj\n<</Type /Page /MediaBox [0 0 9 9]>>\nendobj\n" % size
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d/Root %d 0 R/Prev %d>>\n" % (
        size,
        len(pdf),
        size + 1,
        root,
        start,
    )
    return pdf + body + table + b"startxref\n%d\n%%%%EOF\n" % (len(pdf) + len(body))


@pytest.mark.parametrize(
    ("pdf", "code"),
    [
        (samples.hybrid(), "bentuk_campuran_dirapikan"),
        (updated(samples.letter()), "riwayat_dihapus"),
        (hidden(samples.letter()), "objek_lepas_dihapus"),
        (samples.letter() + b"\nlampiran gelap", "tepi_dirapikan"),
    ],
)
def test_untidy_files_become_one_clean_revision(pdf, code, sign, trust):
    result = prepare(pdf)
    assert code in result.changes
    assert len(result.reasons) == len(result.changes)
    assert result.pdf.count(b"%%EOF") == 1
    assert b"XRefStm" not in result.pdf
    assert prepare(result.pdf).changes == ()
    report = validate(sign(result.pdf), trust=trust)
    assert report.verdict is Verdict.VALID, report.reasons


def test_the_older_self_of_a_file_is_gone():
    result = prepare(updated(samples.letter()))
    with pikepdf.open(io.BytesIO(result.pdf)) as opened:
        assert all(b"3.000.000" not in page.Contents.read_bytes() for page in opened.pages)
        assert any(b"9.000.000" in page.Contents.read_bytes() for page in opened.pages)


def test_a_signed_file_is_looked_at_and_left_alone(signed):
    assert prepare(signed["B-LTA"]).pdf == signed["B-LTA"]
    with pytest.raises(Refused) as refusal:
        prepare(signed["B-B"], [FieldPlan("Lagi")])
    assert refusal.value.code == "sudah_ditandatangani"


@pytest.mark.parametrize(
    ("plans", "code"),
    [
        ([FieldPlan("A"), FieldPlan("A")], "bidang_ganda"),
        ([FieldPlan("")], "bidang_ganda"),
        ([FieldPlan("a.b")], "bidang_ganda"),
        ([FieldPlan("A", Placement(3, (10, 10, 90, 40)))], "tata_letak_salah"),
        ([FieldPlan("A", Placement(0, (10, 10, 9000, 40)))], "tata_letak_salah"),
        ([FieldPlan("A", Placement(0, (90, 10, 10, 40)))], "tata_letak_salah"),
        (
            [FieldPlan("A", Placement(0, (10, 10, 90, 40))), FieldPlan("B", Placement(0, (50, 20, 120, 60)))],
            "bidang_bertumpuk",
        ),
    ],
)
def test_a_plan_that_cannot_be_kept_is_refused(plans, code, plain):
    with pytest.raises(Refused) as refusal:
        prepare(plain, plans)
    assert refusal.value.code == code


def test_preparing_twice_gives_the_same_bytes(plain):
    plans = [FieldPlan("A", Placement(0, (10, 10, 90, 40)))]
    assert prepare(plain, plans).pdf == prepare(plain, plans).pdf


def run(command, *arguments):
    return main([command, *(str(a) for a in arguments)])


def test_the_command_line_prepares_and_signs_in_the_field(pki, file, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SIGNING_SECRET", PASSPHRASE)
    ready, out = tmp_path / "siap.pdf", tmp_path / "ttd.pdf"
    assert run("prepare", file(samples.hybrid()), ready, "--field", "Kepala:1,60,60,260,120", "--field", "Segel") == 0
    assert "bentuk campuran" in capsys.readouterr().err
    key = ("--key", pki.signers / f"{CITRA.who}.p12", "--tsa", pki.tsa_url, "--trust", pki.trust)
    assert run("sign", ready, out, *key, "--visible", "Kepala", "--stamp") == 0
    assert run("validate", out, "--trust", pki.trust) == 0


def test_the_command_line_signs_no_second_face_and_tidies_before_it_signs(pki, file, tmp_path, monkeypatch, capsys):
    out, key = tmp_path / "ttd.pdf", ("--key", pki.signers / f"{CITRA.who}.p12")
    monkeypatch.setenv("SIGNING_SECRET", PASSPHRASE)
    assert (run("sign", file(made(layers)), out, *key), out.exists()) == (1, False)
    monkeypatch.setenv("SIGNING_SECRET", PASSPHRASE)
    assert run("sign", file(updated(samples.letter())), out, *key) == 0
    assert "Versi lama" in capsys.readouterr().err
    assert out.read_bytes().count(b"%%EOF") == 2


def test_the_command_line_says_why_it_refuses(file, tmp_path, capsys):
    assert run("prepare", file(made(script)), tmp_path / "o.pdf", "--json") == 1
    (facts,) = json.loads(capsys.readouterr().out)
    assert (facts["code"], facts["output"]) == ("skrip_di_dalam", None)
