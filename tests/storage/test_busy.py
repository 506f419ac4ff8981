"""A machine without time for the child says so, in a type of its own: no file is called broken for it."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import storage
from sandbox import Limits
from storage import Busy, ClamdScanner, Member, Policy, cli
from tests.storage import pdf_buatan as buat
from tests.storage.musuh_alat import parcel
from tests.storage.musuh_gambar import picture

FILES = {
    "a.pdf": buat.pdf(),
    "a.jpg": picture("JPEG"),
    "a.heic": picture("HEIF"),
    "a.csv": b"a,b\n1,2\n",
    "a.zip": parcel(),
}
DOORS = ("inspection", "deep_scan", "render", "parcel", "photos", "table", "safe_copy")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files, and not a moment of the clock for whoever looks at them."""
    for door in map(importlib.import_module, (f"storage.{name}" for name in DOORS)):
        for name, value in list(vars(door).items()):
            if isinstance(value, Limits):
                monkeypatch.setattr(door, name, replace(value, wall_seconds=0.0))
            if name.endswith("_LIMITS") and isinstance(value, dict):
                monkeypatch.setattr(door, name, {kind: replace(one, wall_seconds=0.0) for kind, one in value.items()})
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.mark.parametrize("name", ["a.pdf", "a.jpg", "a.heic"])
def test_the_gate_asks_to_come_again(folder: Path, name: str) -> None:
    seen = storage.inspect(folder / name, filename=name)
    assert (seen.accepted, seen.reason_code) == (False, "tertunda")
    assert "Coba lagi" in (seen.reason or "")


def take_out(folder: Path) -> None:
    with storage.taken_out(folder / "a.zip", [Member(0, "a.txt", 4)], folder):
        pass


@pytest.mark.parametrize(
    "work",
    [
        lambda folder: storage.render_pages(folder / "a.pdf", type="pdf", out=folder / "out"),
        lambda folder: storage.safe_copy(folder / "a.pdf"),
        lambda folder: storage.combine_photos([folder / "a.jpg"], folder / "out.pdf"),
        lambda folder: storage.look_into(folder / "a.zip"),
        lambda folder: storage.read_table(folder / "a.csv"),
        take_out,
    ],
    ids=["pages", "safe copy", "photos", "parcel", "table", "out of a parcel"],
)
def test_every_other_door_too(folder: Path, work: Callable[[Path], Any]) -> None:
    with pytest.raises(Busy):
        work(folder)
    assert not (folder / "a.pdf.aman.pdf").exists()


def test_streams_that_could_not_be_shown_in_time_are_no_verdict(folder: Path, scanner: ClamdScanner) -> None:
    with pytest.raises(Busy):
        importlib.import_module("storage.deep_scan").deep_scan(folder / "a.pdf", scanner, Policy())


def test_the_command_line_says_that_it_has_not_judged(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["inspect", "--no-scan", "--json", str(folder / "a.pdf")]) == cli.NO_SCANNER
    assert [one["reason_code"] for one in json.loads(capsys.readouterr().out)] == ["tertunda"]
