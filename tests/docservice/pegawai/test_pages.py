"""Pages of people and units: lists of whom one may see, moving, the tree."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from docservice.pegawai.models import PeristiwaUnit, Perpindahan, UnitKerja
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import PegawaiFactory
from tests.docservice.halaman import teks

pytestmark = pytest.mark.django_db
BACKEND = "docservice.akun.backends.NipAtauSurelBackend"
ADMIN, FASILITATOR, ORANG = 5, 15, 13


def masuk(kantor: KantorUji, nomor: int) -> Client:
    klien = Client()
    klien.force_login(kantor.akun(nomor), backend=BACKEND)
    return klien


def unit(singkatan: str) -> UnitKerja:
    return UnitKerja.objects.get(singkatan=singkatan)


def test_the_list_holds_whom_one_may_see_and_counts_no_other(kantor_contoh: KantorUji):
    semua = teks(masuk(kantor_contoh, ADMIN).get("/pegawai/"))
    assert "25 orang" in semua
    milik = teks(masuk(kantor_contoh, FASILITATOR).get("/pegawai/"))
    assert "3 orang" in milik
    assert "Ngurah" not in milik
    assert "1 orang" in teks(masuk(kantor_contoh, ORANG).get("/pegawai/"))
    assert "Tidak ada pegawai" in teks(masuk(kantor_contoh, FASILITATOR).get("/pegawai/?q=Ngurah"))


def test_a_move_on_its_page(kantor_contoh: KantorUji):
    admin, alamat = masuk(kantor_contoh, ADMIN), f"/pegawai/{kantor_contoh.nip[ORANG]}/pindah/"
    isi: dict[str, Any] = {
        "unit": unit("DISDIK").pk,
        "tmt": timezone.localdate().isoformat(),
        "sk_nomor": "821/77/2026",
        "sk_tanggal": "1-11-2026",
    }
    assert "Pilih unit lain" in teks(admin.post(alamat, isi | {"unit": unit("BAPPEDA").pk}))
    assert admin.post(alamat, isi | {"sk_nomor": ""}).status_code == 422
    assert admin.post(alamat, isi).status_code == 302
    assert "Badan Perencanaan Pembangunan Daerah ke Dinas Pendidikan" in teks(
        admin.get(f"/pegawai/{kantor_contoh.nip[ORANG]}/")
    )
    assert Perpindahan.objects.get().sk_nomor == "821/77/2026"


@pytest.mark.parametrize(("nomor", "status"), [(FASILITATOR, 403), (ORANG, 403), (7, 404), (1, 404)])
def test_nobody_else_moves_a_person(kantor_contoh: KantorUji, nomor: int, status: int):
    assert masuk(kantor_contoh, nomor).get(f"/pegawai/{kantor_contoh.nip[ORANG]}/pindah/").status_code == status


def test_the_tree_is_changed_on_its_pages(kantor_contoh: KantorUji):
    admin, satu = masuk(kantor_contoh, ADMIN), unit("DISHUB")
    dasar = {"sejak": timezone.localdate().isoformat(), "dasar_nomor": "Pergub 7/2026", "dasar_tanggal": "1-10-2026"}
    assert admin.post(f"/unit/{satu.pk}/ubah/nama/", dasar | {"nama": "Dinas Transportasi"}).status_code == 302
    assert "Dinas Perhubungan menjadi Dinas Transportasi" in teks(admin.get(f"/unit/{satu.pk}/"))
    assert "Pilih unit yang menerima" in teks(admin.post(f"/unit/{satu.pk}/ubah/tutup/", dasar))
    assert admin.post(f"/unit/{satu.pk}/ubah/tutup/", dasar | {"penerus": unit("DINSOS").pk}).status_code == 302
    assert "Dinas Transportasi" in teks(admin.get("/unit/?lama=1"))
    baru = {"nama": "UPTD Arsip", "singkatan": "UPTDA", "induk": unit("BKPSDMD").pk}
    assert admin.post("/unit/baru/", dasar | baru).status_code == 302
    induk = dasar | {"induk": unit("BAPPEDA").pk}
    assert admin.post(f"/unit/{unit('UPTDA').pk}/ubah/induk/", induk).status_code == 302
    assert admin.get(f"/unit/{satu.pk}/ubah/hapus/").status_code == 404
    assert PeristiwaUnit.objects.count() == 4


@pytest.mark.parametrize("nomor", [FASILITATOR, ORANG, 1, 2])
def test_the_tree_is_read_by_all_and_changed_by_none_but_administrators(kantor_contoh: KantorUji, nomor: int):
    klien, satu = masuk(kantor_contoh, nomor), unit("DISHUB")
    assert klien.get("/unit/").status_code == 200
    assert "Ganti nama" not in teks(klien.get(f"/unit/{satu.pk}/"))
    assert klien.get("/unit/baru/").status_code == 403
    assert klien.post(f"/unit/{satu.pk}/ubah/tutup/", {}).status_code == 403


def test_lists_ask_the_same_number_of_questions_however_long(kantor_contoh: KantorUji):
    klien = masuk(kantor_contoh, ADMIN)

    def tanya(alamat: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as semua:
            assert klien.get(alamat).status_code == 200
        return len(semua)

    tanya("/pegawai/")  # the counts beside the navigation are asked once
    pendek = {alamat: tanya(alamat) for alamat in ("/pegawai/", "/unit/", "/peran/semua/")}
    for _ in range(30):
        PegawaiFactory.create(unit=unit("DISHUB"))
    assert {alamat: tanya(alamat) for alamat in pendek} == pendek
    assert max(pendek.values()) < 25
