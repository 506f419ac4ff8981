"""Reports of forgery: anybody may make one, slowly; administrators read and answer them."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from docservice.akun.models import Kabar
from docservice.audit.models import Jejak
from docservice.naskah import palsu
from docservice.naskah.models import LaporanPemalsuan
from docservice.umum.errors import BelumLengkap, SudahBerubah, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, PEJABAT, PEMILIK, Situs, teks

pytestmark = pytest.mark.django_db
CERITA = "Kop suratnya lain dan nomornya ditulis tangan."


@pytest.fixture
def situs(kantor: KantorUji) -> Situs:
    cache.clear()
    return Situs(kantor)


def lapor(**isi: str) -> Any:
    return Client().post(reverse("naskah:lapor_palsu"), {"uraian": CERITA, **isi})


def test_anybody_reports_without_signing_in_and_administrators_are_told(situs: Situs):
    assert "Laporkan dugaan pemalsuan" in teks(Client().get("/cek/"))
    jawaban = lapor(nomor="821/1", kontak="0811")
    assert "Laporan Anda sudah kami terima." in teks(jawaban)
    kabar = Kabar.objects.get(pengguna=situs.akun(ADMINISTRATOR), teks__contains="dugaan pemalsuan")
    assert CERITA not in kabar.teks
    assert Jejak.objects.filter(aksi="pemalsuan.dilaporkan", pelaku=None).exists()
    isi = teks(situs.masuk(ADMINISTRATOR).get(reverse("naskah:pemalsuan")))
    assert CERITA in isi
    assert "0811" in isi


def test_a_report_says_something(situs: Situs):
    jawaban = lapor(uraian="palsu")
    assert jawaban.status_code == 422
    assert "Ceritakan apa yang Anda curigai, paling sedikit 10 huruf." in teks(jawaban)
    with pytest.raises(BelumLengkap):
        palsu.laporkan(uraian="   ")
    assert not LaporanPemalsuan.objects.exists()


def test_one_address_reports_a_few_times_an_hour(situs: Situs):
    assert [lapor().status_code for _ in range(6)] == [200] * 5 + [429]
    assert "Terlalu banyak laporan dari jaringan ini." in teks(lapor())
    assert LaporanPemalsuan.objects.count() == 5


def test_what_was_written_cannot_become_markup(situs: Situs):
    lapor(uraian="<script>alert(1)</script> palsu")
    assert b"<script>alert(1)" not in situs.masuk(ADMINISTRATOR).get(reverse("naskah:pemalsuan")).content


@pytest.mark.parametrize("nomor", [PEMILIK, FASILITATOR, PEJABAT])
def test_nobody_else_reads_or_answers(situs: Situs, nomor: int):
    satu = palsu.laporkan(uraian=CERITA)
    klien = situs.masuk(nomor)
    assert klien.get(reverse("naskah:pemalsuan")).status_code == 403
    tangani = reverse("naskah:tangani_pemalsuan", args=[satu.pk])
    assert klien.post(tangani, {"hasil": "terbukti", "tindakan": "x"}).status_code == 403
    with pytest.raises(TidakBerwenang):
        palsu.tangani(by=situs.akun(nomor), pk=satu.pk, hasil="terbukti", tindakan="x")


def test_a_report_is_answered_once(situs: Situs):
    satu = palsu.laporkan(uraian=CERITA)
    klien, alamat = situs.masuk(ADMINISTRATOR), reverse("naskah:tangani_pemalsuan", args=[satu.pk])
    assert klien.post(alamat, {"hasil": "", "tindakan": ""}).status_code == 422
    assert klien.post(alamat, {"hasil": "terbukti", "tindakan": "Dilaporkan ke polisi."}).status_code == 302
    isi = teks(klien.get(reverse("naskah:pemalsuan")))
    assert "Terbukti palsu" in isi
    assert "Dilaporkan ke polisi." in isi
    with pytest.raises(SudahBerubah):
        palsu.tangani(by=situs.akun(ADMINISTRATOR), pk=satu.pk, hasil="tidak_terbukti", tindakan="Lagi.")
