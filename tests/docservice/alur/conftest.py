"""A site with its office, committed once for all tests of a module: a browser is slow enough by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import override_settings
from pytest_django.live_server_helper import LiveServer

from tests.docservice.alur.dunia import Rumah
from tests.docservice.bersama import bersertifikat, dirikan, kosongkan


@pytest.fixture(scope="module")
def db(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """pytest-django's own name, by which it knows that a database is needed; this one lasts for a module."""
    with django_db_blocker.unblock():
        yield
        kosongkan()


@pytest.fixture(scope="module")
def rumah(db: None) -> Iterator[Rumah]:
    """Not pytest-django's ``live_server``, which empties the database after every test."""
    kantor = dirikan()
    bersertifikat(kantor)
    server = LiveServer("localhost")
    with override_settings(PUBLIC_URL=server.url):
        yield Rumah(kantor, server.url)
    server.stop()
