"""What holds today follows from rows as of today: post, education, golongan, unit; corrections and days to come."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import Klaim
from docservice.audit.models import Jejak
from docservice.integrasi.statistik import UKURAN
from docservice.naskah.isi.fakta import mungkin
from docservice.pegawai.actions import pindahkan
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.riwayat.golongan import golongan_berlaku
from docservice.riwayat.kini import kini
from docservice.riwayat.models import Riwayat
from docservice.riwayat.turunan import segarkan, segarkan_semua
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR, PEMILIK, Situs, teks
from tests.docservice.riwayat.alat_kini import LUSA, terverifikasi, validasi
from tests.docservice.riwayat.alat_peringatan import baris

pytestmark = pytest.mark.django_db
ARSIPARIS = {"nama_jabatan": "Arsiparis Ahli Pertama", "unit_kerja": "Bappeda"}


# --- post ------------------------------------------------------------------------------------------------------


@pytest.mark.syarat("POSO-4-b1", "POSO-4-b2")
def test_a_validated_post_is_the_post(kantor_contoh: KantorUji):
    assert kantor_contoh.orang(PEMILIK).jabatan == "Penelaah Teknis Kebijakan"
    orang = validasi(kantor_contoh, terverifikasi(kantor_contoh, "jabatan", "SK_JAB", **ARSIPARIS))
    assert (orang.jabatan, orang.jenis_jabatan) == ("Arsiparis Ahli Pertama", "2")
    assert Jejak.objects.get(aksi="pegawai.diperbarui").rincian == {"bidang": ["jabatan", "jenis_jabatan"]}


def test_whoever_holds_two_posts_is_counted_as_structural(kantor_contoh: KantorUji):
    """The person's own row knows three kinds; eligibility asks for pelaksana only."""
    baris(kantor_contoh.orang(PEMILIK), "jabatan", jenis_jabatan="3", eselon="41", jenjang="MU")
    segarkan([kantor_contoh.orang(PEMILIK).pk])
    assert kantor_contoh.orang(PEMILIK).jenis_jabatan == "1"


def test_an_older_post_that_is_filled_in_later_changes_nothing(kantor_contoh: KantorUji):
    validasi(kantor_contoh, terverifikasi(kantor_contoh, "jabatan", "SK_JAB", **ARSIPARIS))
    dulu = {"nama_jabatan": "Staf", "tmt_jabatan": "1-3-2022", "jenis_jabatan": "4"}
    orang = validasi(kantor_contoh, terverifikasi(kantor_contoh, "jabatan", "SPMT", **dulu))
    assert orang.jabatan == "Arsiparis Ahli Pertama"


@pytest.mark.syarat("BABEL-1-14")
def test_a_corrected_post_corrects_the_person(kantor_contoh: KantorUji):
    lama = terverifikasi(kantor_contoh, "jabatan", "SK_JAB", **ARSIPARIS)
    validasi(kantor_contoh, lama)
    ganti = {"menggantikan": Riwayat.objects.get(pk=lama.pk), "alasan": "Salah baca."}
    benar = terverifikasi(kantor_contoh, "jabatan", "SPP", nama_jabatan="Pranata Komputer Ahli Pertama", lain=ganti)
    assert kantor_contoh.orang(PEMILIK).jabatan == "Arsiparis Ahli Pertama"
    assert validasi(kantor_contoh, benar).jabatan == "Pranata Komputer Ahli Pertama"


def test_a_post_to_come_waits_for_its_day(kantor_contoh: KantorUji):
    satu = terverifikasi(kantor_contoh, "jabatan", "SK_JAB", **ARSIPARIS, tmt_jabatan=LUSA.isoformat())
    assert validasi(kantor_contoh, satu).jabatan == "Penelaah Teknis Kebijakan"
    assert segarkan() == []
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        segarkan_semua("", Klaim(Job(jenis="riwayat.segarkan", subjek=""), "uji"))
    assert kantor_contoh.orang(PEMILIK).jabatan == "Arsiparis Ahli Pertama"


@pytest.mark.syarat("POSO-4-b3")
def test_after_a_dismissal_there_is_no_post(kantor_contoh: KantorUji):
    orang = kantor_contoh.orang(PEMILIK)
    baris(orang, "jabatan")
    baris(orang, "jabatan", jenis_perubahan="henti", tmt_jabatan="1-2-2025")
    assert segarkan([orang.pk]) == [orang.pk]
    kini_ini = kantor_contoh.orang(PEMILIK)
    assert (kini_ini.jabatan, kini_ini.jenis_jabatan) == ("Tanpa jabatan", "4")


