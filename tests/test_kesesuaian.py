"""The table of requirements, and the plugin that says which passed tests stand behind each row."""

from __future__ import annotations

import csv
import json

import pytest

from tests.kesesuaian import TABEL, syarat

pytest_plugins = ["pytester"]


@pytest.fixture
def lari(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch):
    """Run one small test file in a pytest of its own and return what the plugin wrote."""
    monkeypatch.setenv("PYTHONPATH", str(TABEL.parent.parent))
    pytester.makeini("[pytest]\nmarkers =\n    syarat(*ids): butir\n")

    def lari(isi: str, *pilihan: str) -> tuple[pytest.RunResult, dict[str, list[str]]]:
        pytester.makepyfile(test_contoh=isi)
        lari = (
            "-p",
            "tests.kesesuaian",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:django",
            "--kesesuaian",
            "hasil.json",
        )
        hasil = pytester.runpytest_subprocess(*lari, *pilihan)
        berkas = pytester.path / "hasil.json"
        return hasil, json.loads(berkas.read_text()) if berkas.exists() else {}

    return lari


def test_the_table_has_284_rows_with_unique_ids():
    with TABEL.open(newline="") as berkas:
        semua = [baris["id"] for baris in csv.DictReader(berkas, delimiter="\t")]
    assert len(semua) == 284
    assert len(set(semua)) == 284
    assert list(syarat()) == semua


@pytest.mark.parametrize("pilihan", [(), ("-n", "2")], ids=["satu proses", "dua pekerja"])
def test_a_passed_test_stands_behind_its_rows_and_a_failed_one_does_not(lari, pilihan):
    hasil, butir = lari(
        """
        import pytest
        @pytest.mark.syarat("POSO-M-a", "POSO-M-b")
        def test_lulus(): pass
        @pytest.mark.syarat("POSO-M-b")
        def test_gagal(): assert False
        @pytest.fixture
        def rusak():
            yield
            raise RuntimeError
        @pytest.mark.syarat("POSO-M-c")
        def test_gagal_saat_dibereskan(rusak): pass
        @pytest.mark.syarat("POSO-M-c")
        def test_dilewati(): pytest.skip()
        @pytest.mark.syarat("POSO-M-c")
        @pytest.mark.xfail
        def test_diduga_gagal(): pass
        """,
        *pilihan,
    )
    hasil.assert_outcomes(passed=2, failed=1, errors=1, skipped=1, xpassed=1)
    assert butir == {
        "POSO-M-a": ["test_contoh.py::test_lulus"],
        "POSO-M-b": ["test_contoh.py::test_lulus"],
        "POSO-M-c": [],
    }


def test_an_id_that_the_table_does_not_have_stops_the_collection(lari):
    hasil, butir = lari('import pytest\n@pytest.mark.syarat("POSO-99")\ndef test_apa(): pass\n')
    assert hasil.ret == pytest.ExitCode.USAGE_ERROR
    hasil.stderr.fnmatch_lines(["*'POSO-99' tidak ada di docs/syarat.tsv*"])
    assert butir == {}
