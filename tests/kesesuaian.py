"""``@pytest.mark.syarat("BABEL-10-2")``: which passed tests stand behind which requirement.

With ``--kesesuaian FILE`` the run writes ``{id: [test, …]}``; a test counts when its call and its
tear-down passed. An id that docs/syarat.tsv does not have stops the collection.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

TABEL = Path(__file__).resolve().parent.parent / "docs" / "syarat.tsv"
KUNCI = "syarat"


@cache
def syarat() -> dict[str, dict[str, str]]:
    """The rows of the requirement table by id, in its order."""
    with TABEL.open(newline="") as berkas:
        return {baris["id"]: baris for baris in csv.DictReader(berkas, delimiter="\t")}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--kesesuaian", metavar="FILE", help="tulis uji yang lulus per butir syarat (JSON)")


def pytest_configure(config: pytest.Config) -> None:
    if (berkas := config.getoption("--kesesuaian")) and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Pencatat(Path(berkas)))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Properties travel with the report from an xdist worker to the controller."""
    for item in items:
        for tanda in item.iter_markers(KUNCI):
            for butir in tanda.args:
                if butir not in syarat():
                    raise pytest.UsageError(f"{item.nodeid}: butir {butir!r} tidak ada di docs/syarat.tsv")
                item.user_properties.append((KUNCI, butir))


class Pencatat:
    """Listens in the controller."""

    def __init__(self, berkas: Path) -> None:
        self._berkas = berkas
        self._hasil: dict[str, bool] = {}
        self._butir: defaultdict[str, set[str]] = defaultdict(set)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        lulus = report.passed and (report.when != "call" or not hasattr(report, "wasxfail"))
        if report.when == "setup":
            self._hasil[report.nodeid] = False  # nothing is proved before the call has passed
        elif report.when == "call":
            self._hasil[report.nodeid] = lulus
        else:
            self._hasil[report.nodeid] &= lulus
        for nama, butir in report.user_properties:
            if nama == KUNCI:
                self._butir[str(butir)].add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        lulus = {butir: [uji for uji in sorted(semua) if self._hasil[uji]] for butir, semua in self._butir.items()}
        self._berkas.parent.mkdir(parents=True, exist_ok=True)
        self._berkas.write_text(json.dumps(lulus, indent=1, sort_keys=True))
