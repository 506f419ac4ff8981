"""Cards of the home: each falls alone, and they renew themselves without keeping a session awake (screens §4.1)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from docservice.akun.peran import Peran
from docservice.akun.sesi import TERAKHIR
from docservice.beranda import views
from docservice.laporan.kelengkapan import kelengkapan
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, KEPALA, PEMILIK, STAF_ARSIP, Situs, teks

pytestmark = pytest.mark.django_db
GAGAL = "Bagian ini belum dapat dimuat."
KARTU: list[tuple[int, str, str, str]] = [
    (FASILITATOR, "kelengkapan_unit", "Kelengkapan arsip per unit", "Usulan riwayat"),
    (ADMINISTRATOR, "periksa_semua", "Kesehatan", "Naskah perlu disusun"),
    (PEMILIK, "kelengkapan", "Kelengkapan arsip", "Layanan Anda"),
    (STAF_ARSIP, "_terakhir_dibuka", "Terakhir dibuka", "Baru masuk arsip"),
]


@pytest.fixture
def situs(kantor_contoh: KantorUji) -> Situs:
    return Situs(kantor_contoh)


def berperan(situs: Situs, nomor: int) -> Client:
    """The archivist is an administrator too; here they work as archivist."""
    klien = situs.masuk(nomor)
    if nomor == STAF_ARSIP:
        sesi = klien.session
        sesi["peran"] = str(situs.akun(nomor).penugasan.get(peran=Peran.STAF_ARSIP).pk)
        sesi.save()
    return klien


@pytest.mark.parametrize("nomor", [PEMILIK, FASILITATOR, ADMINISTRATOR, KEPALA, STAF_ARSIP])
def test_every_card_of_every_home_can_be_drawn(situs: Situs, nomor: int):
    situs.dokumen(PEMILIK, "SK_CPNS")
    assert GAGAL not in teks(berperan(situs, nomor).get("/"))


@pytest.mark.parametrize(("nomor", "sumber", "judul", "lain"), KARTU)
def test_a_card_that_fails_says_so_and_the_others_stand(
    situs: Situs, monkeypatch: pytest.MonkeyPatch, caplog: Any, nomor: int, sumber: str, judul: str, lain: str
):
    def rusak(*_: Any) -> None:
        raise OSError("indeks tidak terbaca")

    monkeypatch.setattr(views, sumber, rusak)
    jawaban = berperan(situs, nomor).get("/")
    assert jawaban.status_code == 200
    assert f"{judul} {GAGAL} Muat ulang" in teks(jawaban)
    assert lain in teks(jawaban)
    assert "indeks tidak terbaca" in caplog.text


def test_whoever_lacks_nothing_is_told_so(situs: Situs, monkeypatch: pytest.MonkeyPatch):
    kosong = kelengkapan(situs.orang(PEMILIK), situs.akun(PEMILIK))
    monkeypatch.setattr(type(kosong), "belum_ada", [])
    monkeypatch.setattr(views, "langkah_berikutnya", lambda *_: None)
    assert "Arsip Anda lengkap. Tidak ada yang perlu dikerjakan hari ini." in teks(situs.masuk(PEMILIK).get("/"))


def test_a_page_that_renews_itself_does_not_keep_the_session_awake(situs: Situs):
    klien = situs.masuk(FASILITATOR)
    klien.get("/")
    mula = klien.session[TERAKHIR]
    with time_machine.travel(timezone.now() + timedelta(minutes=3), tick=False):
        klien.get("/", headers={"X-Segar": "1"})
        assert klien.session[TERAKHIR] == mula
        klien.get("/")
        assert klien.session[TERAKHIR] > mula
