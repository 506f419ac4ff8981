"""The request page: the officer whose turn it is gets the buttons of this stage, and no others."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from docservice.layanan.models import Permohonan
from docservice.layanan.status import StatusPermohonan
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, PEMILIK, Situs, teks
from tests.docservice.layanan.alat import permohonan

pytestmark = pytest.mark.django_db
P = StatusPermohonan


@pytest.fixture
def situs(kantor_contoh: KantorUji) -> Situs:
    return Situs(kantor_contoh)


def halaman(situs: Situs, nomor: int, satu: Permohonan) -> str:
    return teks(situs.masuk(nomor).get(reverse("layanan:permohonan", args=[satu.pk])))


def putuskan(situs: Situs, nomor: int, satu: Permohonan, tindakan: str, **isi: str) -> Any:
    return situs.masuk(nomor).post(reverse("layanan:putuskan", args=[satu.pk, tindakan]), isi)


KE_BKPSDMD, KE_BKN, BTL, TMS = "Teruskan ke BKPSDMD", "Teruskan ke BKN", "Perlu dilengkapi (BTL)", "syarat (TMS)"
DITOLAK, PERTEK = "Tidak disetujui BKN", "Catat pertek"


@pytest.mark.parametrize(
    ("status", "nomor", "tampak"),
    [
        (P.FASILITATOR, FASILITATOR, {KE_BKPSDMD, BTL}),
        (P.BKPSDM, ADMINISTRATOR, {KE_BKN, BTL, TMS}),
        (P.EKSTERNAL, ADMINISTRATOR, {BTL, DITOLAK, PERTEK}),
        (P.EKSTERNAL, FASILITATOR, set()),
        (P.BKPSDM, PEMILIK, set()),
    ],
)
def test_who_sees_which_buttons(situs: Situs, status: StatusPermohonan, nomor: int, tampak: set[str]):
    isi = halaman(situs, nomor, permohonan(situs.kantor, status))
    assert {tombol for tombol in (KE_BKPSDMD, KE_BKN, BTL, TMS, DITOLAK, PERTEK) if tombol in isi} == tampak


def test_a_refusal_by_bkn_ends_the_request_and_reaches_the_applicant(situs: Situs):
    satu = permohonan(situs.kantor, P.EKSTERNAL)
    tanpa = putuskan(situs, ADMINISTRATOR, satu, "tolak", alasan="")
    assert tanpa.status_code == 422
    assert "Tulis alasannya agar pemohon tahu yang harus dilakukan." in teks(tanpa)
    jawaban = putuskan(situs, ADMINISTRATOR, satu, "tolak", alasan="Formasi jenjang penuh.")
    assert jawaban.status_code == 302
    assert "Tidak disetujui: Formasi jenjang penuh." in halaman(situs, PEMILIK, satu)


def test_what_can_be_asked_for_stands_first(situs: Situs):
    isi = teks(situs.masuk(PEMILIK).get(reverse("layanan:katalog")))
    assert isi.index("biasanya selesai 20 hari kerja") < isi.index("Belum dibuka.")
