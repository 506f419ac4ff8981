"""*Ini tampak seperti …*: the uploader puts the paper where it belongs, before anybody vouched for it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from docservice.audit.models import Jejak
from docservice.dokumen.models import Dokumen, PesanIndeks, VersiDokumen
from docservice.dokumen.simpan_sebagai import simpan_sebagai
from docservice.dokumen.status import StatusDokumen
from docservice.riwayat.models import BuktiRiwayat, Riwayat
from docservice.umum.errors import BelumLengkap, SudahBerubah, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import FASILITATOR, PEMILIK, Situs, teks

pytestmark = pytest.mark.django_db


@pytest.fixture
def situs(kantor_contoh: KantorUji) -> Situs:
    return Situs(kantor_contoh)


def tampak(situs: Situs, jenis: str = "IJAZAH", **lain: object) -> Dokumen:
    dokumen = situs.dokumen(PEMILIK, "KARPEG", **lain)
    VersiDokumen.objects.filter(dokumen=dokumen).update(tebakan_jenis=jenis)
    return dokumen


def test_one_press_puts_it_under_the_kind_that_was_read(situs: Situs):
    dokumen, klien = tampak(situs), situs.masuk(PEMILIK)
    halaman = teks(klien.get(reverse("dokumen:proses", args=[dokumen.pk])))
    assert "Simpan sebagai Ijazah" in halaman
    sebelum = PesanIndeks.objects.count()
    jawaban = klien.post(reverse("dokumen:sebagai", args=[dokumen.pk]), {"jenis": "IJAZAH"}, follow=True)
    assert "Disimpan sebagai Ijazah." in teks(jawaban)
    dokumen.refresh_from_db()
    assert (dokumen.jenis_id, dokumen.judul, dokumen.minor) == ("IJAZAH", "Ijazah", "")
    assert dokumen.kelas == dokumen.jenis.kelas
    assert PesanIndeks.objects.count() == sebelum + 1
    assert Jejak.objects.get(aksi="dokumen.jenis_diubah").rincian == {"semula": "KARPEG", "menjadi": "IJAZAH"}
    assert "Simpan sebagai" not in teks(klien.get(reverse("dokumen:proses", args=[dokumen.pk])))


@pytest.mark.parametrize("kode", ["SK_PNS", "KARPEG", ""])
def test_only_the_kind_that_was_read(situs: Situs, kode: str):
    with pytest.raises(SudahBerubah):
        simpan_sebagai(by=situs.akun(PEMILIK), dokumen=tampak(situs), kode=kode)


def test_a_kind_by_the_year_asks_for_its_place(situs: Situs):
    dokumen = tampak(situs, "EKIN")
    assert "Simpan sebagai" not in teks(situs.masuk(PEMILIK).get(reverse("dokumen:proses", args=[dokumen.pk])))
    with pytest.raises(BelumLengkap, match="menurut tahunnya"):
        simpan_sebagai(by=situs.akun(PEMILIK), dokumen=dokumen, kode="EKIN")


def test_not_into_what_one_may_not_put_in(situs: Situs):
    with pytest.raises(TidakBerwenang, match="administrator"):
        simpan_sebagai(by=situs.akun(PEMILIK), dokumen=tampak(situs, "SK_HUKDIS"), kode="SK_HUKDIS")


def test_not_by_others_not_once_verified_and_not_under_a_proposal(situs: Situs):
    dokumen = tampak(situs)
    with pytest.raises(TidakBerwenang, match="pengunggahnya"):
        simpan_sebagai(by=situs.akun(FASILITATOR), dokumen=dokumen, kode="IJAZAH")
    baris = Riwayat.objects.create(
        pegawai=dokumen.pegawai, jenis="pendidikan", data={}, dibuat_oleh=situs.akun(PEMILIK)
    )
    BuktiRiwayat.objects.create(riwayat=baris, dokumen=dokumen)
    with pytest.raises(SudahBerubah, match="bukti usulan"):
        simpan_sebagai(by=situs.akun(PEMILIK), dokumen=dokumen, kode="IJAZAH")
    sah = tampak(situs, status=StatusDokumen.TERVERIFIKASI)
    with pytest.raises(TidakBerwenang, match="terverifikasi"):
        simpan_sebagai(by=situs.akun(PEMILIK), dokumen=sah, kode="IJAZAH")
