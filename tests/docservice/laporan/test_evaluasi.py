"""Progress by month and notes about it: who sees sums, who sees people, who writes, who hears of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from docservice.akun.models import Kabar
from docservice.akun.peran import Peran
from docservice.dokumen.kelengkapan import slot_wajib
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.laporan.actions_evaluasi import catat_orang, catat_unit
from docservice.laporan.bulanan import berdata_lama, kabarkan_tugas
from docservice.laporan.evaluasi import evaluasi_unit, kemajuan
from docservice.laporan.models import CatatanEvaluasi
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.umum.errors import IsianSalah, TidakBerwenang
from docservice.verifikasi.models import Verifikasi
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import PenugasanFactory
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, FASILITATOR_LAIN, PEMILIK, Situs, teks
from tests.docservice.riwayat.alat import berkas

pytestmark = pytest.mark.django_db
KEPALA_PD, PPK = 22, 23


@pytest.fixture
def bappeda(kantor_contoh: KantorUji) -> UnitKerja:
    return UnitKerja.objects.get(singkatan="BAPPEDA")


@pytest.fixture
def pengawas(kantor_contoh: KantorUji, bappeda: UnitKerja) -> None:
    PenugasanFactory.create(pengguna=kantor_contoh.akun(KEPALA_PD), peran=Peran.KEPALA_PD, unit=bappeda)
    PenugasanFactory.create(pengguna=kantor_contoh.akun(PPK), peran=Peran.PPK, unit=None)


def diverifikasi(kantor: KantorUji, kode: str, pada: date, nomor: int = PEMILIK) -> Dokumen:
    dokumen = berkas(kantor, nomor, kode, status=StatusDokumen.TERVERIFIKASI)
    versi = dokumen.versi_terkini
    putusan = Verifikasi.objects.create(
        versi=versi, sha256=versi.sha256, oleh=kantor.akun(FASILITATOR), hasil="terverifikasi", basis="asli"
    )
    saat = datetime(pada.year, pada.month, pada.day, 12, tzinfo=UTC)
    Verifikasi.objects.filter(pk=putusan.pk).update(pada=saat)
    return dokumen


# --- figures ---------------------------------------------------------------------------------------------------


@pytest.mark.syarat("BABEL-12", "BABEL-9-2d")
@time_machine.travel(datetime(2026, 11, 20, 9, tzinfo=UTC), tick=False)
def test_a_paper_counts_from_the_month_in_which_it_was_verified(kantor_contoh: KantorUji):
    orang = [kantor_contoh.orang(PEMILIK)]
    diverifikasi(kantor_contoh, "KTP", date(2025, 3, 1))
    diverifikasi(kantor_contoh, "KK", date(2026, 9, 30))
    kembali = diverifikasi(kantor_contoh, "IJAZAH", date(2026, 10, 1))
    Dokumen.objects.filter(pk=kembali.pk).update(status=StatusDokumen.DIKEMBALIKAN)
    titik = kemajuan(orang).titik(1)
    assert [t.bulan for t in titik][::11] == [date(2025, 12, 1), date(2026, 11, 1)]
    assert [t.jumlah for t in titik] == [1] * 9 + [2] * 3
    assert titik[-1].persen == round(200 / len(slot_wajib()))
    assert kemajuan(orang).bertambah(orang[0].pk) == 1, "within three months"


def test_a_decision_that_was_undone_does_not_date_a_paper(kantor_contoh: KantorUji):
    dokumen = diverifikasi(kantor_contoh, "KTP", date(2020, 1, 1))
    Verifikasi.objects.filter(versi__dokumen=dokumen).update(diurungkan_pada=timezone.now())
    orang = kantor_contoh.orang(PEMILIK)
    assert kemajuan([orang]).bertambah(orang.pk) == 1, "its upload does"


@time_machine.travel(datetime(2026, 11, 20, 9, tzinfo=UTC), tick=False)
def test_a_month_ends_at_midnight_of_the_region(kantor_contoh: KantorUji):
    dokumen = diverifikasi(kantor_contoh, "KTP", date(2026, 10, 1))
    orang = kantor_contoh.orang(PEMILIK)
    for jam, oktober in ((16, 1), (17, 0)):  # in UTC; midnight of Jakarta is between them
        saat = datetime(2026, 10, 31, jam, 30, tzinfo=UTC)
        Verifikasi.objects.filter(versi__dokumen=dokumen).update(pada=saat)
        assert [t.jumlah for t in kemajuan([orang]).titik(1)][-2:] == [oktober, 1]


def test_nobody_has_made_no_progress(kantor_contoh: KantorUji):
    maju = kemajuan(Pegawai.objects.none(), "pegawai__unit")
    assert ([t.jumlah for t in maju.titik(0)], maju.bertambah(1)) == ([0] * 12, 0)


def test_units_by_months_cost_one_question(kantor_contoh: KantorUji, django_assert_num_queries: Any):
    diverifikasi(kantor_contoh, "KTP", timezone.localdate())
    diverifikasi(kantor_contoh, "KK", timezone.localdate())
    with django_assert_num_queries(2):  # which papers everyone should have, and theirs
        kemajuan(Pegawai.objects.all(), "pegawai__unit")


@pytest.mark.syarat("BABEL-9-2d", "BABEL-9-2a")
def test_units_stand_with_the_least_complete_first(kantor_contoh: KantorUji, bappeda: UnitKerja):
    diverifikasi(kantor_contoh, "KTP", timezone.localdate())
    catat_unit(by=kantor_contoh.akun(ADMINISTRATOR), unit=bappeda, isi="Baru satu berkas.")
    semua = evaluasi_unit(Pegawai.objects.all(), kemajuan(Pegawai.objects.all(), "pegawai__unit"))
    assert [satu.capaian.persen for satu in semua] == sorted(satu.capaian.persen for satu in semua)
    satu = next(satu for satu in semua if satu.unit == bappeda)
    assert (satu.naik, satu.catatan, satu.capaian.terverifikasi) == (1, 1, 1)


# --- notes -----------------------------------------------------------------------------------------------------


@pytest.mark.syarat("BABEL-9-2d", "BABEL-12")
def test_a_note_on_a_unit_reaches_its_fasilitator_who_answers(situs: Situs, bappeda: UnitKerja):
    klien = situs.masuk(ADMINISTRATOR)
    isi = {"isi": "Lengkapi EKIN 2025.", "tenggat": (timezone.localdate() + timedelta(days=30)).isoformat()}
    assert klien.post(f"/evaluasi/{bappeda.pk}/", isi).status_code == 302
    assert "Lengkapi EKIN 2025." in Kabar.objects.get(pengguna=situs.akun(FASILITATOR)).teks
    halaman = situs.masuk(FASILITATOR)
    assert "Lengkapi EKIN 2025." in teks(halaman.get(f"/evaluasi/{bappeda.pk}/"))
    halaman.post(f"/evaluasi/{bappeda.pk}/", {"isi": "Sudah, tinggal dua orang."})
    assert Kabar.objects.get(pengguna=situs.akun(ADMINISTRATOR)).teks.endswith("tinggal dua orang.")
    assert [c.sebagai for c in bappeda.catatan_evaluasi.all()] == [
        "Fasilitator Badan Perencanaan Pembangunan Daerah",
        "Administrator",
    ]


@pytest.mark.syarat("BABEL-12")
def test_a_note_on_a_person_is_read_by_that_person(situs: Situs):
    pegawai = situs.orang(PEMILIK)
    situs.masuk(FASILITATOR).post(f"/evaluasi/pegawai/{pegawai.nip}/", {"isi": "KTP sudah habis masa berlakunya."})
    assert Kabar.objects.get(pengguna=situs.akun(PEMILIK)).tautan == f"/evaluasi/pegawai/{pegawai.nip}/"
    halaman = teks(situs.masuk(PEMILIK).get(f"/evaluasi/pegawai/{pegawai.nip}/"))
    assert "KTP sudah habis masa berlakunya." in halaman
    assert "Simpan catatan" not in halaman


@pytest.mark.parametrize(
    ("isi", "tenggat", "bidang"), [("  ", None, "isi"), ("x" * 501, None, "isi"), ("ya", date(2020, 1, 1), "tenggat")]
)
def test_a_note_says_something_and_looks_ahead(
    kantor_contoh: KantorUji, bappeda: UnitKerja, isi: str, tenggat: date | None, bidang: str
):
    with pytest.raises(IsianSalah) as salah:
        catat_unit(by=kantor_contoh.akun(ADMINISTRATOR), unit=bappeda, isi=isi, tenggat=tenggat)
    assert set(salah.value.isian) == {bidang}
    assert not CatatanEvaluasi.objects.exists()


def test_a_bad_note_stays_in_the_form(situs: Situs, bappeda: UnitKerja):
    jawaban = situs.masuk(ADMINISTRATOR).post(f"/evaluasi/{bappeda.pk}/", {"isi": "Lengkapi.", "tenggat": "31-02"})
    assert jawaban.status_code == 422
    assert "Lengkapi." in jawaban.content.decode()


def test_nobody_writes_about_themselves_or_outside_their_unit(kantor_contoh: KantorUji, bappeda: UnitKerja):
    for oleh, pegawai in ((FASILITATOR, FASILITATOR), (ADMINISTRATOR, ADMINISTRATOR), (FASILITATOR_LAIN, PEMILIK)):
        with pytest.raises(TidakBerwenang):
            catat_orang(by=kantor_contoh.akun(oleh), pegawai=kantor_contoh.orang(pegawai), isi="Baik.")
    with pytest.raises(TidakBerwenang):
        catat_unit(by=kantor_contoh.akun(FASILITATOR_LAIN), unit=bappeda, isi="Kurang.")
    assert not CatatanEvaluasi.objects.exists()


# --- who sees what ---------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("pengawas")
def test_the_head_of_an_office_sees_its_sums_and_notes_but_no_people(situs: Situs, bappeda: UnitKerja):
    catat_unit(by=situs.akun(ADMINISTRATOR), unit=bappeda, isi="Perlu dipercepat.")
    klien = situs.masuk(KEPALA_PD)
    daftar = teks(klien.get("/evaluasi/"))
    assert bappeda.nama in daftar
    assert "Dinas Kesehatan" not in daftar
    halaman = teks(klien.get(f"/evaluasi/{bappeda.pk}/"))
    assert "Perlu dipercepat." in halaman
    assert situs.orang(PEMILIK).nama not in halaman
    assert "Tulis catatan" not in halaman
    assert klien.post(f"/evaluasi/{bappeda.pk}/", {"isi": "Baik."}).status_code == 403
    assert klien.get(f"/evaluasi/pegawai/{situs.orang(PEMILIK).nip}/").status_code == 404
    assert klien.get(f"/evaluasi/{UnitKerja.objects.get(singkatan='DISDIK').pk}/").status_code == 404


@pytest.mark.usefixtures("pengawas")
def test_the_ppk_sees_sums_of_all_and_nothing_else(situs: Situs, bappeda: UnitKerja):
    catat_unit(by=situs.akun(ADMINISTRATOR), unit=bappeda, isi="Perlu dipercepat.")
    klien = situs.masuk(PPK)
    assert bappeda.nama in teks(klien.get("/evaluasi/"))
    halaman = teks(klien.get(f"/evaluasi/{bappeda.pk}/"))
    assert "Perlu dipercepat." not in halaman
    assert situs.orang(PEMILIK).nama not in halaman


# --- every month -----------------------------------------------------------------------------------------------


@pytest.mark.syarat("BABEL-9-3c")
def test_data_nobody_touched_for_a_year_is_listed(situs: Situs, bappeda: UnitKerja):
    pegawai = list(Pegawai.objects.filter(unit=bappeda))
    lama = [satu.pk for satu in berdata_lama(pegawai)]
    assert situs.orang(PEMILIK).pk not in lama, "the sample office has just been filled"
    with time_machine.travel(timezone.now() + timedelta(days=400)):
        assert situs.orang(PEMILIK).pk in {satu.pk for satu in berdata_lama(pegawai)}
        halaman = teks(situs.masuk(FASILITATOR).get(f"/evaluasi/{bappeda.pk}/?hanya=lama"))
        assert situs.orang(PEMILIK).nama in halaman
        diverifikasi(situs.kantor, "KTP", timezone.localdate())
        assert situs.orang(PEMILIK).pk not in {satu.pk for satu in berdata_lama(pegawai)}


@pytest.mark.syarat("BABEL-9-3c")
def test_once_a_month_the_fasilitator_is_told_what_is_to_be_done(situs: Situs):
    berkas(situs.kantor, PEMILIK, "KTP")
    assert kabarkan_tugas() > 0
    kabar = Kabar.objects.get(pengguna=situs.akun(FASILITATOR), kunci__startswith="tugas:")
    assert "1 berkas menunggu diperiksa" in kabar.teks
    assert "pegawai belum lengkap" in kabar.teks
    assert kabarkan_tugas() == 0, "not again in this month"
    with time_machine.travel(timezone.now() + timedelta(days=32)):
        assert kabarkan_tugas() > 0
