"""A region by chance: its rows are whole, and no page asks the database more often because there is more to see."""

from __future__ import annotations

import pytest
from django.core.cache import caches

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.audit.jurnal import periksa
from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.dokumen.status import StatusDokumen
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.peragaan.bangku.halaman import buka, jelajah, masuk
from docservice.peragaan.besar import bangun_besar
from docservice.peragaan.besar.arsip import buat_dokumen
from docservice.peragaan.besar.lembaran import buat_lembaran
from docservice.peragaan.besar.orang import buat_orang, buat_unit
from docservice.peragaan.besar.riwayat import buat_riwayat
from docservice.verifikasi.models import Verifikasi
from tests.docservice.bersama import KantorUji

pytestmark = pytest.mark.django_db


@pytest.fixture
def daerah(kantor_contoh: KantorUji) -> KantorUji:
    assert bangun_besar(24, 96, lambda teks: None)
    return kantor_contoh


def test_people_papers_and_careers_are_whole(daerah: KantorUji):
    baru = Pegawai.objects.filter(dokumen__isnull=False).distinct()
    assert [satu.periksa_nip() for satu in baru] == [[]] * 24
    assert VersiDokumen.objects.filter(kunci__startswith="besar:").count() == 96
    sah = Dokumen.objects.filter(status=StatusDokumen.TERVERIFIKASI, versi__kunci__startswith="besar:")
    assert Verifikasi.objects.filter(versi__dokumen__in=sah, hasil="terverifikasi").count() == sah.count() > 0
    assert all(v.oleh_id != v.versi.pegawai.pengguna_id for v in Verifikasi.objects.select_related("versi__pegawai"))
    assert not list(periksa()), "the journal is unbroken"


def test_again_it_changes_nothing(daerah: KantorUji):
    sebelum = Pegawai.objects.count()
    assert not bangun_besar(24, 96, lambda teks: None)
    assert Pegawai.objects.count() == sebelum


def test_no_page_asks_more_often_because_there_is_more_to_see(kantor_contoh: KantorUji):
    unit = buat_unit()[:12]
    petugas = bertambah(unit, 24, 96)
    pegawai = Pegawai.objects.filter(unit=unit[1], pengguna__isnull=False).select_related("pengguna")[0]
    orang = {
        Peran.ADMINISTRATOR: kantor_contoh.akun(5),
        Peran.FASILITATOR: petugas[unit[0].pk],
        Peran.PEGAWAI: pegawai.pengguna,
    }
    pembaca = {peran: masuk(pengguna, peran) for peran, pengguna in orang.items() if pengguna}
    semua = [(peran, satu.alamat) for peran in pembaca for satu in jelajah(pembaca[peran], peran)]
    assert len(semua) > 150

    def pertanyaan(peran: Peran, alamat: str) -> int:
        caches["proses"].clear()  # or an answer kept for seconds would be asked for in the one count and not the other
        return buka(pembaca[peran], alamat)[1]

    sebelum = {satu: pertanyaan(*satu) for satu in semua}  # now that "recently seen" is full
    bertambah(unit, 48, 192)
    sesudah = {satu: pertanyaan(*satu) for satu in semua}
    assert {satu: (sebelum[satu], kueri) for satu, kueri in sesudah.items() if kueri > sebelum[satu]} == {}


def bertambah(unit: list[UnitKerja], pegawai: int, dokumen: int) -> dict[int, Pengguna]:
    orang, petugas = buat_orang(unit, pegawai)
    buat_riwayat(orang)
    buat_dokumen(orang, petugas, buat_lembaran(dokumen // pegawai), dokumen)
    return petugas
