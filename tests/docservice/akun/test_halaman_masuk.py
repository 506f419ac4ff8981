"""Every page of signing in is ours: our design, our language, and nothing that we do not use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import allauth
import pytest
from allauth.mfa.models import Authenticator
from django import forms
from django.conf import settings
from django.template.loader import get_template
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils.module_loading import import_string

from docservice.akun.faktor import Faktor
from docservice.akun.pemberitahuan import KATA
from docservice.akun.pintu import Pintu
from docservice.akun.sso import Sso
from docservice.akun.urls_masuk import urlpatterns
from tests.docservice.akun.alat import beri_aplikasi, masuk
from tests.docservice.halaman import Situs, teks

pytestmark = pytest.mark.django_db
INGGRIS = re.compile(
    r"\b(the|your|you|please|sign|log ?in|logout|password|email address|enter|incorrect|invalid|forgot|submit|"
    r"security key|authenticator|recovery|continue|cancel|error|required|this field|code is)\b",
    re.I,
)
BUKAN_KATA = re.compile(r"Google Authenticator|Microsoft Authenticator")
PAKETAN = Path(allauth.__file__).parent


def semua(resolver: URLResolver) -> Iterator[URLPattern]:
    for satu in resolver.url_patterns:
        if isinstance(satu, URLResolver):
            yield from semua(satu)
        else:
            yield satu


def asli(pola: URLPattern) -> Any:
    """The view itself, or its class, under whatever stands before it."""
    fungsi: Any = pola.callback
    while not hasattr(fungsi, "view_class") and hasattr(fungsi, "__wrapped__"):
        fungsi = fungsi.__wrapped__
    return getattr(fungsi, "view_class", fungsi)


def dari_paket(pola: URLPattern) -> bool:
    return any(satu.__module__.startswith("allauth") for satu in getattr(asli(pola), "__mro__", [asli(pola)]))


def test_the_library_answers_at_no_address_but_ours():
    lewat = {satu.name for satu in semua(get_resolver()) if dari_paket(satu)}
    assert lewat <= {satu.name for satu in urlpatterns}
    assert len(lewat) >= 18


TAK_DIPAKAI = (
    "account_signup",
    "account_email",
    "account_inactive",
    "account_request_login_code",
    "account_confirm_email",
    "account_change_phone",
    "account_email_verification_sent",
    "socialaccount_signup",
    "socialaccount_connections",
    "mfa_signup_webauthn",
    "mfa_trust",
    "mfa_download_recovery_codes",
    "usersessions_list",
)


@pytest.mark.parametrize("nama", TAK_DIPAKAI)
def test_what_is_not_used_is_not_there(nama: str):
    with pytest.raises(NoReverseMatch):
        reverse(nama)


def test_every_template_behind_an_address_is_ours():
    nama = {asli(satu).template_name for satu in urlpatterns if getattr(asli(satu), "template_name", None)}
    assert len(nama) >= 14
    for satu in nama:
        asal = Path(get_template(satu).template.origin.name)  # type: ignore[attr-defined]
        assert asal.is_relative_to(settings.BASE_DIR / "docservice"), satu


def test_every_sentence_the_library_may_say_is_in_our_language():
    for adaptor in (Pintu, Faktor):
        for kode, kalimat in adaptor.error_messages.items():
            assert not INGGRIS.search(str(kalimat)), kode
        assert set(adaptor.error_messages) == set(adaptor.__mro__[1].error_messages)
    for kode, kalimat in Sso.error_messages.items():
        assert not INGGRIS.search(str(kalimat)), kode


def test_every_message_template_and_mail_of_the_library_is_answered_by_ours():
    """What it would send after a change has a sentence of ours, or belongs to what we do not use."""
    rumah = PAKETAN / "templates"
    surat = {satu.name.removesuffix("_subject.txt") for satu in (rumah / "mfa" / "email").glob("*_subject.txt")}
    assert surat | {"password_changed", "password_set", "password_reset", "account_connected"} <= set(KATA)
    pesan = {f"mfa/messages/{satu.name}" for satu in (rumah / "mfa" / "messages").glob("*.txt")}
    assert pesan <= set(Pintu.KALIMAT)


@pytest.mark.parametrize(("nama", "jalan"), list((settings.ACCOUNT_FORMS | settings.MFA_FORMS).items()))
def test_every_form_is_replaced_by_one_of_ours(nama: str, jalan: str):
    assert issubclass(import_string(jalan), forms.Form)
    assert import_string(jalan).__module__ == "docservice.akun.forms_masuk"


def periksa(jawab: Any, alamat: str) -> None:
    assert jawab.status_code in (200, 422, 403), f"{alamat}: {jawab.status_code} {jawab.headers.get('Location')}"
    isi = jawab.content.decode()
    bacaan = BUKAN_KATA.sub("", teks(jawab))
    assert not INGGRIS.findall(bacaan), (alamat, INGGRIS.findall(bacaan))
    for label in re.findall(r'(?:placeholder|aria-label|title|alt)="([^"]*)"', isi):
        assert not INGGRIS.search(label), (alamat, label)
    assert 'lang="id"' in isi
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", isi), f"inline script: {alamat}"
    assert " style=" not in isi, alamat
    assert "<style" not in isi, alamat


def test_no_page_before_the_door_speaks_english(situs: Situs) -> None:
    klien = Client()
    for alamat in ("/masuk/", "/masuk/lupa/", "/masuk/lupa/terkirim/", "/masuk/lupa/selesai/", "/masuk/sso/ditolak/"):
        periksa(klien.get(alamat), alamat)
    periksa(klien.get("/masuk/sso/batal/"), "batal")
    periksa(klien.get("/masuk/lupa/1-x/"), "tautan")
    for alamat, isi in (("/masuk/", {}), ("/masuk/", {"username": "x", "password": "y"}), ("/masuk/lupa/", {})):
        periksa(klien.post(alamat, isi), alamat)
    beri_aplikasi(situs.akun(13))
    klien, _ = masuk(situs.akun(13).nip)
    periksa(klien.get("/masuk/kode/"), "/masuk/kode/")
    for isi in ({"code": ""}, {"code": "1"}, {"credential": ""}, {"credential": "{}"}):
        periksa(klien.post("/masuk/kode/", isi), f"/masuk/kode/ {isi}")


def test_no_page_behind_the_door_speaks_english(situs: Situs) -> None:
    akun, klien = situs.akun(13), situs.masuk(13)
    for alamat in ("/akun/", "/akun/aplikasi/", "/akun/kata-sandi/", "/akun/kunci-sandi/tambah/", "/masuk/ulang/"):
        periksa(klien.get(alamat), alamat)
    for alamat in ("/akun/aplikasi/", "/akun/kata-sandi/", "/akun/kunci-sandi/tambah/", "/masuk/ulang/"):
        periksa(klien.post(alamat, {}), alamat)
    beri_aplikasi(akun)
    kunci = Authenticator.objects.create(user=akun, type="webauthn", data={"name": "Ponsel", "credential": {}})
    for alamat in (
        "/akun/",
        "/akun/aplikasi/lepas/",
        "/akun/pemulihan/",
        "/akun/pemulihan/baru/",
        "/masuk/ulang/kode/",
    ):
        periksa(klien.get(alamat), alamat)
    periksa(klien.post("/masuk/ulang/kode/", {}), "kode")
    for akhir in ("nama", "hapus"):
        periksa(klien.get(f"/akun/kunci-sandi/{kunci.pk}/{akhir}/"), akhir)
    periksa(klien.post(f"/akun/kunci-sandi/{kunci.pk}/nama/", {}), "nama kosong")
    akun.set_unusable_password()
    akun.save()
    periksa(situs.masuk(13).get("/akun/kata-sandi/buat/"), "buat")


def test_nobody_reaches_anothers_passkey(situs: Situs) -> None:
    kunci = Authenticator.objects.create(
        user=situs.akun(13), type="webauthn", data={"name": "Ponsel", "credential": {}}
    )
    for nomor in (25, 5):
        for akhir in ("nama", "hapus"):
            klien = situs.masuk(nomor)
            assert klien.get(f"/akun/kunci-sandi/{kunci.pk}/{akhir}/").status_code == 404
            assert klien.post(f"/akun/kunci-sandi/{kunci.pk}/{akhir}/", {"name": "curi"}).status_code == 404
    kunci.refresh_from_db()
    assert kunci.data["name"] == "Ponsel"
