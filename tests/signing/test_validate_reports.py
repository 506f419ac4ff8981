"""The three forms of the verifier's report: JSON, a page for people, ETSI XML for other validators."""

import ast
import json
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

import signing.verifier
from signing import Verdict
from signing.cli import main
from signing.verifier.english import english
from signing.verifier.etsi import NS, xml
from signing.verifier.page import page
from tests.signing.judging import judged

V = {"v": NS}


def test_the_page_can_be_read_by_anyone(signed, trust):
    text = page(judged(signed["B-LTA"], trust), "naskah.pdf")
    assert "Kesimpulan: SAH" in text
    assert "Dr. Citra Lestari, M.Si. (NIP 197103141994031901): SAH" in text
    assert "Tingkat: B-LTA" in text
    assert "bukti status sertifikat, penanda waktu dokumen" in text
    assert "None" not in text


def test_the_page_says_what_is_wrong(signed, trust):
    changed = signed["B-LTA"].replace(b"/Reason (Persetujuan)", b"/Reason (Penolakan!!)", 1)
    text = page(judged(changed, trust))
    assert "Kesimpulan: TIDAK SAH" in text
    assert "dokumen telah diubah" in text


@pytest.mark.parametrize(("level", "main_indication"), [("B-LTA", "total-passed"), ("B-B", "indeterminate")])
def test_the_etsi_report_has_what_the_schema_requires(level, main_indication, signed, trust):
    root = fromstring(xml(judged(signed[level], trust), signed[level]))
    assert root.tag == f"{{{NS}}}ValidationReport"
    (report,) = root.findall("v:SignatureValidationReport", V)
    names = [child.tag.partition("}")[2] for child in report]
    assert names == [
        "SignatureIdentifier",
        "ValidationTimeInfo",
        "SignatureValidationProcess",
        "SignatureValidationStatus",
    ]
    assert report.findtext("v:SignatureIdentifier/v:HashOnly", None, V) == "false"
    assert report.findtext("v:ValidationTimeInfo/v:BestSignatureTime/v:POETime", "", V).endswith("Z")
    status = report.find("v:SignatureValidationStatus", V)
    assert status is not None
    assert status.findtext("v:MainIndication", None, V) == f"urn:etsi:019102:mainindication:{main_indication}"
    sub = status.findtext("v:SubIndication", None, V)
    assert (sub is None) == (main_indication == "total-passed")


def test_a_file_without_signatures_has_an_etsi_report_too(plain, trust):
    root = fromstring(xml(judged(plain, trust), plain))
    assert root.findtext(".//v:MainIndication", "", V).endswith("total-failed")


def test_the_command_line_gives_all_three(pki, signed, file, tmp_path, capsys):
    path = file(signed["B-LTA"])
    assert main(["validate", str(path), "--trust", str(pki.trust), "--etsi", str(tmp_path / "xml")]) == 0
    assert "Kesimpulan: SAH" in capsys.readouterr().out
    assert fromstring((tmp_path / "xml" / f"1-{path.name}.xml").read_bytes()) is not None
    main(["validate", str(path), "--trust", str(pki.trust), "--json"])
    (answer,) = json.loads(capsys.readouterr().out)
    assert answer["verdict"] == Verdict.VALID
    assert answer["reasons_en"] == ["All signatures are valid and the document was not changed."]


def _sentences() -> set[str]:
    """Every Indonesian sentence in the verifier's source; English ones are docstrings."""
    found = set()
    for path in Path(signing.verifier.__file__).parent.glob("*.py"):
        tree = ast.parse(path.read_text())
        # A string that stands alone explains; one that is used speaks to people.
        alone = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)}
        spoken = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in alone]
        found |= {text for text in spoken if isinstance(text, str) and text.endswith(".") and " " in text}
    return found


def test_every_sentence_has_its_english():
    sentences = _sentences()
    assert len(sentences) > 60
    assert all(english(sentence) != sentence for sentence in sentences)
