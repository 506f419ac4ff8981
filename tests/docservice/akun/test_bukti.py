"""Proof given again: before a signature, an API key, and any change of one's own security."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from docservice.akun.models import TokenApi
from docservice.naskah.models import Upaya
from tests.docservice.akun.alat import SANDI, SANDI_BARU, beri_aplikasi, kode_kini, masuk, sesudah
from tests.docservice.halaman import PEJABAT, Situs, teks

pytestmark = pytest.mark.django_db
DIJAGA = [
    "/tanda-tangan/",
    "/akun/email/",
    "/akun/email/kata-karangan/",
    "/akun/kata-sandi/",
    "/akun/kata-sandi/buat/",
    "/akun/aplikasi/",
    "/akun/aplikasi/lepas/",
    "/akun/pemulihan/",
    "/akun/pemulihan/baru/",
    "/akun/kunci-sandi/tambah/",
    "/akun/kunci-sandi/1/nama/",
    "/akun/kunci-sandi/1/hapus/",
]
BERKALA = 16
"""Minutes after which a sign-in is no proof any more; the screen is not locked yet."""


def tetap_bekerja(klien: Client) -> None:
    assert klien.get("/kabar/").status_code == 200


@pytest.mark.parametrize("alamat", DIJAGA)
def test_an_old_sign_in_is_asked_again_and_a_fresh_one_is_not(situs: Situs, alamat: str) -> None:
    klien = situs.masuk(PEJABAT)
    assert not klien.get(alamat).headers.get("Location", "").startswith("/masuk/ulang/")
    with sesudah(minutes=BERKALA):
        tetap_bekerja(klien)
        for cara in (klien.get, klien.post):
            assert cara(alamat)["Location"].startswith("/masuk/ulang/?next="), alamat


@pytest.mark.parametrize("alamat", DIJAGA)
def test_nobody_signed_in_is_led_to_the_door(situs: Situs, alamat: str) -> None:
    assert Client().get(alamat)["Location"].startswith("/masuk/?next=")


def test_the_password_leads_back_to_the_page(situs: Situs) -> None:
    klien = situs.masuk(PEJABAT)
    with sesudah(minutes=BERKALA):
        ke = klien.get("/tanda-tangan/?buka=3")["Location"]
        assert "Buktikan ini Anda" in teks(klien.get(ke))
        assert "Kata sandi tidak sesuai." in teks(klien.post(ke, {"password": "salah"}))
        assert klien.get("/tanda-tangan/").status_code == 302
        jawab = klien.post(ke, {"password": SANDI, "next": "/tanda-tangan/?buka=3"})
        assert jawab["Location"] == "/tanda-tangan/?buka=3"
        assert klien.get("/tanda-tangan/").status_code == 200


def test_a_code_of_the_app_is_proof_too(situs: Situs) -> None:
    rahasia = beri_aplikasi(situs.akun(PEJABAT))
    klien = situs.masuk(PEJABAT)
    with sesudah(minutes=BERKALA):
        ke = klien.get("/tanda-tangan/")["Location"]
        assert "Pakai kode dari aplikasi" in teks(klien.get(ke))
        klien.post("/masuk/ulang/kode/?next=/tanda-tangan/", {"code": kode_kini(rahasia)})
        assert klien.get("/tanda-tangan/").status_code == 200


def test_another_persons_password_is_no_proof(situs: Situs) -> None:
    klien, lain = situs.masuk(PEJABAT), situs.akun(13)
    lain.set_password(SANDI_BARU)
    lain.save()
    with sesudah(minutes=BERKALA):
        klien.post("/masuk/ulang/?next=/tanda-tangan/", {"password": SANDI_BARU})
        assert klien.get("/tanda-tangan/").status_code == 302


def test_proof_cannot_be_guessed(situs: Situs) -> None:
    klien = situs.masuk(PEJABAT)
    with sesudah(minutes=BERKALA):
        status = [klien.post("/masuk/ulang/", {"password": f"tebakan {n}"}).status_code for n in range(5)]
        assert status == [200] * 4 + [429]
        assert klien.post("/masuk/ulang/", {"password": SANDI}).status_code == 429


def test_proof_of_one_session_is_none_of_another(situs: Situs) -> None:
    lama = situs.masuk(PEJABAT)
    with sesudah(minutes=BERKALA):
        masuk(situs.akun(PEJABAT).nip)
        assert lama.get("/tanda-tangan/").status_code == 302


def test_the_press_that_begins_signing_signs_nothing_and_leaves_no_secret(situs: Situs) -> None:
    klien = situs.masuk(PEJABAT)
    klien.get("/tanda-tangan/")
    with sesudah(minutes=BERKALA):
        isi = {"naskah": ["1:abc"], "passphrase": "rahasia-uji-2026"}
        asal = {"referer": "http://testserver/tanda-tangan/"}
        jawab: Any = klien.post("/tanda-tangan/", isi, headers=asal)
        assert jawab["Location"] == "/masuk/ulang/?next=%2Ftanda-tangan%2F"
        assert "rahasia-uji-2026" not in str(dict(klien.session))
        assert "isian" not in klien.cookies
        assert "buktikan sekali lagi" in teks(klien.get(jawab["Location"]))
    assert not Upaya.objects.exists()


def test_an_api_key_is_not_made_on_an_old_sign_in(situs: Situs) -> None:
    klien = situs.masuk(13)
    isi = {"nama": "Aplikasi", "cakupan": ["baca", "tanda_tangan"], "hari": "30"}
    with sesudah(minutes=BERKALA):
        jawab = klien.post("/token/", isi, headers={"referer": "http://testserver/token/"})
        assert jawab["Location"] == "/masuk/ulang/?next=%2Ftoken%2F"
        assert not TokenApi.objects.exists()
        klien.post("/masuk/ulang/", {"password": SANDI, "next": "/token/"})
        assert 'value="Aplikasi"' in klien.get("/token/").content.decode(), "what was typed is still there"
        klien.post("/token/", isi)
        assert TokenApi.objects.count() == 1


def test_a_part_of_a_page_that_asks_leads_the_whole_page_there(situs: Situs) -> None:
    klien = situs.masuk(PEJABAT)
    with sesudah(minutes=BERKALA):
        jawab = klien.get("/tanda-tangan/", headers={"hx-request": "true"})
        assert jawab.headers["HX-Redirect"].startswith("/masuk/ulang/?next=")


def test_a_form_that_a_script_sends_is_kept_behind_the_lock_too(situs: Situs) -> None:
    klien = situs.masuk(13)
    klien.post("/kunci-layar/")
    dari = {"referer": "http://testserver/token/", "hx-request": "true"}
    jawab = klien.post("/token/", {"nama": "Aplikasi"}, headers=dari)
    assert jawab.headers["HX-Redirect"] == "/masuk/ulang/?next=%2Ftoken%2F"
    klien.post("/masuk/ulang/", {"password": SANDI, "next": "/token/"})
    assert 'value="Aplikasi"' in klien.get("/token/").content.decode()
