"""The ground under every test: addresses, Django, real servers.

Addresses must be in the environment before Django reads its settings, so this file sets Django up
itself instead of naming the settings in pyproject.toml, where pytest-django would read them first.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from skrip.proses import GagalMulai
from tests.server import lingkungan

lingkungan.siapkan()

import django  # noqa: E402 - not before its environment

django.setup()

from django.conf import settings as setelan  # noqa: E402

from docservice.sampah import tetapkan  # noqa: E402
from tests.server.semua import Server  # noqa: E402

pytest_plugins = ["tests.kesesuaian", "tests.peramban"]

# A run says the same of the same code, however busy the machine is; `make siksa` looks further, by chance.
settings.register_profile("uji", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("siksa", settings.get_profile("uji"), derandomize=False, max_examples=2_000)
settings.load_profile("uji")


if (
    not lingkungan.klaster()
):  # as PostgreSQL of the tests: no power fails here, and a killed process loses nothing by it
    pilihan = setelan.DATABASES["default"]["OPTIONS"]
    pilihan["init_command"] = pilihan["init_command"].replace("synchronous=FULL", "synchronous=OFF")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The cluster's pass is a tenth of the files; loading the others would take as long as running these."""
    berkas_uji = collection_path.suffix == ".py" and collection_path.name.startswith("test_")
    if lingkungan.klaster() and berkas_uji and config.getoption("markexpr") == "dua_ukuran":
        return "dua_ukuran" not in collection_path.read_text() or None
    return None


@pytest.hookimpl(tryfirst=True)  # before xdist starts its workers
def pytest_sessionstart(session: pytest.Session) -> None:
    """No server, no run: a test that cannot have its server is not skipped."""
    if hasattr(session.config, "workerinput"):
        return
    server = Server()
    session.config.add_cleanup(server.hentikan)
    if session.config.getoption("collectonly"):
        return
    if session.config.getoption("dist", "no") != "no":
        # A worker that inherits the name reads its settings before it has a VAR_DIR of its own: one index for all.
        os.environ.pop("DJANGO_SETTINGS_MODULE", None)
    try:
        server.mulai()
    except GagalMulai as masalah:
        pytest.exit(f"Server untuk pengujian tidak dapat dimulai: {masalah}", returncode=3)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Thousands of tests and every module are loaded now; a sixth of a run went into looking at them again."""
    tetapkan()
