"""A new employee by hand, and the region's own row: what the commands do, on pages and over the API."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from docservice.akun.models import Pengguna
from docservice.audit.models import Jejak
from docservice.pegawai.models import Daerah, Pegawai, UnitKerja
from tests.docservice.akun.alat import surel
from tests.docservice.api.conftest import KlienApi
from tests.docservice.factories import token_untuk
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, KEPALA, PEJABAT, STAF_ARSIP, Situs, teks

pytestmark = pytest.mark.django_db
ANI = "199203042019032801"
BUKAN_ADMINISTRATOR = (13, FASILITATOR, KEPALA, PEJABAT)
DAERAH = {
    "nama": "Provinsi Kepulauan Contoh",
    "jabatan_kepala": "GUBERNUR KEPULAUAN CONTOH",
    "tempat": "Kota Baru",
    "singkatan_bkpsdm": "BKPSDMD",
    "kanreg_bkn": "Kepala Kantor Regional V Badan Kepegawaian Negara",
}


def isi(**ubah: Any) -> dict[str, Any]:
    dasar = {
        "nip": "19920304 201903 2 801",
        "nama": "Ani Wulandari",
        "tempat_lahir": "Kota Contoh",
        "jenis_asn": "PNS",
        "jabatan": "Guru Ahli Muda",
        "jenis_jabatan": "2",
        "tingkat_pendidikan": "40",
        "surel": "ani@prov.go.id",
    }
    return dasar | ubah


def unit() -> int:
    return UnitKerja.objects.get(singkatan="DISDIK").pk


def api(situs: Situs, nomor: int) -> KlienApi:
    klien = KlienApi()
    klien.credentials(HTTP_AUTHORIZATION=f"Bearer {token_untuk(situs.akun(nomor))}")
    return klien


def test_a_person_comes_in_with_an_account_that_only_they_open(situs: Situs):
    klien = situs.masuk(ADMINISTRATOR)
    assert "Pegawai baru" in teks(klien.get(reverse("pegawai:daftar")))
    jawab = klien.post(reverse("pengelola:terima"), isi(unit_kerja=unit()), follow=True)
    assert "Tautan untuk membuat kata sandi dikirim ke ani@prov.go.id" in teks(jawab)
    ani = Pegawai.objects.select_related("pengguna", "unit").get(nip=ANI)
    assert (ani.unit.singkatan, ani.tanggal_lahir, ani.jenis_kelamin) == ("DISDIK", date(1992, 3, 4), "P")
    assert ani.pengguna is not None
    assert not ani.pengguna.has_usable_password()
    assert not ani.pengguna.penugasan.exists()
    assert any(satu.to == ["ani@prov.go.id"] and satu.subject == "Kata sandi baru" for satu in surel())
    jejak = Jejak.objects.get(aksi="pegawai.diterima", objek=f"pegawai:{ani.pk}")
    assert jejak.pelaku == situs.akun(ADMINISTRATOR).pk


def test_without_a_mail_nobody_is_invited_and_the_page_says_so(situs: Situs):
    jawab = situs.masuk(ADMINISTRATOR).post(reverse("pengelola:terima"), isi(unit_kerja=unit(), surel=""), follow=True)
    assert "Email dinasnya belum dicatat" in teks(jawab)
    assert not surel()


@pytest.mark.parametrize(
    ("ubah", "kalimat"),
    [
        ({"nip": "1"}, "NIP terdiri atas 18 angka"),
        ({"nip": "199213042019032801"}, "Delapan angka pertama"),
        ({"nip": ""}, "NIP atau NI PPPK belum diisi"),
        ({"nama": ""}, "Nama tanpa gelar belum diisi"),
        ({"nama": "A" * 121}, "120"),
        ({"jenis_asn": "Honorer"}, "tidak dikenal"),
        ({"tingkat_pendidikan": ""}, "Tingkat pendidikan belum diisi"),
        ({"surel": "ani"}, "email"),
        ({"tmt_cpns": "31-2-2019"}, "Tanggal tidak dikenal"),
        ({"unit_kerja": "999999"}, "Pilih unit dari daftar"),
        ({"unit_kerja": ""}, "Unit kerja belum dipilih"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nobody_comes_in(situs: Situs, ubah: dict[str, str], kalimat: str):
    jawab = situs.masuk(ADMINISTRATOR).post(reverse("pengelola:terima"), isi(**({"unit_kerja": unit()} | ubah)))
    assert jawab.status_code == 422
    assert kalimat.lower() in teks(jawab).lower()
    assert not Pegawai.objects.filter(nip=ANI).exists()
    assert not Pengguna.objects.filter(nip=ANI).exists()


def test_somebody_who_is_here_is_not_taken_in_again(situs: Situs):
    lama = situs.orang(13)
    for ubah in ({"nip": lama.nip}, {"surel": situs.akun(13).surel.upper()}):
        jawab = situs.masuk(ADMINISTRATOR).post(reverse("pengelola:terima"), isi(unit_kerja=unit(), **ubah))
        assert jawab.status_code == 422
    lama.refresh_from_db()
    assert lama.nama != "Ani Wulandari"


def test_the_same_over_the_api(situs: Situs):
    klien = api(situs, ADMINISTRATOR)
    jawab = klien.post("/api/v1/penerimaan/", isi(unit=unit(), tanggal_lahir="1992-04-05"), format="json")
    assert jawab.status_code == 201, jawab.json()
    assert jawab.json()["perlu_dilihat"] == ["Tanggal lahir di NIP berbeda dari yang tercatat."]
    lagi = klien.post("/api/v1/penerimaan/", isi(unit=unit()), format="json")
    assert (lagi.status_code, list(lagi.json()["isian"])) == (422, ["nip"])
    kurang = klien.post("/api/v1/penerimaan/", isi(unit=unit(), nip="2", jenis_asn="?"), format="json")
    assert {"nip", "jenis_asn"} <= kurang.json()["isian"].keys()


@pytest.mark.parametrize("nomor", BUKAN_ADMINISTRATOR)
def test_nobody_else_takes_people_in_nor_sets_the_region(situs: Situs, nomor: int):
    klien, lewat_api = situs.masuk(nomor), api(situs, nomor)
    for alamat, kirim in (("pengelola:terima", isi(unit_kerja=unit())), ("pegawai:daerah", DAERAH)):
        assert klien.get(reverse(alamat)).status_code == 403
        assert klien.post(reverse(alamat), kirim).status_code == 403
    assert lewat_api.post("/api/v1/penerimaan/", isi(unit=unit()), format="json").status_code == 403
    assert lewat_api.put("/api/v1/daerah/", DAERAH, format="json").status_code == 403
    kop = f"/api/v1/unit/{unit()}/kop/"
    assert lewat_api.post(kop, {"alamat": "x", "kontak": ""}, format="json").status_code == 403
    assert not Pegawai.objects.filter(nip=ANI).exists()
    assert Daerah.ini().tempat != "Kota Baru"


def test_the_region_is_set_and_journalled_by_the_names_of_what_changed(situs: Situs):
    jawab = situs.masuk(ADMINISTRATOR).post(reverse("pegawai:daerah"), DAERAH)
    assert jawab.status_code == 302
    assert Daerah.ini().tempat == "Kota Baru"
    jejak = Jejak.objects.filter(aksi="daerah.diubah").latest("nomor")
    assert "tempat" in jejak.rincian["bidang"]
    assert api(situs, STAF_ARSIP).get("/api/v1/daerah/").json()["tempat"] == "Kota Baru"
    banyak = Jejak.objects.count()
    assert api(situs, ADMINISTRATOR).put("/api/v1/daerah/", DAERAH, format="json").status_code == 200
    assert Jejak.objects.count() == banyak, "what does not change is not written"


def test_the_agency_stays_one_that_exists(situs: Situs):
    jawab = situs.masuk(ADMINISTRATOR).post(reverse("pegawai:daerah"), DAERAH | {"singkatan_bkpsdm": "ENTAH"})
    assert (jawab.status_code, "tepat satu unit" in teks(jawab)) == (422, True)
    assert Daerah.ini().singkatan_bkpsdm == "BKPSDMD"
    assert situs.masuk(ADMINISTRATOR).post(reverse("pegawai:daerah"), DAERAH | {"nama": " "}).status_code == 422


def test_a_unit_gets_its_letterhead(situs: Situs):
    alamat = reverse("pegawai:ubah_unit", args=[unit(), "kop"])
    assert situs.masuk(ADMINISTRATOR).post(alamat, {"alamat": "Jalan Guru 1", "kontak": "(0717) 1"}).status_code == 302
    satu = UnitKerja.objects.get(pk=unit())
    assert (satu.alamat, satu.kontak) == ("Jalan Guru 1", "(0717) 1")
    assert situs.masuk(ADMINISTRATOR).post(alamat, {"alamat": "x" * 201}).status_code == 422
