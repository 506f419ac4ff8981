"""The benchmark runs and takes back what it wrote; how good its figures are is for a quiet machine to say."""

from __future__ import annotations

from docservice.peragaan.bangku.rekonsiliasi import ukur
from docservice.rekonsiliasi.models import Rekonsiliasi
from tests.docservice.bersama import KantorUji


def test_the_benchmark_compares_everybody_and_leaves_nothing(kantor_contoh: KantorUji, db: None):
    hasil = ukur()
    assert hasil["orang"] == 24
    assert hasil["beda"] > 0
    assert hasil["banding_cpu"] > 0
    assert not Rekonsiliasi.objects.exists()
