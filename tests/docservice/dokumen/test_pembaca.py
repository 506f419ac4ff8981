"""Who opened what there is of me beside my papers."""

from __future__ import annotations

import pytest
from django.db import transaction

from docservice.audit.jurnal import catat
from tests.docservice.factories import token_untuk
from tests.docservice.halaman import ADMINISTRATOR, PEMILIK, TETANGGA, Situs, teks

pytestmark = pytest.mark.django_db


def test_i_see_who_took_my_career_or_my_numbers_and_nobody_else_does(situs: Situs):
    with transaction.atomic():
        catat("drh.diunduh", by=situs.akun(ADMINISTRATOR), objek=situs.orang(PEMILIK), peran="Administrator")
        catat("data_utama.nomor_dilihat", by=situs.akun(PEMILIK), objek=situs.orang(PEMILIK))
    isi = teks(situs.masuk(PEMILIK).get("/arsip-saya/siapa-yang-melihat/"))
    assert "Mengunduh daftar riwayat hidup" in isi
    assert situs.akun(ADMINISTRATOR).nama in isi
    assert "Melihat nomor pribadi" not in isi, "oneself is no news"
    assert "Mengunduh daftar" not in teks(situs.masuk(TETANGGA).get("/arsip-saya/siapa-yang-melihat/"))
    kepala = {"Authorization": f"Bearer {token_untuk(situs.akun(PEMILIK), 'baca')}"}
    jawab = situs.masuk(PEMILIK).get("/api/v1/dokumen/pembaca/data/", headers=kepala).json()
    assert (jawab["count"], jawab["results"][0]["pengguna"]) == (1, situs.akun(ADMINISTRATOR).nama)
