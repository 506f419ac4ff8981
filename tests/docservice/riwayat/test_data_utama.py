"""Data utama (C.0, C.1): kept up by its owner, checked, its numbers sealed at rest; the DRH made of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pypdfium2
import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from docservice.audit.models import Jejak
from docservice.dokumen.status import StatusDokumen
from docservice.laporan.drh import Drh
from docservice.pegawai.models import Pegawai
from docservice.pegawai.nip import periksa
from docservice.riwayat import actions
from docservice.riwayat.data_utama import data_utama
from docservice.riwayat.jenis.data_utama import TAK_COCOK, tengah_nik
from docservice.riwayat.jenis.isian import nomor_tersandi
from docservice.riwayat.models import Riwayat
from docservice.riwayat.sandi import buka, segel, sidik, tersegel
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.errors import BelumLengkap, IsianSalah
from tests.docservice.bersama import KantorUji
from tests.docservice.riwayat.alat import ajukan, berkas
from tests.docservice.riwayat.contoh import CONTOH

pytestmark = pytest.mark.django_db
BACKEND = "docservice.akun.backends.NipAtauSurelBackend"
ORANG, LAIN, FASILITATOR, ADMIN, PPPK = 13, 14, 15, 5, 23
NIK = "9901010210970001"
DATA = {
    "nik": NIK,
    "npwp": "99.123.456.7-890.000",
    "alamat": "Jalan Anggrek 12",
    "bank": "Bank Contoh",
    "rekening": "1234567890",
    "agama": "1",
    "status_kawin": "4",
}


def sah(kantor: KantorUji, nomor: int = ORANG, **ubah: Any) -> Riwayat:
    """Proposed over the ordinary way and validated."""
    bukti = berkas(kantor, nomor, "KTP")
    satu = ajukan(kantor, nomor, jenis="data_utama", data=DATA | ubah, bukti=[bukti])
    kini = timezone.now()
    Riwayat.objects.filter(pk=satu.pk).update(status=StatusRiwayat.TERVALIDASI, divalidasi_pada=kini)
    return Riwayat.objects.get(pk=satu.pk)


def masuk(kantor: KantorUji, nomor: int) -> Client:
    klien = Client()
    klien.force_login(kantor.akun(nomor), backend=BACKEND)
    return klien


# --- sealed at rest ---------------------------------------------------------------------------------------------


@pytest.mark.syarat("BABEL-26-3", "BABEL-2-a")
def test_no_number_lies_open_in_the_database(kantor_contoh: KantorUji):
    satu = sah(kantor_contoh)
    assert buka("nik", satu.data["nik"]) == NIK
    assert buka("npwp", satu.data["npwp"]) == "991234567890000"
    with connection.cursor() as kursor:
        kursor.execute("SELECT data, asal_isian, peringatan FROM riwayat_riwayat")
        mentah = str(kursor.fetchall())
        kursor.execute("SELECT rincian FROM audit_jejak")
        mentah += str(kursor.fetchall())
    assert "sandi:" in mentah
    assert not [angka for angka in (NIK, "991234567890000", "1234567890") if angka in mentah]


def test_a_seal_is_bound_to_its_field_and_breaks_when_touched():
    satu, dua = segel("nik", NIK), segel("nik", NIK)
    assert satu != dua
    assert satu.split(":")[1] == dua.split(":")[1] == sidik("nik", NIK)
    assert sidik("npwp", NIK) != sidik("nik", NIK)
    for rusak, nama in ((satu, "npwp"), (f"{satu[:-6]}AAAA==", "nik"), ("sandi:a:b:c", "nik"), ("sandi:", "nik")):
        with pytest.raises(ValueError):
            buka(nama, rusak)


def test_what_is_sealed_already_stays_and_a_form_shows_its_owner_the_number():
    isian = nomor_tersandi("nik", "NIK", 16)
    tertutup = isian.clean("9901 0102 1097 0001")
    assert tersegel(tertutup)
    assert isian.clean(tertutup) == tertutup
    assert isian.prepare_value(tertutup) == NIK
    assert isian.prepare_value("sandi:a:b:c") == ""


@pytest.mark.parametrize(
    ("ubah", "isian"),
    [
        ({"nik": "123"}, "nik"),
        ({"nik": ""}, "nik"),
        ({"nik": "٩٩٠١٠١٠٢١٠٩٧٠٠٠١"}, "nik"),
        ({"nik": "sandi:a:b:c"}, "nik"),
        ({"npwp": "12"}, "npwp"),
        ({"bank": ""}, "bank"),
        ({"kode_pos": "12"}, "kode_pos"),
        ({"no_hp": "nol delapan"}, "no_hp"),
        ({"email": "bukan"}, "email"),
        ({"bpjs": "1"}, "bpjs"),
        ({"agama": "99"}, "agama"),
    ],
)
def test_what_is_wrong_is_named_at_its_field(ubah: dict[str, str], isian: str):
    with pytest.raises(IsianSalah) as tolakan:
        actions.periksa_isian("data_utama", DATA | ubah)
    assert isian in tolakan.value.isian


# --- checks -----------------------------------------------------------------------------------------------------


def test_a_nik_that_contradicts_birth_or_sex_is_a_warning_the_fasilitator_sees(kantor_contoh: KantorUji):
    assert ajukan(kantor_contoh, jenis="data_utama", data=DATA, bukti=[berkas(kantor_contoh, ORANG, "KTP")])
    bukti = [berkas(kantor_contoh, 9, "KTP"), berkas(kantor_contoh, 9, "KK")]
    salah = ajukan(kantor_contoh, 9, jenis="data_utama", data=DATA, bukti=bukti)
    assert salah.peringatan == [TAK_COCOK]
    assert tengah_nik(date(1979, 3, 23), "P") == "630379"


def test_the_same_nik_of_two_people_is_noticed_without_opening_either(kantor_contoh: KantorUji):
    sah(kantor_contoh)
    sah(kantor_contoh, 25)
    catatan = data_utama(kantor_contoh.akun(25), kantor_contoh.orang(25)).catatan
    assert "NIK ini juga tercatat pada pegawai lain." in catatan


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        ({"tanggal_lahir": date(1990, 1, 1)}, "Tanggal lahir"),
        ({"jenis_kelamin": "P"}, "Jenis kelamin"),
        ({"tmt_cpns": date(2022, 3, 1)}, "TMT CPNS"),
        ({"jenis_asn": "PPPK"}, "jenis ASN"),
    ],
)
def test_a_nip_that_contradicts_the_person_is_named(kantor_contoh: KantorUji, ubah: dict[str, Any], kata: str):
    orang = kantor_contoh.orang(ORANG)
    assert orang.periksa_nip() == []
    for nama, nilai in ubah.items():
        setattr(orang, nama, nilai)
    assert [satu for satu in orang.periksa_nip() if kata in satu]


@pytest.mark.parametrize(
    ("nip", "muda"),
    [
        ("199606152014061001", False),
        ("199606152014051001", True),
        ("199606152014211001", False),
        ("199606152013211001", True),
    ],
)
def test_a_nip_of_somebody_appointed_before_eighteen_is_named(nip: str, muda: bool):
    pppk = nip[12:14] == "21"
    beda = periksa(nip, lahir=date(1996, 6, 15), kelamin="L", tmt_cpns=None, pppk=pppk)
    assert beda == (["Menurut NIP, pengangkatannya sebelum berusia 18 tahun."] if muda else [])


def test_every_nip_of_the_sample_office_agrees(kantor_contoh: KantorUji):
    assert [p.nip for p in Pegawai.objects.all() if p.periksa_nip()] == []


# --- pages ------------------------------------------------------------------------------------------------------


def test_the_owner_sees_the_numbers_others_their_last_digits_and_an_administrator_after_a_trace(
    kantor_contoh: KantorUji,
):
    sah(kantor_contoh)
    alamat = f"/data-utama/?pegawai={kantor_contoh.nip[ORANG]}"
    assert NIK in masuk(kantor_contoh, ORANG).get("/data-utama/").content.decode()
    for nomor in (FASILITATOR, ADMIN):
        isi = masuk(kantor_contoh, nomor).get(alamat).content.decode()
        assert NIK not in isi
        assert "•••• 0001" in isi
    assert masuk(kantor_contoh, FASILITATOR).post(alamat).status_code == 403
    assert not Jejak.objects.filter(aksi="data_utama.nomor_dilihat").exists()
    assert NIK in masuk(kantor_contoh, ADMIN).post(alamat).content.decode()
    assert Jejak.objects.filter(aksi="data_utama.nomor_dilihat").count() == 1
    assert masuk(kantor_contoh, LAIN).get(alamat).status_code == 404


@pytest.mark.syarat("BABEL-5-1a")
def test_the_page_holds_identity_address_contact_and_the_papers_behind_them(kantor_contoh: KantorUji):
    satu = sah(kantor_contoh, no_hp="0812-3456-7890", email="damar@contoh.example", kode_pos="33111")
    isi = masuk(kantor_contoh, ORANG).get("/data-utama/").content.decode()
    orang = kantor_contoh.orang(ORANG)
    for kata in (orang.nama, orang.tempat_lahir, "2 Oktober 1997", NIK, "99.123.456.7-890.000", "Belum kawin"):
        assert kata in isi or kata.replace(".", "").replace("-", "") in isi, kata
    for kata in ("Jalan Anggrek 12", "33111", "0812-3456-7890", "damar@contoh.example"):
        assert kata in isi, kata
    bukti = satu.bukti.get().dokumen
    assert f"/dokumen/{bukti.pk}/" in masuk(kantor_contoh, ORANG).get(f"/riwayat/usulan/{satu.pk}/").content.decode()


def test_whoever_decides_on_it_compares_the_whole_number_with_the_paper(kantor_contoh: KantorUji):
    satu = ajukan(kantor_contoh, jenis="data_utama", data=DATA, bukti=[berkas(kantor_contoh, ORANG, "KTP")])
    assert NIK in masuk(kantor_contoh, FASILITATOR).get(f"/usulan/{satu.pk}/").content.decode()
    assert NIK not in masuk(kantor_contoh, FASILITATOR).get(f"/riwayat/usulan/{satu.pk}/").content.decode()


@pytest.mark.syarat("BABEL-14-1")
def test_the_portrait_of_the_archive_stands_on_the_page(kantor_contoh: KantorUji):
    foto = berkas(kantor_contoh, ORANG, "FOTO", status=StatusDokumen.TERVERIFIKASI)
    isi = masuk(kantor_contoh, ORANG).get("/data-utama/").content.decode()
    assert f"/dokumen/{foto.pk}/" in isi
    assert "Pas foto" in isi


# --- DRH --------------------------------------------------------------------------------------------------------


def baris(kantor: KantorUji, *jenis: str, nomor: int = ORANG) -> None:
    for kode in jenis:
        data = actions.periksa_isian(kode, CONTOH[kode][0])
        actions.tulis_dari_keputusan(
            by=kantor.akun(ADMIN), pegawai=kantor.orang(nomor), jenis=kode, data=data, dokumen=berkas(kantor, nomor)
        )


@pytest.mark.syarat("BABEL-14-2b", "BABEL-14-1", "BABEL-14-2a")
def test_the_drh_is_made_of_validated_rows_of_every_part(kantor_contoh: KantorUji):
    sah(kantor_contoh)
    baris(
        kantor_contoh,
        *("golongan", "pendidikan", "diklat", "kursus", "jabatan", "penghargaan", "pasangan", "anak", "orang_tua"),
    )
    isi = Drh.dari(kantor_contoh.orang(ORANG))
    assert isi.kurang() == []
    assert len(isi.tampil()) == 9
    assert isi.pdf().startswith(b"%PDF")
    klien = masuk(kantor_contoh, ORANG)
    halaman = klien.get(f"/drh/{kantor_contoh.nip[ORANG]}/").content.decode()
    assert "Unduh PDF" in halaman
    assert klien.post(f"/drh/{kantor_contoh.nip[ORANG]}/unduh/").content.startswith(b"%PDF")
    assert Jejak.objects.filter(aksi="drh.diunduh").count() == 1


def test_the_drh_of_a_pppk_names_the_golongan_of_the_contract(kantor_contoh: KantorUji):
    orang = kantor_contoh.orang(PPPK)
    assert Drh.dari(orang).kurang() == ["perjanjian kerja PPPK", "pendidikan"]
    baris(kantor_contoh, "kontrak_pppk", "pendidikan", nomor=PPPK)
    with pypdfium2.PdfDocument(Drh.dari(orang).pdf()) as pdf:
        kata = " ".join(pdf[0].get_textpage().get_text_bounded().split())
    assert "Golongan : IX" in kata
    assert "Pangkat" not in kata
    assert "PK-1/2024" in kata


def test_what_the_form_cannot_do_without_is_said(kantor_contoh: KantorUji):
    with pytest.raises(BelumLengkap, match="golongan, pendidikan"):
        Drh.dari(kantor_contoh.orang(ORANG)).pdf()
    klien = masuk(kantor_contoh, ORANG)
    assert "belum dapat dibuat" in klien.get(f"/drh/{kantor_contoh.nip[ORANG]}/").content.decode()
    assert klien.post(f"/drh/{kantor_contoh.nip[ORANG]}/unduh/").status_code == 422


@pytest.mark.parametrize(
    ("nomor", "status"), [(ORANG, 200), (FASILITATOR, 200), (ADMIN, 200), (2, 200), (7, 404), (9, 404), (1, 404)]
)
def test_who_may_read_the_drh(kantor_contoh: KantorUji, nomor: int, status: int):
    assert masuk(kantor_contoh, nomor).get(f"/drh/{kantor_contoh.nip[ORANG]}/").status_code == status


# --- the rest of C.1 ----------------------------------------------------------------------------------------------

LENGKAP: dict[str, Any] = {
    "kabupaten": "Kabupaten Contoh",
    "no_telp": "(0717) 123-456",
    "nip_lama": "131234567",
    "karpeg": "A 01234567",
    "npwp_tanggal": "1-2-2022",
    "taspen_tanggal": "1-2-2022",
    "cpns_sk_nomor": "821.13/1/2022",
    "cpns_sk_tanggal": "20-1-2022",
    "cpns_jabatan": "Penelaah Teknis Kebijakan",
    "tmt_pns": "1-2-2023",
    "sttpl_nomor": "12/LATSAR/2022",
    "skck_nomor": "SKCK/1",
    "kelas_jabatan": "7",
    "jenis_pengenal": "paspor",
    "nomor_pengenal": "12345678",
}


@pytest.mark.syarat("BABEL-5-1a")
def test_every_field_of_c1_is_kept_and_read_back(kantor_contoh: KantorUji):
    satu = sah(kantor_contoh, ORANG, **LENGKAP)
    isi = data_utama(kantor_contoh.akun(ORANG), kantor_contoh.orang(ORANG))
    terbaca = {nama: nilai for nama, _, nilai in isi.terisi}
    assert (terbaca["karpeg"], terbaca["tmt_pns"], terbaca["kelas_jabatan"]) == ("A 01234567", "1 Februari 2023", "7")
    assert terbaca["jenis_pengenal"] == "Paspor"
    assert "12345678" not in str(satu.data), "the number of a passport is sealed as well"
    assert "Nomor Tapera" in isi.kosong


@pytest.mark.parametrize(
    ("ubah", "bidang"),
    [
        ({"nip_lama": "12345"}, "nip_lama"),
        ({"karpeg": "12 A"}, "karpeg"),
        ({"tmt_pns": "2-2-2023"}, "tmt_pns"),
        ({"cpns_sk_nomor": "", "cpns_sk_tanggal": "1-2-2022"}, "cpns_sk_nomor"),
        ({"skck_tanggal": "1-1-2099"}, "skck_tanggal"),
        ({"jenis_pengenal": ""}, "jenis_pengenal"),
        ({"kelas_jabatan": "18"}, "kelas_jabatan"),
        ({"taspen_kantor": "entah"}, "taspen_kantor"),
        ({"npwp_tanggal": "kemarin"}, "npwp_tanggal"),
        ({"lokasi_kerja": "x" * 81}, "lokasi_kerja"),
    ],
)
def test_what_is_wrong_in_the_rest_is_named_at_its_field(ubah: dict[str, str], bidang: str):
    with pytest.raises(IsianSalah) as tolakan:
        actions.periksa_isian("data_utama", DATA | LENGKAP | ubah)
    assert bidang in tolakan.value.isian


def test_pns_before_cpns_warns_and_does_not_block(kantor_contoh: KantorUji):
    bukti = berkas(kantor_contoh, ORANG, "KTP")
    satu = ajukan(kantor_contoh, ORANG, jenis="data_utama", data=DATA | {"tmt_pns": "1-2-2020"}, bukti=[bukti])
    assert any("TMT PNS tidak sesudah TMT CPNS" in kata for kata in satu.peringatan)
