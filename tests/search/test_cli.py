"""``python -m search`` as other programs call it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from search.cli import main
from tests.search.drawing import image, jpeg, pdf
from tests.search.papers import pay_rise


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    contents = {"baik.pdf": pdf(pay_rise()), "rusak.pdf": b"%PDF-1.7 rusak"}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return {name: str(tmp_path / name) for name in (*contents, "tidak-ada.pdf")}


def test_json_is_one_array_with_one_object_for_each_file_in_order(
    files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [files["rusak.pdf"], files["baik.pdf"], files["tidak-ada.pdf"]]
    assert main(["extract", *asked, "--json"]) == 1
    out = capsys.readouterr()
    answers = json.loads(out.out)
    assert [answer["file"] for answer in answers] == asked
    assert [answer["readable"] for answer in answers] == [False, True, False]
    assert "tidak ditemukan" in answers[2]["reason"]
    good = answers[1]
    assert good["kind"] == "SK_KGB"
    assert set(good["pages"][0]) >= {"number", "source", "text", "confidence", "findings"}
    assert "words" not in good["pages"][0]
    assert {field["name"]: field["value"] for field in good["fields"]} == pay_rise().facts
    assert all(len(field["box"]) == 4 for field in good["fields"])
    assert files["baik.pdf"] in out.err


def test_words_are_given_on_request(files: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "--json", "--words", files["baik.pdf"]]) == 0
    (answer,) = json.loads(capsys.readouterr().out)
    page = answer["pages"][0]
    assert [word["text"] for word in page["words"]] == page["text"].split()
    assert all(len(word["box"]) == 4 for word in page["words"])


def test_without_json_a_person_can_read_it(files: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", files["baik.pdf"]]) == 0
    out = capsys.readouterr().out
    assert "nip: 198809212011011912" in out
    assert "Kenaikan Gaji Berkala" in out


def test_findings_come_with_advice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "kecil.jpg"
    path.write_bytes(jpeg(image(pay_rise(), dpi=60)))
    main(["extract", str(path)])
    assert "300 dpi" in capsys.readouterr().out


def test_the_module_runs_on_its_own(files: dict[str, str]) -> None:
    command = [sys.executable, "-m", "search", "extract", "--json", files["baik.pdf"]]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0
    assert json.loads(done.stdout)[0]["readable"]
