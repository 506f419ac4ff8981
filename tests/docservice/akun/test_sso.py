"""Single sign-on against a real Keycloak: whom it lets in, whom not, and that it makes nobody."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.conf import settings
from django.test import Client, override_settings

from docservice.akun.models import Kabar, Pengguna
from docservice.audit.models import Jejak
from tests.docservice.akun.alat import beri_aplikasi, di_dalam, kode_kini, sesudah
from tests.docservice.bersama import KantorUji, lingkungan_anak
from tests.docservice.halaman import Situs, teks
from tests.server import keycloak

pytestmark = pytest.mark.django_db
KEMBALI = keycloak.KEMBALI[0]


@pytest.fixture
def situs(kantor_contoh: KantorUji, penyedia: str) -> Iterator[Situs]:
    with override_settings(**pengaturan(penyedia)):
        yield Situs(kantor_contoh)


def pengaturan(penerbit: str) -> dict[str, Any]:
    """What SSO_URL, SSO_CLIENT_ID and SSO_CLIENT_SECRET make of the settings."""
    aplikasi = {
        "provider_id": "sso",
        "name": settings.SSO_NAME,
        "client_id": keycloak.KLIEN,
        "secret": keycloak.RAHASIA,
        "settings": {"server_url": penerbit, "auth_params": {"max_age": "43200"}},
    }
    penyedia = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [aplikasi]}}
    return {"SSO_URL": penerbit, "SOCIALACCOUNT_PROVIDERS": penyedia}


def kuki(sesi: requests.Session) -> dict[str, str]:
    """A browser takes this machine's own addresses for safe and sends cookies there that ask for safety."""
    return {"Cookie": "; ".join(f"{satu.name}={satu.value}" for satu in sesi.cookies)}


def di_penyedia(alamat: str, nama: str, sandi: str = keycloak.SANDI, sesi: requests.Session | None = None) -> str:
    """What the browser does there: the sign-in page, name and password, and the address it is sent back to."""
    sesi = sesi or requests.Session()
    halaman = sesi.get(alamat, headers=kuki(sesi), allow_redirects=False)
    if halaman.is_redirect:
        return halaman.headers["Location"]
    tujuan = re.search(r'action="([^"]+)"', halaman.text)
    assert tujuan, halaman.text[-500:]
    isi = {"username": nama, "password": sandi}
    jawab = sesi.post(html.unescape(tujuan[1]), data=isi, headers=kuki(sesi), allow_redirects=False)
    return jawab.headers.get("Location", "")


def ke_penyedia(klien: Client, akhiran: str = "", **isi: str) -> str:
    jawab = klien.post(f"/masuk/sso/sso/{akhiran}", isi)
    assert jawab.status_code == 302, teks(jawab)
    return str(jawab["Location"])


def masuk_sso(nama: str, klien: Client | None = None, akhiran: str = "", **isi: str) -> tuple[Client, Any]:
    klien = klien or Client()
    kembali = di_penyedia(ke_penyedia(klien, akhiran, **isi), nama)
    assert kembali.startswith(KEMBALI), kembali
    bagian = urlsplit(kembali)
    return klien, klien.get(f"{bagian.path}?{bagian.query}")


def test_the_door_names_the_single_sign_on_and_leads_there_with_pkce(situs: Situs) -> None:
    klien = Client()
    assert f"Masuk lewat {settings.SSO_NAME}" in teks(klien.get("/masuk/"))
    ke = ke_penyedia(klien)
    assert ke.startswith(settings.SSO_URL)
    for kata in ("code_challenge_method=S256", "state=", "max_age=43200", "openid"):
        assert kata in ke
    assert keycloak.RAHASIA not in ke


