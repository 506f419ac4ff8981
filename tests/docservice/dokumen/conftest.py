"""The sample office through a browser, for every test of this room that looks at pages."""

from __future__ import annotations

import pytest

from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import Situs


@pytest.fixture
def situs(kantor_contoh: KantorUji, db: None) -> Situs:
    return Situs(kantor_contoh)
