"""The converted network: it reads, it is the one that was written, and it tells nobody."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from search import EngineMissing, check_reader, prepare_reader
from search.quick import model
from search.quick.traineddata import UnknownNetwork, read
from search.quick.trial import read_trial
from search.reading import tesseract

LINES = [
    "Nomor 800.1.3.2/0412/BKPSDM/2025 tanggal 17 Agustus 1945",
    "Laras Kinanti Wulandari, S.Kom. NIP 199305122019032911",
    "dengan masa kerja golongan 6 Tahun 4 Bulan, dan diberikan gaji pokok",
]


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which nothing has been prepared yet."""
    monkeypatch.setattr(model, "FOLDER", tmp_path / "jaringan")
    model.load.cache_clear()
    return tmp_path / "jaringan"


@pytest.mark.parametrize("line", LINES)
def test_our_graph_and_tesseract_read_the_same_line_alike(line: str) -> None:
    font = ImageFont.load_default(40)
    drawn = Image.new("L", (round(font.getlength(line)) + 60, 90), 255)
    ImageDraw.Draw(drawn).text((30, 20), line, font=font, fill=0)
    theirs = " ".join(word.text for lines in tesseract.words(drawn, "ind") for row in lines for word in row)
    assert read_trial(model.load(), line) == theirs == line


def test_converting_twice_gives_the_same_files(elsewhere: Path) -> None:
    prepare_reader()
    first = {path.name: path.read_bytes() for path in elsewhere.iterdir()}
    for path in elsewhere.iterdir():
        path.unlink()
    prepare_reader()
    assert {path.name: path.read_bytes() for path in elsewhere.iterdir()} == first


def test_what_is_prepared_is_left_alone(elsewhere: Path) -> None:
    assert model.prepare()
    before = {path: path.stat().st_mtime_ns for path in elsewhere.iterdir()}
    assert not model.prepare()
    assert {path: path.stat().st_mtime_ns for path in elsewhere.iterdir()} == before


def test_a_network_that_changed_since_is_not_run(elsewhere: Path) -> None:
    prepare_reader()
    graph = next(elsewhere.glob("ind-*.line.onnx"))
    graph.write_bytes(graph.read_bytes()[:-1] + b"!")
    with pytest.raises(model.Unprepared, match="berubah sejak disiapkan"):
        model.load()
    with pytest.raises(EngineMissing, match="search prepare"):
        check_reader()
    prepare_reader()
    check_reader()


def test_without_a_network_that_is_said(elsewhere: Path) -> None:
    with pytest.raises(EngineMissing, match="belum disiapkan"):
        check_reader()
    assert not elsewhere.exists()


def test_a_language_that_is_missing_is_named(elsewhere: Path) -> None:
    with pytest.raises(model.Unprepared, match="tesseract-ocr-zzz"):
        model.prepare("zzz")


@pytest.mark.parametrize("content", [b"", b"bukan data bahasa", bytes(4) * 50, b"\x18\0\0\0" + b"\xff" * 192])
def test_what_is_no_language_file_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "ind.traineddata").write_bytes(content)
    with pytest.raises(UnknownNetwork):
        read(tmp_path / "ind.traineddata")


def test_a_conversion_that_reads_wrongly_is_thrown_away(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "TRIAL", "tulisan yang tidak ada di gambar \u4e00")
    with pytest.raises(model.Unprepared, match="hasil bacaannya salah"):
        model.prepare()
    with pytest.raises(model.Unprepared, match="belum disiapkan"):
        model.load()


def test_running_it_starts_no_thread_and_no_conversation() -> None:
    """onnxruntime would report to its maker, and a thread would not survive the fork of the sandbox."""
    program = """
import os
from pathlib import Path
from search.quick.model import load
load()
open_files = [os.readlink(file) for file in Path("/proc/self/fd").iterdir() if file.is_symlink()]
print(len(os.listdir("/proc/self/task")), sum("socket" in file for file in open_files))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "0"]


def test_a_strip_gives_a_row_for_every_third_column() -> None:
    assert model.load().steps(np.ones((36, 300), np.float32)).shape[0] == 100