def test_of_a_move_and_a_row_the_later_names_the_post(kantor_contoh: KantorUji):
    orang = kantor_contoh.orang(PEMILIK)
    baris(orang, "jabatan", nama_jabatan="Arsiparis")
    tujuan = UnitKerja.objects.get(singkatan="DISDIK")
    isi: dict[str, Any] = {
        "pegawai": orang,
        "unit": tujuan,
        "sk_nomor": "1",
        "sk_tanggal": date(2025, 1, 1),
        "jabatan": "Penata Layanan",
    }
    pindahkan(by=kantor_contoh.akun(ADMINISTRATOR), tmt=date(2025, 2, 1), **isi)
    segarkan([orang.pk])
    assert kantor_contoh.orang(PEMILIK).jabatan == "Penata Layanan"
    baris(orang, "jabatan", nama_jabatan="Kepala Seksi", tmt_jabatan="1-3-2025")
    segarkan([orang.pk])
    assert kantor_contoh.orang(PEMILIK).jabatan == "Kepala Seksi"


def test_the_contract_names_the_post_of_a_pppk(kantor_contoh: KantorUji):
    orang = kantor_contoh.orang(21)
    baris(orang, "kontrak_pppk", jabatan="Guru Ahli Muda")
    segarkan([orang.pk])
    assert kantor_contoh.orang(21).jabatan == "Guru Ahli Muda"


def test_whoever_has_no_row_keeps_what_was_taken_over(kantor_contoh: KantorUji):
    lama = dict(Pegawai.objects.values_list("pk", "jabatan"))
    assert segarkan() == []
    assert dict(Pegawai.objects.values_list("pk", "jabatan")) == lama


def test_an_incomplete_row_names_no_post(kantor_contoh: KantorUji):
    satu = baris(kantor_contoh.orang(PEMILIK), "jabatan")
    Riwayat.objects.filter(pk=satu.pk).update(data={"nama_jabatan": "Staf"})
    assert segarkan() == []


def test_the_administrator_reads_what_it_will_change(kantor_contoh: KantorUji):
    satu = terverifikasi(kantor_contoh, "jabatan", "SK_JAB", **ARSIPARIS)
    nanti = terverifikasi(kantor_contoh, "jabatan", "SPP", nama_jabatan="Lain", tmt_jabatan=LUSA.isoformat())
    klien = Situs(kantor_contoh).masuk(ADMINISTRATOR)
    isi = teks(klien.get(f"/validasi/{satu.pk}/"))
    assert "jabatan menjadi Arsiparis Ahli Pertama (sekarang Penelaah Teknis Kebijakan)." in isi
    assert "Mulai" in teks(klien.get(f"/validasi/{nanti.pk}/"))


# --- education, golongan ---------------------------------------------------------------------------------------


@pytest.mark.syarat("POSO-4-c")
def test_the_highest_recognised_education_counts(kantor_contoh: KantorUji):
    orang = kantor_contoh.orang(PEMILIK)
    baris(orang, "pendidikan", tingkat="45", program_studi="Administrasi Publik", sk_tanggal="1-1-2021")
    baris(orang, "pendidikan", tingkat="40", program_studi="Hukum", sk_tanggal="1-1-2023")
    baris(orang, "pendidikan", tingkat="50", program_studi="Ilmu Politik", sk_tanggal="1-1-2024", diakui_bkn="0")
    segarkan([orang.pk])
    lulus = kantor_contoh.orang(PEMILIK)
    assert (lulus.tingkat_pendidikan, lulus.pendidikan) == ("45", "S-2 Administrasi Publik")


def test_a_golongan_to_come_is_not_the_golongan(kantor_contoh: KantorUji):
    orang = kantor_contoh.orang(PEMILIK)
    Riwayat.objects.milik(orang).jenis("golongan").delete()
    baris(orang, "golongan", golongan="III/a", tmt_golongan="1-2-2022")
    nanti = timezone.localdate().replace(day=1, year=timezone.localdate().year + 1)
    baris(orang, "golongan", golongan="III/b", tmt_golongan=nanti.isoformat())
    isi = mungkin(orang, "golongan")
    assert (golongan_berlaku(orang), isi and isi["golongan"]) == ("III/a", "III/a")
    assert UKURAN["golongan"]().count("III/a") > 0
    dulu, kelak = kini(orang, "golongan", date(2021, 1, 1)), kini(orang, "golongan", nanti)
    assert (dulu, kelak and kelak.data["golongan"]) == (None, "III/b")
    isi_halaman = teks(Situs(kantor_contoh).masuk(PEMILIK).get("/riwayat/?jenis=golongan"))
    assert "Golongan saat ini: III/a Penata Muda" in isi_halaman
