"""The command line promised to outsiders: JSON, exit codes, one bad file never stops the rest."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from storage import clamd_dev
from tests.storage import pdf_buatan as buat

ROOT = Path(__file__).parents[2]


def run(*arguments: object, clamd: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "CLAMD_URL": clamd}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-m", "storage", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    contents = {
        "baik.pdf": buat.pages(2),
        "skrip.pdf": buat.pdf(catalog=b"/OpenAction<</S/JavaScript/JS(1)>>"),
        "virus.pdf": buat.pdf({4: buat.stream(clamd_dev.eicar(), flate=1)}),
        "kosong.pdf": b"",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return {name: tmp_path / name for name in contents}


def test_json_is_one_array_with_one_object_per_file_in_order(files, clamd_url) -> None:
    done = run("inspect", "--json", *files.values(), files["baik.pdf"], clamd=clamd_url)
    answer = json.loads(done.stdout)
    assert [one["file"] for one in answer] == [str(path) for path in [*files.values(), files["baik.pdf"]]]
    good, scripted, infected, empty, _again = answer
    assert {key: good[key] for key in ("accepted", "reason_code", "reason", "type", "pages")} == {
        "accepted": True,
        "reason_code": None,
        "reason": None,
        "type": "pdf",
        "pages": 2,
    }
    assert (good["encrypted"], good["active_content"], good["signatures"]) == (False, [], 0)
    assert (good["scan"]["verdict"], good["scan"]["signature"]) == ("clean", None)
    assert (scripted["reason_code"], scripted["active_content"]) == (
        "isi_aktif",
        ["JS", "JavaScript", "OpenAction"],
    )
    assert infected["scan"]["verdict"] == "infected"
    assert (empty["reason_code"], empty["scan"]) == ("kosong", None)
    assert done.returncode == 2


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["baik.pdf"], 0),
        (["baik.pdf", "skrip.pdf"], 1),
        (["kosong.pdf"], 1),
        (["tidak-ada.pdf", "baik.pdf"], 1),
        (["virus.pdf", "skrip.pdf", "baik.pdf"], 2),
    ],
)
def test_the_exit_code_is_the_worst_of_them(files, clamd_url, tmp_path, names, code) -> None:
    assert run("inspect", *[tmp_path / name for name in names], clamd=clamd_url).returncode == code


def test_no_scanner_configured_is_a_scanner_that_is_away(files) -> None:
    done = run("inspect", "--json", files["baik.pdf"])
    answer = json.loads(done.stdout)[0]
    assert (done.returncode, answer["accepted"], answer["reason_code"]) == (
        3,
        False,
        "pemindai_tidak_tersedia",
    )
    assert answer["scan"]["verdict"] == "unavailable"


def test_a_scanner_that_does_not_answer_is_told(files, tmp_path) -> None:
    assert run("inspect", files["baik.pdf"], "--clamd", f"unix://{tmp_path}/x.sock").returncode == 3


def test_an_address_that_is_none_is_told_on_stderr(files) -> None:
    done = run("inspect", files["baik.pdf"], "--clamd", "clamd")
    assert done.returncode == 3
    assert "alamat clamd tidak dikenal" in done.stderr


def test_without_a_scan_on_demand(files) -> None:
    done = run("inspect", "--json", "--no-scan", files["baik.pdf"])
    assert (done.returncode, json.loads(done.stdout)[0]["scan"]) == (0, None)


def test_people_read_sentences_and_progress_goes_to_stderr(files, clamd_url) -> None:
    done = run("inspect", *files.values(), clamd=clamd_url)
    assert f"{files['baik.pdf']}: diterima" in done.stdout
    assert "Cetak ke PDF lalu unggah kembali." in done.stdout
    assert "terinfeksi (Local.Eicar" in done.stdout
    assert done.stderr.startswith("[1/4] ")
    assert "Traceback" not in done.stderr


def test_clamd_config_prints_a_path_that_clamd_can_use(tmp_path: Path) -> None:
    done = run("clamd-config", tmp_path / "clamd")
    conf = Path(done.stdout.strip())
    assert (done.returncode, conf.name) == (0, "clamd.conf")
    text = conf.read_text()
    for line in ("AlertExceedsMax yes", "MaxFileSize 110M", "StreamMaxLength 110M", "MaxScanSize 400M"):
        assert line in text.splitlines()


def test_no_file_of_this_package_holds_the_test_virus() -> None:
    sources = [*ROOT.glob("storage/**/*.py"), *ROOT.glob("tests/storage/**/*.py")]
    assert len(sources) > 20
    assert [path for path in sources if clamd_dev.eicar() in path.read_bytes()] == []
