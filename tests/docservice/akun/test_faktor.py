"""Second factors: set up, asked for, used once, compulsory for some; and no way around them."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.test import Client, override_settings

from docservice.akun.models import Kabar, Pengguna
from docservice.akun.pemulihan import minta_tautan
from docservice.audit.models import Jejak
from tests.docservice.akun.alat import SANDI, SANDI_BARU, beri_aplikasi, di_dalam, kode_kini, masuk, sesudah, surel
from tests.docservice.alur.test_produksi import PRODUKSI
from tests.docservice.bersama import lingkungan_anak
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, PEJABAT, Situs, teks

pytestmark = pytest.mark.django_db
WAJIB = override_settings(MFA_ROLES=["administrator", "fasilitator", "pejabat_penandatangan"])


def pasang(klien: Client) -> list[str]:
    """Through the pages; gives the recovery codes as they are shown once."""
    halaman = klien.get("/akun/aplikasi/")
    rahasia = re.search(r"<b class=\"nomor\">([A-Z2-7]+)</b>", halaman.content.decode())
    assert rahasia, teks(halaman)
    jawab = klien.post("/akun/aplikasi/", {"code": kode_kini(rahasia[1])})
    assert jawab["Location"] == "/akun/pemulihan/", teks(jawab)
    return re.findall(r"<li class=\"baris nomor\">(\d{8})</li>", klien.get("/akun/pemulihan/").content.decode())


def test_an_app_is_set_up_on_the_account_page_and_asked_for_from_then_on(situs: Situs) -> None:
    klien, akun = situs.masuk(13), situs.akun(13)
    halaman = klien.get("/akun/aplikasi/").content.decode()
    assert "<svg" in halaman
    assert "data:image" not in halaman
    kode = pasang(klien)
    assert len(kode) == 10
    assert "Terpasang" in teks(klien.get("/akun/"))
    orang, jawab = masuk(akun.nip)
    assert jawab["Location"] == "/masuk/kode/"
    assert not di_dalam(orang)
    assert orang.post("/masuk/kode/", {"code": "000000"}).status_code == 200
    assert not di_dalam(orang)
    assert orang.post("/masuk/kode/", {"code": kode[0]}).status_code == 302
    assert di_dalam(orang)


def test_the_owner_is_told_by_notice_and_by_mail(situs: Situs, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        pasang(situs.masuk(13))
    assert Kabar.objects.filter(pengguna=situs.akun(13), teks__startswith="Aplikasi kode dipasang").exists()
    assert any("Aplikasi kode dipasang" in str(satu.body) for satu in surel())


def test_a_code_opens_once(situs: Situs) -> None:
    rahasia = beri_aplikasi(situs.akun(13))
    pertama, _ = masuk(situs.akun(13).nip)
    kode = kode_kini(rahasia)
    pertama.post("/masuk/kode/", {"code": kode})
    assert di_dalam(pertama)
    kedua, _ = masuk(situs.akun(13).nip)
    assert "Kode tidak sesuai." in teks(kedua.post("/masuk/kode/", {"code": kode}))
    assert not di_dalam(kedua)


def test_a_code_of_five_minutes_ago_is_refused(situs: Situs) -> None:
    rahasia = beri_aplikasi(situs.akun(13))
    kode = kode_kini(rahasia)
    with sesudah(minutes=5):
        klien, _ = masuk(situs.akun(13).nip)
        klien.post("/masuk/kode/", {"code": kode})
        assert not di_dalam(klien)


def test_a_recovery_code_opens_once(situs: Situs) -> None:
    beri_aplikasi(situs.akun(13))
    kode = Authenticator.objects.get(user=situs.akun(13), type="recovery_codes").wrap().get_unused_codes()[0]
    for harap in (True, False):
        klien, _ = masuk(situs.akun(13).nip)
        klien.post("/masuk/kode/", {"code": kode})
        assert di_dalam(klien) is harap


def test_codes_cannot_be_guessed(situs: Situs) -> None:
    rahasia = beri_aplikasi(situs.akun(13))
    klien, _ = masuk(situs.akun(13).nip)
    status = [klien.post("/masuk/kode/", {"code": f"{n:06}"}).status_code for n in range(6)]
    assert status == [200] * 5 + [429]
    klien, _ = masuk(situs.akun(13).nip)
    assert klien.post("/masuk/kode/", {"code": kode_kini(rahasia)}).status_code == 429, "another session counts on"
    assert not di_dalam(klien)


def test_the_page_for_the_code_opens_for_nobody_without_the_password(situs: Situs) -> None:
    beri_aplikasi(situs.akun(13))
    assert Client().get("/masuk/kode/")["Location"] == "/masuk/"
    assert Client().post("/masuk/kode/", {"code": "123456"})["Location"] == "/masuk/"


def test_half_a_sign_in_opens_nothing(situs: Situs) -> None:
    beri_aplikasi(situs.akun(13))
    klien, _ = masuk(situs.akun(13).nip)
    for alamat in ("/", "/akun/", "/akun/aplikasi/", "/token/", "/dokumen/unggah/", "/masuk/ulang/"):
        assert klien.get(alamat).status_code == 302, alamat


def test_the_secrets_are_not_readable_in_the_database(situs: Situs) -> None:
    rahasia = beri_aplikasi(situs.akun(13))
    for satu in Authenticator.objects.filter(user=situs.akun(13)):
        assert rahasia not in str(satu.data)
        assert all(str(nilai).startswith("gAAAA") for nama, nilai in satu.data.items() if nama in ("secret", "seed"))
    klien = situs.masuk(25)
    halaman = klien.get("/akun/aplikasi/").content.decode()
    tampak = re.search(r"<b class=\"nomor\">([A-Z2-7]+)</b>", halaman)
    assert tampak
    assert tampak[1] not in str(dict(klien.session)), "the session is a row too"


def test_recovery_codes_are_shown_once_and_made_anew_by_their_owner(situs: Situs) -> None:
    klien = situs.masuk(13)
    lama = pasang(klien)
    assert not re.findall(r">\d{8}<", klien.get("/akun/pemulihan/").content.decode())
    klien.post("/akun/pemulihan/baru/")
    baru = re.findall(r">(\d{8})<", klien.get("/akun/pemulihan/").content.decode())
    assert len(baru) == 10
    assert not set(lama) & set(baru)


def test_setting_up_needs_a_code_that_fits(situs: Situs) -> None:
    klien = situs.masuk(13)
    klien.get("/akun/aplikasi/")
    assert "Kode tidak sesuai." in teks(klien.post("/akun/aplikasi/", {"code": "000000"}))
    assert not Authenticator.objects.filter(user=situs.akun(13)).exists()


def test_taking_the_app_away(situs: Situs) -> None:
    klien = situs.masuk(13)
    pasang(klien)
    assert klien.post("/akun/aplikasi/lepas/")["Location"] == "/akun/"
    assert not Authenticator.objects.filter(user=situs.akun(13)).exists()
    assert di_dalam(masuk(situs.akun(13).nip)[0])


@WAJIB
@pytest.mark.syarat("BABEL-27-2i")
@pytest.mark.parametrize("nomor", [ADMINISTRATOR, FASILITATOR, PEJABAT])
def test_whose_role_asks_for_it_sees_nothing_before_it_is_set_up(situs: Situs, nomor: int) -> None:
    klien, _ = masuk(situs.akun(nomor).nip)
    for alamat in ("/", "/kabar/", "/cari/", "/token/", "/tanda-tangan/"):
        jawab = klien.get(alamat)
        assert (jawab.status_code, jawab["Location"]) == (302, "/akun/"), alamat
    assert klien.post("/token/", {"nama": "x", "cakupan": ["baca"], "hari": "3"})["Location"] == "/akun/"
    assert "Pasang faktor kedua dahulu" in teks(klien.get("/akun/"))
    pasang(klien)
    assert klien.get("/kabar/").status_code == 200


@WAJIB
def test_an_employee_is_not_bound_by_it(situs: Situs) -> None:
    assert di_dalam(masuk(situs.akun(13).nip)[0])


@WAJIB
def test_whom_the_rule_binds_cannot_put_the_last_factor_away(situs: Situs) -> None:
    rahasia = beri_aplikasi(situs.akun(ADMINISTRATOR))
    klien, _ = masuk(situs.akun(ADMINISTRATOR).nip)
    klien.post("/masuk/kode/", {"code": kode_kini(rahasia)})
    assert di_dalam(klien)
    assert "Peran Anda mewajibkan faktor kedua." in teks(klien.post("/akun/aplikasi/lepas/"))
    assert Authenticator.objects.filter(user=situs.akun(ADMINISTRATOR), type="totp").exists()


def test_in_production_the_rule_holds_unless_somebody_writes_it_away() -> None:

    tanya = "from django.conf import settings; print(sorted(settings.MFA_ROLES))"
    hasil = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", tanya],
        env=lingkungan_anak(**PRODUKSI),
        capture_output=True,
        text=True,
        check=True,
    )
    peran = ["administrator", "auditor_internal", "diskominfo", "fasilitator", "kepala_bkpsdm"]
    peran += ["pejabat_penandatangan", "ppk"]
    assert hasil.stdout.strip() == str(peran)


def test_a_new_password_is_no_way_around_the_second_factor(situs: Situs) -> None:
    akun = situs.akun(13)
    beri_aplikasi(akun)
    minta_tautan(akun.nip)
    tautan = re.search(r"http\S+", str(surel()[-1].body))
    assert tautan
    klien = Client()
    borang = klien.get(tautan[0].partition("8000")[2], follow=True)
    klien.post(borang.request["PATH_INFO"], {"password1": SANDI_BARU, "password2": SANDI_BARU})
    _, jawab = masuk(akun.nip, SANDI_BARU)
    assert jawab["Location"] == "/masuk/kode/"
    assert Pengguna.objects.get(pk=akun.pk).check_password(SANDI_BARU)
    assert not Pengguna.objects.get(pk=akun.pk).check_password(SANDI)


def lepas(situs: Situs, nomor: int, oleh: int, alasan: str = "Ponsel hilang; KTP dicocokkan") -> None:
    call_command("lepas_faktor", situs.akun(nomor).nip, oleh=situs.akun(oleh).nip, alasan=alasan, verbosity=0)


def test_a_lost_phone_is_taken_off_at_the_machine_with_a_trace(situs: Situs) -> None:
    klien, _ = masuk(situs.akun(13).nip)
    beri_aplikasi(situs.akun(13))
    lepas(situs, 13, ADMINISTRATOR)
    assert not Authenticator.objects.filter(user=situs.akun(13)).exists()
    assert not di_dalam(klien)
    [jejak] = Jejak.objects.filter(aksi="akun.faktor_dilepas")
    assert jejak.pelaku == situs.akun(ADMINISTRATOR).pk
    assert jejak.rincian["alasan"] == "Ponsel hilang; KTP dicocokkan"
    assert any("dilepas oleh administrator" in str(satu.body) for satu in surel())
    assert di_dalam(masuk(situs.akun(13).nip)[0])


@pytest.mark.parametrize(
    ("nomor", "oleh", "alasan", "kalimat"),
    [
        (13, FASILITATOR, "hilang", "Hanya administrator"),
        (13, 25, "hilang", "Hanya administrator"),
        (ADMINISTRATOR, ADMINISTRATOR, "hilang", "oleh orang lain"),
        (13, ADMINISTRATOR, "  ", "Alasan belum diisi"),
    ],
)
def test_it_is_not_taken_off_by_anybody_else(situs: Situs, nomor: int, oleh: int, alasan: str, kalimat: str) -> None:
    beri_aplikasi(situs.akun(nomor))
    with pytest.raises(CommandError, match=kalimat):
        lepas(situs, nomor, oleh, alasan)
    assert Authenticator.objects.filter(user=situs.akun(nomor), type="totp").exists()
