"""The sample office with heads for two offices, and certificates for those who pledge."""

from __future__ import annotations

from typing import Any

import pytest

from docservice.akun.peran import Peran
from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import Klaim
from docservice.pegawai.models import UnitKerja
from tests.docservice.bersama import KantorUji, bersertifikat
from tests.docservice.factories import PenugasanFactory
from tests.docservice.pengelola.alat import CALON, KEPALA, KEPALA_DINKES, PPPK


@pytest.fixture(scope="module")
def kantor(kantor_contoh: KantorUji, django_db_blocker: Any) -> KantorUji:
    with django_db_blocker.unblock():
        bersertifikat(kantor_contoh, CALON, PPPK, 4, 5, 6, 7, 8, 15)
        for nomor, unit in ((KEPALA, "BAPPEDA"), (KEPALA_DINKES, "DINKES")):
            unit_kerja = UnitKerja.objects.get(singkatan=unit)
            PenugasanFactory.create(pengguna=kantor_contoh.akun(nomor), peran=Peran.KEPALA_PD, unit=unit_kerja)
    return kantor_contoh


@pytest.fixture
def klaim() -> Klaim:
    """Periodic work asks nothing of it."""
    return Klaim(Job(), "uji")
