"""Only the kinds of job that a test itself registers."""

from __future__ import annotations

import pytest

from docservice.akun.models import Pengguna
from docservice.antrean import pekerjaan
from tests.docservice.factories import PenggunaFactory


@pytest.fixture(autouse=True)
def _hanya_uji(monkeypatch: pytest.MonkeyPatch) -> None:
    """The kinds of the rooms stay out of these tests; what a test registers goes with it."""
    for nama in ("_jenis", "_gagal", "_berkala"):
        monkeypatch.setattr(pekerjaan, nama, {})


@pytest.fixture
def pengguna() -> Pengguna:
    orang: Pengguna = PenggunaFactory.create()
    return orang
