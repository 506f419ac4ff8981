"""Ground of the application's tests: an empty cache and index each time, and a journal that can be flushed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection

from docservice.audit.pemicu import SQLITE
from docservice.dokumen.indeks import indeks
from tests.docservice.bersama import KantorUji, dirikan, kosongkan

PEMICU = [baris for baris in SQLITE.strip().splitlines() if baris]
LEPAS = [f"DROP TRIGGER IF EXISTS {nama}" for nama in re.findall(r"CREATE TRIGGER (\w+)", SQLITE)]


@pytest.fixture(autouse=True, scope="session")
def _jurnal_dapat_dikosongkan() -> Iterator[None]:
    """A transactional test ends with a flush; on SQLite that is a DELETE, which the journal's triggers refuse."""
    if connection.vendor != "sqlite":
        yield
        return
    kelas = type(connection.ops)
    asli = kelas.sql_flush

    def sql_flush(self: Any, *args: Any, **kwargs: Any) -> list[str]:
        return [*LEPAS, *asli(self, *args, **kwargs), *PEMICU]

    with pytest.MonkeyPatch.context() as tambal:
        tambal.setattr(kelas, "sql_flush", sql_flush)
        yield


@pytest.fixture(autouse=True)
def _bersih() -> None:
    """What lives beside the database would otherwise outlive its test."""
    cache.clear()
    indeks().drop()


@pytest.fixture(scope="module")
def kantor_contoh(django_db_setup: None, django_db_blocker: Any) -> Iterator[KantorUji]:
    """The sample office, committed for the tests of one module, each of which is rolled back."""
    with django_db_blocker.unblock():
        kantor = dirikan()
    yield kantor
    with django_db_blocker.unblock():
        kosongkan()


@pytest.fixture
def kantor_sementara(transactional_db: None) -> KantorUji:
    """The sample office for one transactional test."""
    return dirikan()
