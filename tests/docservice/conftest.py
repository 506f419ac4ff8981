"""Ground of the application's tests: an empty cache and index each time, and a journal that can be flushed."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache, caches
from django.db import connection

from docservice.audit.pemicu import SQLITE
from docservice.dokumen.indeks import indeks
from docservice.peragaan.kantor import FOLDER
from search import SearchError
from tests.docservice.bersama import KantorUji, dirikan, kosongkan
from tests.docservice.halaman import Situs
from tests.server import keycloak
from tests.server.keycloak import Orang

PEMICU = [baris for baris in SQLITE.strip().splitlines() if baris]
TETAP = {"django_content_type", "auth_permission"}
"""As the migrations left them: making them anew takes longer than emptying all others."""
LEPAS = [f"DROP TRIGGER IF EXISTS {nama}" for nama in re.findall(r"CREATE TRIGGER (\w+)", SQLITE)]


@pytest.fixture(autouse=True, scope="session")
def _jurnal_dapat_dikosongkan() -> Iterator[None]:
    """A transactional test ends with a flush; on SQLite that is a DELETE, which the journal's triggers refuse."""
    if connection.vendor != "sqlite":
        yield
        return
    kelas = type(connection.ops)
    asli = kelas.sql_flush

    def sql_flush(self: Any, style: Any, tables: list[str], **kwargs: Any) -> list[str]:
        return [*LEPAS, *asli(self, style, [satu for satu in tables if satu not in TETAP], **kwargs), *PEMICU]

    with pytest.MonkeyPatch.context() as tambal:
        tambal.setattr(kelas, "sql_flush", sql_flush)
        yield


@pytest.fixture(autouse=True)
def _bersih() -> None:
    """What lives beside the database would otherwise outlive its test."""
    cache.clear()
    caches["proses"].clear()
    if not indeks_kosong():  # emptying takes longer than most tests
        indeks().drop()


def indeks_kosong() -> bool:
    """Nothing in the index nor in one that is being built; a damaged one is not empty."""
    try:
        return indeks().count() == 0 and not indeks().unfinished()
    except SearchError:
        return False


@pytest.fixture(scope="module")
def kantor_contoh(django_db_setup: None, django_db_blocker: Any) -> Iterator[KantorUji]:
    """The sample office, committed for the tests of one module, each of which is rolled back."""
    with django_db_blocker.unblock():
        kantor = dirikan()
    yield kantor
    with django_db_blocker.unblock():
        kosongkan()


@pytest.fixture
def situs(kantor_contoh: KantorUji, db: None) -> Situs:
    """The sample office through a browser."""
    return Situs(kantor_contoh)


@pytest.fixture(scope="session")
def penyedia() -> Iterator[str]:
    """The issuer of a real OpenID provider that knows people of the sample office, and some it does not."""
    with (FOLDER / "orang.csv").open(newline="") as isi:
        kantor = {int(baris["nomor"]): baris for baris in csv.DictReader(isi)}
    surel = {nomor: f"{baris['panggilan'].lower()}@contoh.example" for nomor, baris in kantor.items()}
    orang = [
        Orang("dengan-nip", nip=kantor[13]["nip"]),
        Orang("dengan-surel", surel=surel[25].upper()),
        Orang("surel-belum-terbukti", surel=surel[7], terbukti=False),
        Orang("tak-dikenal", nip="199001012015031999", surel="lain@contoh.example"),
        Orang("bertentangan", nip=kantor[7]["nip"], surel=surel[13]),
        Orang("tanpa-apa-apa"),
    ]
    with keycloak.bersama(Path(os.environ["UJI_DIR"]), orang) as penerbit:
        yield penerbit


@pytest.fixture
def kantor_sementara(transactional_db: None) -> KantorUji:
    """The sample office for one transactional test."""
    return dirikan()
