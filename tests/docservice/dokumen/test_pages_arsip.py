"""One's own archive: what is there, what is missing, who looked."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from docservice.dokumen.status import StatusDokumen
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, PEMILIK, TETANGGA, Situs, teks


@pytest.fixture
def situs(kantor_contoh: KantorUji, db: None) -> Situs:
    return Situs(kantor_contoh)


def test_slots_show_what_is_missing_and_lead_to_its_upload(situs: Situs):
    situs.dokumen(PEMILIK, "KARPEG", status=StatusDokumen.TERVERIFIKASI)
    situs.dokumen(PEMILIK, "KTP", status=StatusDokumen.DIKEMBALIKAN)
    jawaban = situs.masuk(PEMILIK).get("/arsip-saya/")
    isi = teks(jawaban)
    assert "1 dari 8 dokumen wajib terverifikasi" in isi
    assert "Unggah yang belum ada (6)" in isi
    assert 'href="/dokumen/unggah/?jenis=SK_CPNS&amp;minor="' in jawaban.content.decode()
    assert "Dikembalikan Foto ulang" in isi


def test_papers_beside_the_slots_are_listed_too(situs: Situs):
    situs.dokumen(PEMILIK, "NPWP")
    for urut in ("", "?urut=jenis"):
        assert "NPWP" in teks(situs.masuk(PEMILIK).get(f"/arsip-saya/{urut}"))


def test_nobodys_papers_but_ones_own_are_there(situs: Situs):
    lain = situs.dokumen(TETANGGA, "NPWP")
    for nomor in (PEMILIK, ADMINISTRATOR):
        assert f"/dokumen/{lain.pk}/" not in situs.masuk(nomor).get("/arsip-saya/").content.decode()


def test_signing_in_comes_first(situs: Situs):
    jawaban = situs.masuk(PEMILIK)
    jawaban.logout()
    assert jawaban.get("/arsip-saya/").status_code == 302


def test_the_owner_sees_who_looked_and_in_what_capacity(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "KARPEG")
    saya, alamat = situs.masuk(PEMILIK), reverse("dokumen:dokumen", args=[dokumen.pk])
    assert "Belum ada yang membuka arsip Anda selain Anda." in teks(saya.get("/arsip-saya/siapa-yang-melihat/"))
    situs.masuk(FASILITATOR).get(alamat)
    saya.get(alamat)
    isi = teks(saya.get("/arsip-saya/siapa-yang-melihat/"))
    assert situs.orang(FASILITATOR).nama in isi
    assert "Fasilitator Badan Perencanaan Pembangunan Daerah" in isi
    assert isi.count("Melihat") == 1


def test_the_list_asks_the_database_no_more_for_many_papers_than_for_few(situs: Situs):
    saya = situs.masuk(PEMILIK)
    situs.dokumen(PEMILIK, "NPWP")
    saya.get("/arsip-saya/")
    jumlah = []
    for kode in ("", "SPMT", "TASPEN", "BPJS"):
        if kode:
            situs.dokumen(PEMILIK, kode)
        with CaptureQueriesContext(connection) as tanya:
            saya.get("/arsip-saya/")
        jumlah.append(len(tanya))
    assert len(set(jumlah)) == 1
