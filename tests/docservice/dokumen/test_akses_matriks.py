"""Rows, index tokens and search agree for every person of the office and every class of document (Law 8)."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from django.http import Http404

from docservice.arsip.pencarian import cari
from docservice.dokumen.akses import token_dokumen, token_pengguna
from docservice.dokumen.indeks import bangun_ulang
from docservice.dokumen.models import Dokumen
from docservice.dokumen.permissions import ambil_dokumen, ambil_versi
from docservice.dokumen.status import StatusDokumen
from tests.docservice.bersama import KantorUji
from tests.docservice.dokumen.alat import KODE, dokumen

pytestmark = pytest.mark.django_db
PEMILIK = (9, 13, 15, 16, 21)
"""A teacher below Disdik, the walker, a fasilitator, a nurse below Dinkes, a PPPK."""


@pytest.fixture(scope="module")
def arsip(kantor_contoh: KantorUji, django_db_blocker: Any) -> list[Dokumen]:
    """Of each owner each class: uploaded by the owner, by an administrator, and issued here."""
    with django_db_blocker.unblock():
        semua = susun(kantor_contoh)
    return semua  # emptied with the office


def susun(kantor_contoh: KantorUji) -> list[Dokumen]:
    semua = []
    for milik, kelas in itertools.product(PEMILIK, KODE):
        semua.append(dokumen(kantor_contoh, milik, kelas))
        semua.append(dokumen(kantor_contoh, milik, kelas, dibuat_oleh=kantor_contoh.akun(5)))
        terbitan = {"sumber": "terbitan", "dibuat_oleh": kantor_contoh.akun(1), "status": StatusDokumen.TERVERIFIKASI}
        semua.append(dokumen(kantor_contoh, milik, kelas, penanda_tangan=kantor_contoh.orang(1), **terbitan))
    return [*semua, dokumen(kantor_contoh, 13, "T", dibuat_oleh=kantor_contoh.akun(15))]


@pytest.mark.syarat("BABEL-26-3", "BABEL-27-2h")
@pytest.mark.parametrize("nomor", range(1, 26))
def test_rows_and_index_open_the_same_documents_to_every_person(
    kantor_contoh: KantorUji, arsip: list[Dokumen], nomor: int
):
    pengguna = kantor_contoh.akun(nomor)
    terlihat = set(Dokumen.objects.visible_to(pengguna).values_list("pk", flat=True))
    kunci = token_pengguna(pengguna)
    assert {d.pk for d in arsip if kunci & set(token_dokumen(d))} == terlihat
    for satu in arsip:
        if satu.pk in terlihat:
            assert ambil_dokumen(pengguna, satu.pk)
        else:
            with pytest.raises(Http404):
                ambil_versi(pengguna, satu.pk)


@pytest.mark.parametrize("nomor", [7, 9, 16, 21, 1, 5, 15])
def test_search_finds_and_counts_exactly_what_the_rows_allow(
    kantor_contoh: KantorUji, arsip: list[Dokumen], nomor: int
):
    bangun_ulang()
    pengguna = kantor_contoh.akun(nomor)
    hasil = cari(pengguna, "", limit=100)
    terlihat = set(Dokumen.objects.visible_to(pengguna).values_list("pk", flat=True))
    assert {t.dokumen.pk for t in hasil.temuan} == terlihat
    assert hasil.jumlah == len(terlihat)
    assert sum(p.jumlah for p in hasil.saringan["kelas"]) == len(terlihat)