@pytest.mark.parametrize(("nama", "nomor"), [("dengan-nip", 13), ("dengan-surel", 25)])
def test_a_verified_claim_opens_the_account_it_names(situs: Situs, nama: str, nomor: int) -> None:
    jumlah, akun = Pengguna.objects.count(), situs.akun(nomor)
    klien, jawab = masuk_sso(nama, next="/kabar/")
    assert jawab["Location"] == "/kabar/"
    assert di_dalam(klien)
    assert int(klien.session["_auth_user_id"]) == akun.pk
    assert Pengguna.objects.count() == jumlah
    tautan = SocialAccount.objects.get()
    assert tautan.user_id == akun.pk
    assert set(tautan.extra_data) == {"iss", "sub"}, "no other claim is kept"
    assert not SocialToken.objects.exists()
    assert Jejak.objects.filter(aksi="akun.account_connected", pelaku=akun.pk).exists()
    assert Kabar.objects.filter(pengguna=akun, teks__startswith="Akun SSO ditautkan").exists()
    assert Pengguna.objects.get(pk=akun.pk).surel == akun.surel, "nor is anything of the account overwritten"
    assert masuk_sso(nama)[1]["Location"] == "/"
    assert SocialAccount.objects.count() == 1


@pytest.mark.parametrize("nama", ["surel-belum-terbukti", "tak-dikenal", "bertentangan", "tanpa-apa-apa"])
def test_whoever_no_verified_claim_names_stays_outside_and_no_account_is_made(situs: Situs, nama: str) -> None:
    jumlah = Pengguna.objects.count()
    klien, jawab = masuk_sso(nama)
    assert jawab["Location"] == "/masuk/sso/ditolak/?sebab=tak_dikenal"
    assert "belum dikenal di sini" in teks(klien.get(jawab["Location"]))
    assert not di_dalam(klien)
    assert Pengguna.objects.count() == jumlah
    assert not SocialAccount.objects.exists()


def test_mail_is_no_claim_where_the_office_says_so(situs: Situs) -> None:
    with override_settings(SSO_BY_MAIL=False):
        assert "tak_dikenal" in masuk_sso("dengan-surel")[1]["Location"]
    with override_settings(SSO_CLAIM_NIP=""):
        assert "tak_dikenal" in masuk_sso("dengan-nip")[1]["Location"]


def test_a_tie_whose_nip_became_anothers_is_refused(situs: Situs) -> None:
    masuk_sso("dengan-nip")
    SocialAccount.objects.update(user=situs.akun(25))
    klien, jawab = masuk_sso("dengan-nip")
    assert "berbeda" in jawab["Location"]
    assert not di_dalam(klien)


def test_whose_account_is_closed_stays_outside(situs: Situs) -> None:
    Pengguna.objects.filter(pk=situs.akun(13).pk).update(is_active=False)
    klien, jawab = masuk_sso("dengan-nip")
    assert jawab.status_code in (302, 403)
    assert not di_dalam(klien)
    Pengguna.objects.filter(pk=situs.akun(13).pk).update(is_active=True)
    masuk_sso("dengan-nip")
    Pengguna.objects.filter(pk=situs.akun(13).pk).update(is_active=False)
    assert not di_dalam(masuk_sso("dengan-nip")[0])


def test_nobody_ties_their_single_sign_on_to_the_account_of_the_moment(situs: Situs) -> None:
    """A signed-in person with someone else's account at the provider: nothing is tied, nobody is exchanged."""
    klien = situs.masuk(7)
    klien, jawab = masuk_sso("tak-dikenal", klien, "?process=connect")
    assert "tautan" in jawab["Location"]
    assert not SocialAccount.objects.exists()


def test_an_answer_nobody_asked_for_is_refused(situs: Situs) -> None:
    asli = Client()
    kembali = di_penyedia(ke_penyedia(asli), "dengan-nip")
    bagian = urlsplit(kembali)
    korban = Client()
    jawab = korban.get(f"{bagian.path}?{bagian.query}")
    assert "gagal" in jawab.headers.get("Location", ""), teks(jawab)
    assert not di_dalam(korban)
    for palsu in ("?code=karangan&state=karangan", "?error=access_denied", ""):
        klien = Client()
        jawab = klien.get(f"/masuk/sso/sso/kembali/{palsu}")
        assert jawab.headers.get("Location", "").startswith("/masuk/sso/"), palsu
        assert not di_dalam(klien)


