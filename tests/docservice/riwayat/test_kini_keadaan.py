"""What follows from the day: moves, leave, contracts and standing hold from their date to their end."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from docservice.akun.models import Kabar
from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import Klaim
from docservice.beranda.langkah import langkah_berikutnya
from docservice.dokumen.status import StatusDokumen
from docservice.pegawai.actions import pindahkan, tutup_unit
from docservice.pegawai.models import Pegawai, Perpindahan, UnitKerja
from docservice.pegawai.pindah import terapkan_yang_tiba
from docservice.pengelola.tugas import bertugas
from docservice.riwayat.halangan import halangan_pada
from docservice.riwayat.masa import riwayat_habis
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from docservice.riwayat.turunan import segarkan
from docservice.umum.errors import TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import PenugasanFactory
from tests.docservice.halaman import ADMINISTRATOR, PEMILIK, Situs, teks
from tests.docservice.riwayat.alat import berkas, semua_wajib, suami_istri
from tests.docservice.riwayat.alat_kini import terverifikasi, validasi
from tests.docservice.riwayat.alat_peringatan import baris
from tests.docservice.riwayat.contoh import CONTOH

pytestmark = pytest.mark.django_db
ADMINISTRATOR_LAIN = 6
KEMARIN, LUSA = (timezone.localdate() + timedelta(days=n) for n in (-1, 2))


# --- unit ------------------------------------------------------------------------------------------------------

KE_DISDIK = {"unit_lama": "Bappeda", "unit_baru": "Dinas Pendidikan"}


@pytest.mark.syarat("POSO-4-j")
def test_a_validated_move_moves_the_person_and_ends_what_no_longer_fits(kantor_contoh: KantorUji):
    tugas = PenugasanFactory.create(
        pengguna=kantor_contoh.akun(PEMILIK), peran="fasilitator", unit=kantor_contoh.orang(PEMILIK).unit
    )
    satu = terverifikasi(kantor_contoh, "unor", "SK_PINDAH", **KE_DISDIK, tmt=KEMARIN.isoformat())
    klien = Situs(kantor_contoh).masuk(ADMINISTRATOR)
    assert "Pegawai ini pindah ke Dinas Pendidikan" in teks(klien.get(f"/validasi/{satu.pk}/"))
    orang = validasi(kantor_contoh, satu)
    assert orang.unit.singkatan == "DISDIK"
    pindah = Perpindahan.objects.get(pegawai=orang)
    assert (pindah.sk_nomor, pindah.tmt) == (CONTOH["unor"][0]["sk_nomor"], KEMARIN)
    tugas.refresh_from_db()
    assert tugas.berlaku_sampai == KEMARIN - timedelta(days=1)


def test_a_move_to_come_moves_on_its_day(kantor_contoh: KantorUji):
    satu = terverifikasi(kantor_contoh, "unor", "SK_PINDAH", **KE_DISDIK, tmt=LUSA.isoformat())
    assert validasi(kantor_contoh, satu).unit.singkatan == "BAPPEDA"
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        terapkan_yang_tiba("", Klaim(Job(jenis="pegawai.pindah", subjek=""), "uji"))
    assert kantor_contoh.orang(PEMILIK).unit.singkatan == "DISDIK"


@pytest.mark.parametrize(
    "ubah", [{"unit_lama": "Dinas Sosial"}, {"unit_baru": "Dinas yang Tidak Ada"}], ids=["asal lain", "tujuan lain"]
)
def test_where_the_names_do_not_fit_nobody_is_moved_and_the_agency_is_told(
    kantor_contoh: KantorUji, ubah: dict[str, str]
):
    satu = terverifikasi(kantor_contoh, "unor", "SK_PINDAH", **KE_DISDIK | ubah, tmt=KEMARIN.isoformat())
    klien = Situs(kantor_contoh).masuk(ADMINISTRATOR)
    assert "Unit tidak ikut berubah" in teks(klien.get(f"/validasi/{satu.pk}/"))
    assert validasi(kantor_contoh, satu).unit.singkatan == "BAPPEDA"
    assert Kabar.objects.filter(kunci__startswith=f"riwayat:{satu.pk}:unit").exists()


def test_a_move_of_the_past_moves_nobody(kantor_contoh: KantorUji):
    baris(kantor_contoh.orang(PEMILIK), "unor", unit_lama="Setda", unit_baru="Bappeda", tmt="1-1-2025")
    orang = validasi(kantor_contoh, terverifikasi(kantor_contoh, "unor", "SK_PINDAH", **KE_DISDIK))
    assert orang.unit.singkatan == "BAPPEDA"
    assert not Perpindahan.objects.exists()


@pytest.mark.parametrize("yang_menyebut", [PEMILIK, ADMINISTRATOR])
def test_nobody_moves_their_family(kantor_contoh: KantorUji, yang_menyebut: int):
    suami_istri(kantor_contoh, yang_menyebut, ({PEMILIK, ADMINISTRATOR} - {yang_menyebut}).pop())
    tujuan, orang = UnitKerja.objects.get(singkatan="DISDIK"), kantor_contoh.orang(PEMILIK)
    sk: dict[str, Any] = {"tmt": KEMARIN, "sk_nomor": "821/77/2026", "sk_tanggal": KEMARIN}
    with pytest.raises(TidakBerwenang, match="keluarga sendiri"):
        pindahkan(by=kantor_contoh.akun(ADMINISTRATOR), pegawai=orang, unit=tujuan, **sk)
    dasar: dict[str, Any] = {"sejak": KEMARIN, "dasar_nomor": "Pergub 7 Tahun 2026", "dasar_tanggal": KEMARIN}
    with pytest.raises(TidakBerwenang, match="keluarga sendiri"):  # nor by closing the unit they are in
        tutup_unit(by=kantor_contoh.akun(ADMINISTRATOR), unit=orang.unit, penerus=tujuan, **dasar)
    klien = Situs(kantor_contoh).masuk(ADMINISTRATOR)
    assert f"/pegawai/{orang.nip}/pindah/" not in klien.get(f"/pegawai/{orang.nip}/").content.decode()
    assert klien.get(f"/pegawai/{orang.nip}/pindah/").status_code == 403
    assert not Perpindahan.objects.exists()
    lain = Situs(kantor_contoh).masuk(ADMINISTRATOR_LAIN)
    assert f"/pegawai/{orang.nip}/pindah/" in lain.get(f"/pegawai/{orang.nip}/").content.decode()
    assert pindahkan(by=kantor_contoh.akun(ADMINISTRATOR_LAIN), pegawai=orang, unit=tujuan, **sk).diterapkan_pada


# --- leave and study -------------------------------------------------------------------------------------------


@pytest.mark.syarat("BABEL-9-6")
@pytest.mark.parametrize(("kode", "jenis"), [("cltn", "cltn"), ("tubel", "tubel")])
def test_leave_and_study_keep_from_work_while_they_last(kantor_contoh: KantorUji, kode: str, jenis: str):
    orang, awal, akhir = kantor_contoh.orang(PEMILIK), KEMARIN - timedelta(days=30), KEMARIN + timedelta(days=30)
    assert (bertugas(orang), halangan_pada(orang)) == (True, [])
    baris(orang, kode, mulai=awal.isoformat(), selesai=akhir.isoformat())
    assert [(satu.jenis, satu.dari, satu.sampai) for satu in halangan_pada(orang)] == [(jenis, awal, akhir)]
    assert not bertugas(orang)
    assert bertugas(orang, akhir + timedelta(days=1))


def test_whoever_studies_beside_the_post_is_at_work(kantor_contoh: KantorUji):
    orang = kantor_contoh.orang(PEMILIK)
    baris(orang, "tubel", mulai="1-1-2025", selesai="31-12-2030", status_jabatan="tetap")
    assert bertugas(orang)


def test_coming_back_early_ends_the_leave(kantor_contoh: KantorUji):
    orang = kantor_contoh.orang(PEMILIK)
    baris(orang, "cltn", mulai="1-1-2026", selesai="31-12-2028")
    assert not bertugas(orang)
    baris(orang, "cltn", jenis="3", mulai=KEMARIN.isoformat(), selesai="")
    assert bertugas(orang)


# --- what runs out ---------------------------------------------------------------------------------------------


def test_a_contract_runs_out_and_the_next_takes_its_place(kantor_contoh: KantorUji):
    orang, akun = kantor_contoh.orang(21), kantor_contoh.akun(21)
    semua_wajib(kantor_contoh, 21)
    Riwayat.objects.milik(orang).jenis("kontrak_pppk").delete()
    lama = baris(orang, "kontrak_pppk", mulai="1-3-2019", selesai="28-2-2024")
    assert riwayat_habis(orang) == [(lama, date(2024, 2, 28))]
    langkah = langkah_berikutnya(akun, orang, [])
    assert langkah is not None
    assert (langkah.judul, langkah.keadaan) == ("Perbarui perjanjian kerja PPPK", "kedaluwarsa")
    assert "berlaku sampai 28 Februari 2024" in langkah.kalimat
    assert "Kedaluwarsa" in teks(Situs(kantor_contoh).masuk(21).get("/riwayat/?jenis=kontrak_pppk"))
    baris(orang, "kontrak_pppk", nomor="PK-2", mulai="1-3-2024", selesai=LUSA.isoformat(), perpanjangan_ke=1)
    assert riwayat_habis(orang) == []


def test_certificates_replace_only_their_own_kind(kantor_contoh: KantorUji):
    orang = kantor_contoh.orang(PEMILIK)
    baris(orang, "sertifikasi", nama="STR Perawat", tgl_sertifikat="1-1-2018", berlaku_sampai="1-1-2023")
    baris(orang, "sertifikasi", nama="Sertifikat pendidik", tgl_sertifikat="1-1-2020")
    assert [satu.data["nama"] for satu, _ in riwayat_habis(orang)] == ["STR Perawat"]
    baris(orang, "sertifikasi", nama="str perawat", tgl_sertifikat="1-1-2023", berlaku_sampai=LUSA.isoformat())
    assert riwayat_habis(orang) == []


def test_the_paper_of_a_contract_that_ran_out_is_expired(kantor_contoh: KantorUji):
    semua_wajib(kantor_contoh, 21)
    dokumen = berkas(kantor_contoh, 21, "PK_PPPK", status=StatusDokumen.TERVERIFIKASI)
    satu = baris(kantor_contoh.orang(21), "kontrak_pppk", mulai="1-3-2019", selesai="28-2-2024")
    satu.bukti.create(dokumen=dokumen)
    langkah = langkah_berikutnya(kantor_contoh.akun(21), kantor_contoh.orang(21), [])
    assert langkah is not None
    assert langkah.kalimat == "Berlakunya sampai 28 Februari 2024. Unggah yang baru bila sudah ada."
    assert satu.status == StatusRiwayat.TERVALIDASI


# --- standing --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("jenis", "kedudukan"),
    [("1", "02"), ("5", "13"), ("6", "03"), ("7", "03"), ("9", "07"), ("10", "08"), ("2", "06")],
)
def test_the_standing_follows_the_row_and_the_row_of_coming_back(kantor_contoh: KantorUji, jenis: str, kedudukan: str):
    orang, hari = kantor_contoh.orang(PEMILIK), timezone.localdate()
    baris(orang, "cltn", jenis=jenis, mulai=hari.isoformat(), selesai="")
    segarkan()
    assert kantor_contoh.orang(PEMILIK).kedudukan_hukum == kedudukan
    kembali = {"1": "3", "5": "3", "6": "8", "7": "8", "9": "11", "10": "12", "2": "4"}[jenis]
    baris(orang, "cltn", jenis=kembali, mulai=LUSA.isoformat(), selesai="")
    segarkan()
    assert kantor_contoh.orang(PEMILIK).kedudukan_hukum == kedudukan
    with time_machine.travel(timezone.now() + timedelta(days=3)):
        segarkan()
    assert kantor_contoh.orang(PEMILIK).kedudukan_hukum == "01"


def test_the_day_of_being_back_ends_the_leave_without_a_row_of_its_own(kantor_contoh: KantorUji):
    aktif = {"selesai": "", "tanggal_aktif": LUSA.isoformat()}
    baris(kantor_contoh.orang(PEMILIK), "cltn", jenis="1", mulai="1-2-2024", **aktif)
    segarkan()
    assert kantor_contoh.orang(PEMILIK).kedudukan_hukum == "02"
    with time_machine.travel(timezone.now() + timedelta(days=3)):
        segarkan()
        assert not halangan_pada(kantor_contoh.orang(PEMILIK))
    assert kantor_contoh.orang(PEMILIK).kedudukan_hukum == "01"


def test_a_leave_that_ran_out_sends_nobody_on_leave(kantor_contoh: KantorUji):
    baris(kantor_contoh.orang(PEMILIK), "cltn", jenis="1", mulai="1-2-2022", selesai=KEMARIN.isoformat())
    segarkan()
    assert kantor_contoh.orang(PEMILIK).kedudukan_hukum == "01"


def test_out_of_what_rows_do_not_decide_none_leads(kantor_contoh: KantorUji):
    Pegawai.objects.filter(nip=kantor_contoh.nip[PEMILIK]).update(kedudukan_hukum="04")
    baris(kantor_contoh.orang(PEMILIK), "cltn", jenis="3", mulai="1-2-2024", selesai="")
    segarkan()
    assert kantor_contoh.orang(PEMILIK).kedudukan_hukum == "04"


def test_of_a_row_and_a_correction_the_later_holds(kantor_contoh: KantorUji):
    orang = kantor_contoh.orang(PEMILIK)
    baris(orang, "cltn", jenis="3", mulai="1-2-2024", selesai="")
    satu = terverifikasi(kantor_contoh, "perbaikan_data", "KTP", kedudukan_hukum="02")
    assert validasi(kantor_contoh, satu).kedudukan_hukum == "02"
    segarkan()
    assert kantor_contoh.orang(PEMILIK).kedudukan_hukum == "02"


def test_the_administrator_reads_what_becomes_of_the_standing(kantor_contoh: KantorUji):
    hari = timezone.localdate().isoformat()
    satu = terverifikasi(kantor_contoh, "cltn", "SK_CLTN", mulai=hari, selesai="")
    halaman = Situs(kantor_contoh).masuk(ADMINISTRATOR).get(f"/validasi/{satu.pk}/")
    assert "kedudukan hukum menjadi CLTN (sekarang Aktif)" in teks(halaman)
