"""fixity, rotate and add-key on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from storage import BlobStore, KeyRing, SealedShelf, add_key
from storage.address import shelf_at
from storage.cli import main
from tests.storage.toko import stream


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    add_key(tmp_path / "kunci")
    return tmp_path / "kunci"


def filled(folder: Path, keys: Path) -> list[str]:
    store = BlobStore(SealedShelf(shelf_at(f"file://{folder.parent}", folder.name), KeyRing.read(keys)))
    return [store.put(stream(bytes([number]))).sha256 for number in range(5)]


def test_fixity_names_the_damage_and_repairs_it_from_a_second_store(tmp_path: Path, keys: Path, capsys) -> None:
    names = filled(tmp_path / "satu", keys)
    filled(tmp_path / "dua", keys)
    (tmp_path / "satu" / names[0][:2] / f"{names[0]}.isi").unlink()
    first, second = f"file://{tmp_path}/satu", f"file://{tmp_path}/dua"
    assert main(["fixity", first, "--repair-from", second, "--keys", str(keys), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["counts"] == {"utuh": 4, "hilang": 1}
    assert report["findings"] == [{"sha256": names[0], "state": "hilang", "repaired": True}]
    assert main(["fixity", first]) == 0


def test_rotation_reports_what_it_turned_and_fails_while_a_key_is_missing(tmp_path: Path, keys: Path, capsys) -> None:
    filled(tmp_path / "satu", keys)
    assert main(["add-key", str(keys)]) == 0
    capsys.readouterr()
    assert main(["rotate", f"file://{tmp_path}/satu", "--keys", str(keys)]) == 0
    assert capsys.readouterr().out == "diputar 5\n"
    add_key(tmp_path / "lain")
    assert main(["rotate", f"file://{tmp_path}/satu", "--keys", str(tmp_path / "lain")]) == 1


def test_a_wrong_address_or_key_file_is_a_sentence(tmp_path: Path, keys: Path, capsys) -> None:
    assert main(["fixity", "ftp://x/y"]) == 3
    assert main(["rotate", f"file://{tmp_path}/satu", "--keys", str(tmp_path / "tidak-ada")]) == 3
    assert "Traceback" not in capsys.readouterr().err
