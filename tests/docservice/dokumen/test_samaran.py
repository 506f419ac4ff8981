"""NIK and NPWP stay on the page's picture: the rows, the index and whoever searches know their last digits."""

from __future__ import annotations

import importlib

import pytest
from django.apps import apps

from docservice.dokumen.entri import entri_dari
from docservice.dokumen.models import Halaman, Isian, PesanIndeks, VersiDokumen
from tests.docservice.bersama import KantorUji
from tests.docservice.dokumen.alat import kertas, kirim, siap

NIK, NPWP = "7571015205930002", "09.254.294.3-407.000"
TERTUTUP = "••••••••••••0002"


@pytest.fixture
def versi(kantor_contoh: KantorUji, db: None) -> VersiDokumen:
    return siap(kirim(kantor_contoh, kertas("KARTU TANDA PENDUDUK", f"NIK : {NIK}", "Nama : Damar", f"NPWP : {NPWP}")))


def test_a_nik_that_was_read_is_kept_nowhere_to_be_read(versi: VersiDokumen):
    halaman = versi.halaman.get()
    assert TERTUTUP in halaman.teks
    assert halaman.teks.split() == [kata[0] for kata in halaman.kata]
    assert [isian.nilai for isian in versi.isian.filter(nama="nik")] == [TERTUTUP]
    tersimpan = f"{Halaman.objects.values()} {Isian.objects.values()} {list(entri_dari([versi.dokumen_id]))}"
    assert "Damar" in tersimpan
    assert NIK not in tersimpan
    assert NPWP not in tersimpan


def test_what_was_read_before_is_covered_and_indexed_anew(versi: VersiDokumen):
    lama = [["NIK", 0, 0, 1, 1, 90], [NIK, 0, 0, 1, 1, 90]]
    versi.halaman.update(teks=f"NIK {NIK}", kata=lama)
    versi.isian.filter(nama="nik").update(nilai=NIK)
    PesanIndeks.objects.all().delete()
    importlib.import_module("docservice.dokumen.migrations.0009_samarkan_nik").samarkan(apps, None)
    halaman = versi.halaman.get()
    assert (halaman.teks, [kata[0] for kata in halaman.kata]) == (f"NIK {TERTUTUP}", ["NIK", TERTUTUP])
    assert versi.isian.get(nama="nik").nilai == TERTUTUP
    assert list(PesanIndeks.objects.values_list("dokumen", flat=True)) == [versi.dokumen_id]
