"""Every test run has its own real servers."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection
from kombu import Connection

from docservice.dokumen import gudang
from docservice.dokumen.indeks import indeks
from skrip.proses import clamd_menjawab, http_menjawab
from tests.server.lingkungan import klaster


def test_clamd_answers_on_the_socket_of_this_run():
    assert clamd_menjawab(Path(urlsplit(settings.CLAMD_URL).path))


def test_the_development_tsa_answers():
    (url,) = settings.TSA_URLS
    assert http_menjawab(url.removesuffix("tsa"))


def test_no_test_touches_the_data_of_the_clone():
    assert settings.BASE_DIR not in Path(settings.VAR_DIR).parents
    assert settings.MODE == "test"


def test_each_worker_has_files_and_index_of_its_own():
    nama = f"var-{os.environ.get('PYTEST_XDIST_WORKER', 'utama')}"
    assert Path(settings.VAR_DIR).name == nama
    assert nama in settings.SEARCH_URL
    assert nama in settings.STORAGE_URL


def test_a_test_cannot_reach_beyond_loopback():
    # pytest-socket warns before it raises, and a warning is an error here
    with pytest.raises(UserWarning, match=r"192\.0\.2\.1"), socket.socket() as saluran:
        saluran.connect(("192.0.2.1", 80))


@pytest.mark.dua_ukuran
@pytest.mark.django_db
def test_the_database_is_the_one_of_the_chosen_size():
    with connection.cursor() as kursor:
        kursor.execute("select version()" if klaster() else "select sqlite_version()")
        (versi,) = kursor.fetchone()
    assert versi.startswith("PostgreSQL") if klaster() else versi[0] == "3"


@pytest.mark.dua_ukuran
def test_the_broker_is_the_one_of_the_chosen_size():
    with Connection(settings.CELERY_BROKER_URL) as broker:
        assert broker.transport_cls == ("redis" if klaster() else "filesystem")
        if klaster():
            broker.ensure_connection(max_retries=1)


@pytest.mark.dua_ukuran
def test_the_files_lie_where_the_chosen_size_puts_them():
    assert type(gudang.rak("arsip")).__name__ == ("S3Shelf" if klaster() else "LocalShelf")
    assert list(gudang.arsip().digests()) is not None


@pytest.mark.dua_ukuran
def test_the_index_is_the_one_of_the_chosen_size():
    assert type(indeks()).__name__ == ("ElasticIndex" if klaster() else "TantivyIndex")
    assert indeks().count() >= 0