def test_a_wrong_password_there_opens_nothing_here(situs: Situs) -> None:
    klien = Client()
    assert not di_penyedia(ke_penyedia(klien), "dengan-nip", "salah").startswith(KEMBALI)
    assert not di_dalam(klien)


def test_the_second_factor_is_asked_for_after_it_too(situs: Situs) -> None:
    rahasia = beri_aplikasi(situs.akun(13))
    klien, jawab = masuk_sso("dengan-nip")
    assert jawab["Location"] == "/masuk/kode/"
    assert not di_dalam(klien)
    klien.post("/masuk/kode/", {"code": kode_kini(rahasia)})
    assert di_dalam(klien)


def test_whoever_has_no_password_here_proves_it_there_again(situs: Situs) -> None:
    akun = situs.akun(13)
    akun.set_unusable_password()
    akun.save()
    klien, _ = masuk_sso("dengan-nip")
    assert klien.get("/akun/kata-sandi/buat/").status_code == 200
    with sesudah(minutes=16):
        ke = klien.get("/akun/kata-sandi/buat/", follow=True)
        assert ke.request["PATH_INFO"] == "/masuk/ulang/sso/"
        assert "Masuk lagi lewat" in teks(ke)
        assert "prompt=login" in ke_penyedia(klien, "?auth_params=prompt%3Dlogin", next="/akun/")


def test_an_old_proof_at_the_provider_is_an_old_proof_here(situs: Situs) -> None:
    """Signing in without being asked there, because one was signed in there anyway, proves nothing new."""
    sesi = requests.Session()
    di_penyedia(ke_penyedia(Client()), "dengan-nip", sesi=sesi)
    time.sleep(3)  # the provider's clock is its own: it cannot be moved
    klien = Client()
    kembali = urlsplit(di_penyedia(ke_penyedia(klien), "dengan-nip", sesi=sesi))
    klien.get(f"{kembali.path}?{kembali.query}")
    assert di_dalam(klien)
    assert klien.get("/akun/kata-sandi/").status_code == 200
    with override_settings(REAUTH_MINUTES=2 / 60):
        assert klien.get("/akun/kata-sandi/")["Location"].startswith("/masuk/ulang/")


def test_a_provider_that_is_away_is_said_in_plain_words(kantor_contoh: KantorUji) -> None:
    with override_settings(**pengaturan("http://127.0.0.1:9")):
        jawab = Client().post("/masuk/sso/sso/")
    assert jawab.status_code == 503
    assert "SSO sedang tidak menjawab." in teks(jawab)


def test_without_a_provider_there_is_no_such_door(kantor_contoh: KantorUji) -> None:
    assert "SSO" not in teks(Client().get("/masuk/"))
    assert Client().post("/masuk/sso/sso/").status_code == 404


def test_the_variables_of_the_operator_make_these_settings(kantor_contoh: KantorUji) -> None:
    tanya = """
import json
from django.conf import settings as s
print(json.dumps([s.SOCIALACCOUNT_PROVIDERS, s.CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"], s.SSO_URL]))
"""
    isi = {"SSO_URL": "https://sso.contoh.go.id/realms/asn/", "SSO_CLIENT_ID": keycloak.KLIEN}
    env = lingkungan_anak(**isi, SSO_CLIENT_SECRET=keycloak.RAHASIA)
    perintah = [sys.executable, "-W", "ignore", "-c", tanya]
    hasil = subprocess.run(perintah, env=env, capture_output=True, text=True, check=True)
    penyedia, tujuan, penerbit = json.loads(hasil.stdout)
    assert penerbit == "https://sso.contoh.go.id/realms/asn"
    assert penyedia == pengaturan(penerbit)["SOCIALACCOUNT_PROVIDERS"]
    assert tujuan == ["'self'", "https://sso.contoh.go.id"]
