"""BUP by the post in force, TMT pensiun from it; both on pages and over the API, neither ever typed (C.1, C.5)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from docservice.pegawai.models import Pegawai
from docservice.pegawai.muat import muat_referensi
from docservice.riwayat.data_utama import data_utama
from docservice.riwayat.pensiun import BELUM, pensiun, tmt_pensiun
from tests.docservice.api.conftest import KlienApi
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import token_untuk
from tests.docservice.halaman import PEMILIK, Situs, teks
from tests.docservice.riwayat.alat_peringatan import baris

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("lahir", "bup", "tmt"),
    [
        (date(1971, 3, 14), 60, date(2031, 4, 1)),
        (date(1990, 12, 9), 58, date(2049, 1, 1)),
        (date(1984, 12, 12), 58, date(2043, 1, 1)),
        (date(1967, 7, 28), 58, date(2025, 8, 1)),
        (date(1980, 11, 1), 65, date(2045, 12, 1)),
        (date(1972, 2, 29), 58, date(2030, 3, 1)),
    ],
)
def test_it_counts_from_the_month_after(lahir: date, bup: int, tmt: date):
    assert tmt_pensiun(lahir, bup) == tmt


@pytest.mark.parametrize(
    ("isi", "bup"),
    [
        ({"jenis_jabatan": "1", "eselon": "22", "nama_jabatan": "Kepala Biro"}, 60),
        ({"jenis_jabatan": "1", "eselon": "32", "nama_jabatan": "Kepala Bidang"}, 58),
        ({"jenis_jabatan": "4", "nama_jabatan": "Pengadministrasi Perkantoran"}, 58),
        ({"jenis_jabatan": "2", "jenjang": "MU", "nama_jabatan": "Perencana Ahli Muda"}, 58),
        ({"jenis_jabatan": "2", "jenjang": "MA", "nama_jabatan": "Perencana Ahli Madya"}, 60),
        ({"jenis_jabatan": "2", "jenjang": "UT", "nama_jabatan": "Analis Entah Ahli Utama"}, 65),
        ({"jenis_jabatan": "2", "jenjang": "PT", "nama_jabatan": "Guru Ahli Pertama"}, 60),
        ({"jenis_jabatan": "1", "jenis_perubahan": "henti", "eselon": "22", "nama_jabatan": "Kepala Biro"}, 58),
    ],
)
@pytest.mark.parametrize("tabel", [False, True])
def test_the_age_follows_the_post_in_force(kantor_contoh: KantorUji, isi: dict[str, str], bup: int, tabel: bool):
    orang = kantor_contoh.orang(PEMILIK)
    if tabel:
        muat_referensi()
    baris(orang, "jabatan", tmt_jabatan="1-2-2022", nama_jabatan="Penata", jenis_jabatan="4")
    baris(orang, "jabatan", tmt_jabatan="1-2-2024", **isi)
    hasil = pensiun(orang)
    assert (hasil.bup, hasil.tmt) == (bup, tmt_pensiun(orang.tanggal_lahir, bup))


def test_what_is_not_known_is_said(kantor_contoh: KantorUji):
    orang = kantor_contoh.orang(PEMILIK)
    assert pensiun(orang).bup == 58, "a post of no rank"
    for jenis in ("1", "2"):
        orang.jenis_jabatan, orang.jabatan = jenis, "Jabatan Yang Tidak Ada"
        assert (pensiun(orang).bup, pensiun(orang).dasar) == (None, BELUM)
    pppk = kantor_contoh.orang(23)
    assert (pensiun(pppk).tmt, pppk.jenis_asn) == (None, Pegawai.JenisAsn.PPPK)


@pytest.mark.syarat("BABEL-5-1a")
def test_it_stands_on_the_pages_and_in_the_api(situs: Situs):
    orang = situs.orang(PEMILIK)
    baris(
        orang, "jabatan", tmt_jabatan="1-2-2024", jenis_jabatan="2", jenjang="MA", nama_jabatan="Perencana Ahli Madya"
    )
    klien = situs.masuk(PEMILIK)
    for alamat in (f"/pegawai/{orang.nip}/", "/data-utama/", f"/drh/{orang.nip}/"):
        assert "1 November 2057" in teks(klien.get(alamat)), alamat
    api = KlienApi()
    api.credentials(HTTP_AUTHORIZATION=f"Bearer {token_untuk(situs.akun(PEMILIK))}")
    profil: dict[str, Any] = api.get(f"/api/v1/pegawai/{orang.nip}/data-utama/").json()["profil"]
    assert (profil["bup_pensiun"], profil["tmt_pensiun"], profil["status_hidup"]) == (60, "2057-11-01", "hidup")


def test_the_profile_counts_and_dates_what_the_rows_say(kantor_contoh: KantorUji):
    orang = kantor_contoh.orang(PEMILIK)
    baris(orang, "golongan", tmt_golongan="1-2-2022", golongan="III/a")
    baris(orang, "golongan", tmt_golongan="1-2-2026", golongan="III/b")
    baris(orang, "pasangan")
    baris(orang, "pemberhentian", jenis="2", tmt="1-3-2026")
    isi = {b.nama: (b.nilai, b.kata) for b in data_utama(kantor_contoh.akun(PEMILIK), orang).profil}
    assert isi["gol_ruang_awal"][0] == "III/a"
    assert (isi["gol_ruang_akhir"][0], isi["tmt_gol_akhir"][1]) == ("III/b", "1 Februari 2026")
    assert isi["jumlah_istri_suami"][0] == 1
    assert isi["status_hidup"] == ("meninggal", "Meninggal 1 Maret 2026")
