"""The journal's page: entries by kind, person, thing and day, never their details; open to those B.2 names."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from docservice.akun.peran import Peran
from docservice.arsip.jurnal import Saringan, jurnal
from docservice.audit.jurnal import catat
from docservice.umum.errors import TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import PenugasanFactory, token_untuk
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, FASILITATOR_LAIN, PEMILIK, TETANGGA, Situs, teks

pytestmark = pytest.mark.django_db
ALASAN = "Pensiun karena sakit."


@pytest.fixture
def situs(kantor_contoh: KantorUji) -> Situs:
    situs = Situs(kantor_contoh)
    PenugasanFactory.create(pengguna=situs.akun(TETANGGA), peran=Peran.AUDITOR)
    PenugasanFactory.create(pengguna=situs.akun(14), peran=Peran.DISKOMINFO)
    with transaction.atomic():
        catat("uji.pertama", by=situs.akun(PEMILIK), objek="uji:1", alasan=ALASAN)
        catat("uji.kedua", by=None, objek="uji:2")
    return situs


def test_the_auditor_reads_who_did_what_and_no_content(situs: Situs) -> None:
    halaman = situs.masuk(TETANGGA).get("/jurnal/?aksi=uji.")
    isi = teks(halaman)
    assert situs.orang(PEMILIK).nama in isi
    assert "uji:1" in isi
    assert "Sistem" in isi
    assert "Uji kedua" in isi
    assert 'href="?objek=uji%3A1"' in halaman.content.decode()
    assert ALASAN not in halaman.content.decode()


def test_it_is_looked_through_by_person_thing_and_day(situs: Situs) -> None:
    oleh, hari = situs.akun(ADMINISTRATOR), timezone.localdate()

    def temu(**saring: object) -> list[str]:
        return [satu.objek for satu in jurnal(oleh, Saringan(aksi="uji.", **saring))]  # type: ignore[arg-type]

    assert temu() == ["uji:2", "uji:1"]
    assert temu(pelaku=situs.akun(PEMILIK).nip) == ["uji:1"]
    assert temu(objek="uji:2", dari=hari, sampai=hari) == ["uji:2"]
    assert temu(dari=hari + timedelta(days=1)) == []
    assert temu(pelaku="000000000000000000") == []


def test_a_filter_that_is_not_in_order_says_so(situs: Situs) -> None:
    jawab = situs.masuk(TETANGGA).get("/jurnal/?dari=kemarin")
    assert jawab.status_code == 422
    assert "Tanggal tidak dikenal" in teks(jawab)


def test_the_api_gives_the_same_without_content(situs: Situs) -> None:
    kepala = {"Authorization": f"Bearer {token_untuk(situs.akun(TETANGGA), 'baca')}"}
    jawab = situs.masuk(TETANGGA).get("/api/v1/jurnal/?aksi=uji.&limit=1", headers=kepala)
    isi = jawab.json()
    assert (isi["count"], isi["results"][0]["objek"], isi["results"][0]["nama"]) == (2, "uji:2", "Sistem")
    assert ALASAN not in jawab.content.decode()


def test_a_fasilitator_reads_what_the_people_of_their_units_did(situs: Situs) -> None:
    assert [satu.objek for satu in jurnal(situs.akun(FASILITATOR), Saringan(aksi="uji."))] == ["uji:1"]
    assert not jurnal(situs.akun(FASILITATOR_LAIN), Saringan(aksi="uji.")).exists()
    halaman = situs.masuk(FASILITATOR).get("/jurnal/?aksi=uji.")
    assert "Kegiatan orang-orang di unit Anda." in teks(halaman)
    assert "uji:2" not in teks(halaman)
    assert ALASAN not in halaman.content.decode()


@pytest.mark.parametrize("nomor", [PEMILIK, 14, 1])
def test_everybody_else_finds_it_closed(situs: Situs, nomor: int) -> None:
    assert situs.masuk(nomor).get("/jurnal/").status_code == 403
    with pytest.raises(TidakBerwenang):
        jurnal(situs.akun(nomor), Saringan())


def test_the_office_that_runs_the_machines_sees_what_is_stuck_and_no_file(situs: Situs) -> None:
    klien = situs.masuk(14)
    isi = teks(klien.get("/bermasalah/"))
    assert "Pekerjaan macet" in isi
    assert "Karantina" not in isi
    assert klien.post("/bermasalah/pekerjaan/1/ulangi/").status_code in (403, 404)
