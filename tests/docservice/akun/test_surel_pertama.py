"""A first office mail: written down by an administrator, nobody's until its mailbox and its owner have answered."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from docservice.akun.models import Kabar, Pengguna, SurelPertama
from docservice.akun.surel_pertama import MATI, batalkan_surel, catat_surel
from docservice.audit.models import Jejak
from docservice.umum.errors import IsianSalah, SudahBerubah, TerlaluSering, TidakBerwenang
from tests.docservice.akun.alat import SANDI_BARU, di_dalam, masuk, sesudah, surel
from tests.docservice.factories import PenugasanFactory
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, KEPALA, Situs, teks

pytestmark = pytest.mark.django_db
ALAMAT, LAIN = "damar.baru@prov.go.id", "damar.lain@prov.go.id"


@pytest.fixture
def baru(situs: Situs) -> Pengguna:
    """Came in from a file without an office mail, and never signed in."""
    akun = situs.akun(13)
    akun.surel, akun.last_login = "", None
    akun.set_unusable_password()
    akun.save()
    return akun


def tautan(ke: str = ALAMAT) -> str:
    [kiriman] = [satu for satu in surel() if satu.to == [ke]][-1:]
    [alamat] = re.findall(r"https?://[^/]+(/masuk/email-pertama/\S+)", str(kiriman.body))
    return alamat


def catat(situs: Situs, orang: Pengguna, alamat: str = ALAMAT, oleh: int = ADMINISTRATOR) -> SurelPertama:
    return catat_surel(by=situs.akun(oleh), orang=orang, surel=alamat)


@pytest.mark.syarat("BABEL-27-2j")
def test_it_becomes_the_owners_when_the_mailbox_answers_with_their_nip(situs: Situs, baru: Pengguna):
    klien = situs.masuk(ADMINISTRATOR)
    halaman = klien.post(reverse("pengelola:surel", args=[baru.pk]), {"surel": ALAMAT}, follow=True)
    assert f"Email pertama {ALAMAT} menunggu pemiliknya" in teks(halaman)
    baru.refresh_from_db()
    assert baru.surel == "", "nothing is set for anybody"
    orang = Client()
    assert ALAMAT in teks(orang.get(tautan()))
    salah = orang.post(tautan(), {"nip": situs.akun(FASILITATOR).nip})
    assert (salah.status_code, "bukan NIP yang dicatat" in teks(salah)) == (422, True)
    tujuan = orang.post(tautan(), {"nip": f"{baru.nip[:8]} {baru.nip[8:]}"})["Location"]
    tujuan = orang.get(tujuan, follow=True).request["PATH_INFO"]
    assert orang.post(tujuan, {"password1": SANDI_BARU, "password2": SANDI_BARU}).status_code == 302
    assert di_dalam(masuk(ALAMAT, SANDI_BARU)[0])
    aksi = Jejak.objects.filter(objek=f"pengguna:{baru.pk}").order_by("nomor").values_list("aksi", "pelaku")
    assert list(aksi)[:2] == [("akses.surel_pertama", situs.akun(ADMINISTRATOR).pk), ("akun.surel_pertama", baru.pk)]
    assert ALAMAT not in str(list(Jejak.objects.values_list("rincian", flat=True)))


@pytest.mark.syarat("BABEL-27-2j")
def test_nobodys_existing_mail_nor_anything_of_who_can_sign_in_is_touched(situs: Situs, baru: Pengguna):
    for ubah in ({"surel": "ada@prov.go.id"}, {"password": situs.akun(FASILITATOR).password}, {"is_active": False}):
        lama = {nama: getattr(baru, nama) for nama in ubah}
        Pengguna.objects.filter(pk=baru.pk).update(**ubah)
        with pytest.raises(SudahBerubah):
            catat(situs, baru)
        Pengguna.objects.filter(pk=baru.pk).update(**lama)
    masuk(situs.akun(FASILITATOR).nip)
    Pengguna.objects.filter(pk=baru.pk).update(last_login=situs.akun(FASILITATOR).last_login)
    with pytest.raises(SudahBerubah, match="sudah dapat masuk"):
        catat(situs, baru)
    assert not SurelPertama.objects.exists()


def test_who_holds_a_role_is_written_down_by_the_head_only(situs: Situs, baru: Pengguna):
    PenugasanFactory.create(pengguna=baru, peran="staf_arsip")
    with pytest.raises(TidakBerwenang, match="Kepala BKPSDMD"):
        catat(situs, baru)
    assert catat(situs, Pengguna.objects.get(pk=baru.pk), oleh=KEPALA).surel == ALAMAT


@pytest.mark.parametrize("oleh", [13, FASILITATOR, KEPALA, 1, 25])
def test_nobody_else_writes_one_down(situs: Situs, baru: Pengguna, oleh: int):
    with pytest.raises(TidakBerwenang):
        catat(situs, baru, oleh=oleh)
    kirim = situs.masuk(oleh).post(reverse("pengelola:surel", args=[baru.pk]), {"surel": ALAMAT})
    assert kirim.status_code in (302, 403)
    assert not SurelPertama.objects.exists()


def test_somebody_elses_address_is_refused(situs: Situs, baru: Pengguna, settings: Any):
    with pytest.raises(IsianSalah):
        catat(situs, baru, situs.akun(FASILITATOR).surel.upper())
    settings.MAIL_DOMAINS = ["prov.go.id"]
    with pytest.raises(IsianSalah):
        catat(situs, baru, "damar@surat.example")
    assert not SurelPertama.objects.exists()


def test_the_last_link_counts_and_dies_with_its_use_its_time_or_its_withdrawal(situs: Situs, baru: Pengguna):
    catat(situs, baru)
    lama = tautan()
    with pytest.raises(TerlaluSering):
        catat(situs, baru)
    catat(situs, baru, LAIN)
    kini = tautan(LAIN)
    assert MATI in teks(Client().get(lama))
    with sesudah(days=4):
        assert MATI in teks(Client().get(kini))
    batalkan_surel(by=situs.akun(ADMINISTRATOR), orang=baru)
    assert Client().post(kini, {"nip": baru.nip}).status_code == 409
    with pytest.raises(SudahBerubah):
        batalkan_surel(by=situs.akun(ADMINISTRATOR), orang=baru)
    catat(situs, baru, LAIN)
    kini = tautan(LAIN)
    assert Client().post(kini, {"nip": baru.nip}).status_code == 302
    assert Client().post(kini, {"nip": baru.nip}).status_code == 409


def test_a_password_made_meanwhile_kills_the_link(situs: Situs, baru: Pengguna):
    catat(situs, baru)
    baru.set_password(SANDI_BARU)
    baru.save()
    assert Client().post(tautan(), {"nip": baru.nip}).status_code == 409
    baru.refresh_from_db()
    assert baru.surel == ""


def test_the_other_administrators_hear_of_it(situs: Situs, baru: Pengguna):
    catat(situs, baru)
    kabar = Kabar.objects.filter(teks__contains="mencatat email dinas pertama")
    assert set(kabar.values_list("pengguna", flat=True)) >= {situs.akun(4).pk, situs.akun(6).pk}
