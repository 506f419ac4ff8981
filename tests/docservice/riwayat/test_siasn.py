"""The id of a row at BKN: who notes it, of which rows, and what becomes of it when the row is corrected."""

from __future__ import annotations

import pytest
from django.urls import reverse

from docservice.audit.models import Jejak
from docservice.riwayat import actions
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.models import Riwayat
from docservice.riwayat.siasn import catat_siasn
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.errors import IsianSalah, SudahBerubah, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, KEPALA, PEMILIK, Situs, teks
from tests.docservice.layanan.alat import berpangkat
from tests.docservice.riwayat.alat import GOLONGAN, ajukan, usulan

pytestmark = pytest.mark.django_db
ID = "A5EB03E2401DF6A0E040640A040252AD"


@pytest.fixture
def sah(kantor_contoh: KantorUji) -> Riwayat:
    return usulan(kantor_contoh, StatusRiwayat.TERVALIDASI)


def catat(kantor: KantorUji, satu: Riwayat, siasn_id: str = ID, by: int = ADMINISTRATOR) -> Riwayat:
    return catat_siasn(by=kantor.akun(by), riwayat=satu, siasn_id=siasn_id)


@pytest.mark.syarat("BABEL-5-1b")
def test_an_administrator_notes_it_and_takes_a_wrong_one_away(kantor_contoh: KantorUji, sah: Riwayat):
    assert catat(kantor_contoh, sah, f" {ID} ").siasn_id == ID
    assert catat(kantor_contoh, sah, "").siasn_id == ""
    rincian = [satu.rincian for satu in Jejak.objects.filter(aksi="riwayat.siasn").order_by("nomor")]
    assert [(satu["siasn_id"], satu["semula"]) for satu in rincian] == [(ID, ""), ("", ID)]


@pytest.mark.parametrize("salah", ["pendek", "a b c d e f g h", "x" * 61, "<script>alert(1)</script>"])
def test_what_is_no_id_is_refused(kantor_contoh: KantorUji, sah: Riwayat, salah: str):
    with pytest.raises(IsianSalah, match="Tulis ID seperti di SIASN"):
        catat(kantor_contoh, sah, salah)


def test_no_two_rows_of_a_kind_have_the_same(kantor_contoh: KantorUji, sah: Riwayat):
    catat(kantor_contoh, sah)
    lain = berpangkat(kantor_contoh, 14, "III/a", sah.tmt)  # type: ignore[arg-type]
    with pytest.raises(IsianSalah, match="sudah dipakai"):
        catat(kantor_contoh, lain)
    assert not Riwayat.objects.get(pk=lain.pk).siasn_id


@pytest.mark.parametrize("nomor", [PEMILIK, FASILITATOR, KEPALA])
def test_nobody_else_does(kantor_contoh: KantorUji, sah: Riwayat, nomor: int):
    with pytest.raises(TidakBerwenang):
        catat(kantor_contoh, sah, by=nomor)


def test_not_of_a_proposal_nor_of_a_kind_that_bkn_does_not_keep(kantor_contoh: KantorUji, sah: Riwayat):
    Riwayat.objects.filter(pk=sah.pk).update(jenis="saudara")
    with pytest.raises(SudahBerubah, match="tidak mempunyai tempat di SIASN"):
        catat(kantor_contoh, Riwayat.objects.get(pk=sah.pk))
    Riwayat.objects.filter(pk=sah.pk).update(jenis="golongan", status=StatusRiwayat.DIAJUKAN)
    with pytest.raises(SudahBerubah, match="tervalidasi"):
        catat(kantor_contoh, Riwayat.objects.get(pk=sah.pk))


def test_a_correction_takes_it_over(kantor_contoh: KantorUji, sah: Riwayat):
    catat(kantor_contoh, sah)
    benar = GOLONGAN | {"sk_nomor": "821.13/0914/BKPSDM/2022"}
    baru = ajukan(kantor_contoh, data=benar, menggantikan=Riwayat.objects.get(pk=sah.pk), alasan="Nomornya keliru.")
    Riwayat.objects.filter(pk=baru.pk).update(status=StatusRiwayat.DIVERIFIKASI)
    baru = actions.validasi(by=kantor_contoh.akun(ADMINISTRATOR), riwayat=Riwayat.objects.get(pk=baru.pk))
    assert Riwayat.objects.get(pk=baru.pk).siasn_id == ID


def test_its_owner_reads_it_and_types_it_nowhere(kantor_contoh: KantorUji, sah: Riwayat):
    situs, alamat = Situs(kantor_contoh), reverse("riwayat:usulan", args=[sah.pk])
    klien = situs.masuk(ADMINISTRATOR)
    assert klien.post(f"{alamat}siasn/", {"siasn_id": "pendek"}).status_code == 422
    assert klien.post(f"{alamat}siasn/", {"siasn_id": ID}).status_code == 302
    assert f"ID di SIASN {ID}" in teks(situs.masuk(PEMILIK).get(alamat))
    assert "Simpan ID" not in teks(situs.masuk(PEMILIK).get(alamat))
    assert not [j.kode for j in SEMUA.values() if "siasn_id" in j.skema.base_fields]
