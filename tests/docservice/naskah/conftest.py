"""One decree in the tray per module: drawing and freezing it is the costly part."""

from __future__ import annotations

from typing import Any

import pytest

from docservice.naskah.models import Naskah
from tests.docservice.bersama import KantorUji, bersertifikat
from tests.docservice.naskah import alat


@pytest.fixture(scope="module")
def kantor(kantor_contoh: KantorUji, django_db_blocker: Any) -> KantorUji:
    """The sample office whose officials have their certificates."""
    with django_db_blocker.unblock():
        bersertifikat(kantor_contoh)
    return kantor_contoh


@pytest.fixture(scope="module")
def di_baki(kantor: KantorUji, django_db_blocker: Any) -> int:
    """Id of a decree that waits for the Sekda, committed for the module."""
    with django_db_blocker.unblock():
        return alat.siap(kantor).pk


@pytest.fixture(scope="module")
def terbit(kantor_contoh: KantorUji, django_db_blocker: Any) -> alat.Terbit:
    """One decree signed for the whole module."""
    with django_db_blocker.unblock():
        bersertifikat(kantor_contoh)
        return alat.terbitkan(kantor_contoh)


@pytest.fixture
def naskah(di_baki: int) -> Naskah:
    return Naskah.objects.get(pk=di_baki)
