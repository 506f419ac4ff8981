"""A scanner that says nothing, or knows nothing new: files wait, and who runs the service is told once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from docservice.akun.models import Kabar
from docservice.antrean.pekerjaan import jalankan, taruh
from docservice.dokumen.models import VersiDokumen
from docservice.dokumen.status import StatusBerkas
from tests.docservice.bersama import KantorUji
from tests.docservice.dokumen.alat import kirim, siap
from tests.docservice.halaman import ADMINISTRATOR

pytestmark = pytest.mark.django_db
MATI = "tcp://127.0.0.1:1"


def jaga(menit: float) -> int:
    """The periodic job, *menit* from now; how many notices the administrator has by then."""
    with time_machine.travel(timezone.now() + timedelta(minutes=menit), tick=False):
        assert jalankan(taruh("dokumen.jaga_pemindai", f"uji {menit}").pk)
    return Kabar.objects.filter(teks__startswith="Pemindai virus tidak menjawab").count()


def test_a_scanner_silent_for_a_quarter_of_an_hour_is_told_once_to_who_runs_it(kantor_contoh: KantorUji, settings: Any):
    kirim(kantor_contoh)
    hidup, settings.CLAMD_URL = settings.CLAMD_URL, MATI
    assert [jaga(menit) for menit in (0, 5, 14)] == [0, 0, 0]
    n = jaga(16)
    assert n >= 1
    kabar = kantor_contoh.akun(ADMINISTRATOR).kabar.latest("pk")
    assert ("1 berkas menunggu" in kabar.teks, kabar.tautan) == (True, "/sehat/")
    assert not kantor_contoh.akun(13).kabar.filter(teks__startswith="Pemindai").exists()
    assert jaga(60) == n
    settings.CLAMD_URL = hidup
    assert jaga(70) == n
    settings.CLAMD_URL = MATI
    assert [jaga(menit) for menit in (80, 96)] == [n, 2 * n]  # another outage


def test_a_scanner_that_answers_but_judges_nothing_is_told_too(kantor_contoh: KantorUji):
    versi = kirim(kantor_contoh)
    VersiDokumen.objects.filter(pk=versi.pk).update(tertunda="pemindai")
    assert jaga(14) == 0
    n = jaga(16)
    assert n >= 1
    assert jaga(30) == n


def test_signatures_without_an_age_open_no_file_where_one_is_asked_for(kantor_contoh: KantorUji, settings: Any):
    settings.CLAMD_MAX_AGE_DAYS = 7  # the scanner of these tests has two signatures of its own, and no date
    versi = siap(kirim(kantor_contoh))
    assert (versi.status, versi.tertunda) == (StatusBerkas.DITERIMA, "pemindai")
    settings.CLAMD_MAX_AGE_DAYS = 0
    assert siap(versi).status == StatusBerkas.SIAP
