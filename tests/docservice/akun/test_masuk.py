"""Signing in with NIP or office mail: who gets in, what is said to everyone else, how often one may guess."""

from __future__ import annotations

import statistics
import time
from typing import Any

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client, override_settings

from docservice.akun.models import Kabar, Pengguna
from docservice.akun.peramban import nama_peramban
from docservice.audit.models import Jejak
from tests.docservice.akun.alat import SANDI, di_dalam, masuk, sesudah, surel
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import teks

pytestmark = pytest.mark.django_db
TAK_SESUAI = "NIP, email, atau kata sandi tidak sesuai. Periksa lalu coba lagi."
SCRYPT = ["django.contrib.auth.hashers.ScryptPasswordHasher"]


def test_nip_with_spaces_and_office_mail_in_any_case_open_the_door(kantor_contoh: KantorUji) -> None:
    akun = kantor_contoh.akun(13)
    nip = akun.nip
    for nama in (nip, f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}", akun.surel, akun.surel.upper()):
        klien, jawab = masuk(nama)
        assert (jawab.status_code, jawab["Location"]) == (302, "/")
        assert di_dalam(klien)


def test_after_signing_in_one_stands_where_one_wanted_to_go(kantor_contoh: KantorUji) -> None:
    klien = Client()
    pindah = klien.get("/token/")
    assert pindah["Location"] == "/masuk/?next=/token/"
    assert 'value="/token/"' in klien.get(pindah["Location"]).content.decode()
    assert masuk(kantor_contoh.nip[13], klien=klien, next="/token/")[1]["Location"] == "/token/"


@pytest.mark.parametrize(
    "tujuan", ["https://jahat.example/", "//jahat.example", "javascript:alert(1)", "http:///jahat"]
)
def test_nobody_is_led_away_from_here(kantor_contoh: KantorUji, tujuan: str) -> None:
    assert masuk(kantor_contoh.nip[13], next=tujuan)[1]["Location"] == "/"
    assert tujuan not in Client().get("/masuk/", {"next": tujuan}).content.decode()


def test_the_session_gets_a_new_key_and_the_journal_a_line(kantor_contoh: KantorUji) -> None:
    klien = Client()
    klien.get("/masuk/")
    sesi = klien.session
    sesi["tanda"] = 1
    sesi.save()
    sebelum = klien.session.session_key
    assert sebelum
    klien.cookies["sesi"] = sebelum
    masuk(kantor_contoh.nip[13], klien=klien)
    assert klien.session.session_key != sebelum
    akun = kantor_contoh.akun(13)
    assert Jejak.objects.filter(aksi="akun.masuk", pelaku=akun.pk).count() == 1


def ditolak(kantor: KantorUji) -> list[tuple[str, str]]:
    """A wrong password, nobody's name, someone who left, someone without a password."""
    keluar, tanpa = kantor.akun(25), kantor.akun(7)
    Pengguna.objects.filter(pk=keluar.pk).update(is_active=False)
    Pengguna.objects.filter(pk=tanpa.pk).update(password=make_password(None))
    return [
        (kantor.nip[13], "kata sandi lain"),
        ("199001012015031999", SANDI),
        ("tidak.ada@contoh.example", SANDI),
        (keluar.nip, SANDI),
        (tanpa.nip, SANDI),
    ]


def test_everyone_who_is_refused_reads_the_same_words(kantor_contoh: KantorUji) -> None:
    halaman = set()
    for nama, sandi in ditolak(kantor_contoh):
        klien, jawab = masuk(nama, sandi)
        assert jawab.status_code == 422
        assert TAK_SESUAI in teks(jawab)
        assert not di_dalam(klien)
        halaman.add(teks(jawab))
    assert len(halaman) == 1


@override_settings(PASSWORD_HASHERS=SCRYPT, ACCOUNT_RATE_LIMITS=False)
def test_an_unknown_name_takes_as_long_as_a_wrong_password(kantor_contoh: KantorUji) -> None:
    """With the hash of production: the work of one hash is done for everyone."""
    kasus = ditolak(kantor_contoh)
    Pengguna.objects.filter(nip=kantor_contoh.nip[13]).update(password=make_password(SANDI))
    Pengguna.objects.filter(nip=kantor_contoh.nip[25]).update(password=make_password(SANDI))
    lama: dict[str, list[float]] = {nama: [] for nama, _ in kasus}
    for _ in range(5):
        for nama, sandi in kasus:
            mulai = time.perf_counter()
            masuk(nama, sandi)
            lama[nama].append(time.perf_counter() - mulai)
    tengah = [statistics.median(satu) for satu in lama.values()]
    assert min(tengah) > 0.02, "no hash was computed"
    assert max(tengah) < 2 * min(tengah)


def test_five_wrong_passwords_and_this_address_waits_while_the_owner_elsewhere_does_not(
    kantor_contoh: KantorUji,
) -> None:
    nip = kantor_contoh.nip[13]
    for _ in range(4):
        assert masuk(nip, "salah")[1].status_code == 422
    assert masuk(nip, "salah")[1].status_code == 429
    jawab = masuk(nip, SANDI)[1]
    assert jawab.status_code == 429
    assert "Terlalu banyak percobaan masuk. Coba lagi pukul" in teks(jawab)
    assert "Akun Anda tidak diblokir." in teks(jawab)
    assert masuk(nip, klien=Client(REMOTE_ADDR="10.0.0.9"))[1].status_code == 302
    assert masuk(kantor_contoh.nip[25])[1].status_code == 302
    with sesudah(minutes=6):
        assert masuk(nip)[1].status_code == 302


def test_spaces_and_capitals_are_not_more_tries(kantor_contoh: KantorUji) -> None:
    surel = kantor_contoh.akun(13).surel
    for nama in (surel.upper(), f" {surel}", surel.title(), surel.replace("@", " @")):
        assert masuk(nama, "salah")[1].status_code == 422
    assert masuk(surel, "salah")[1].status_code == 429


def test_many_addresses_cannot_guess_at_one_account_without_end(kantor_contoh: KantorUji) -> None:
    nip = kantor_contoh.nip[13]
    status = [masuk(nip, "salah", klien=Client(REMOTE_ADDR=f"10.1.{n}.7"))[1].status_code for n in range(30)]
    assert status == [422] * 29 + [429]


def test_guessing_elsewhere_keeps_nobody_out_of_the_browser_they_use(kantor_contoh: KantorUji) -> None:
    nip = kantor_contoh.nip[13]
    milik, _ = masuk(nip)
    milik.post("/keluar/")
    for n in range(30):
        masuk(nip, "salah", klien=Client(REMOTE_ADDR=f"10.1.{n}.7"))
    assert masuk(nip)[1].status_code == 429, "a browser nobody knows waits"
    assert masuk(kantor_contoh.nip[25], klien=Client())[1].status_code == 302
    assert masuk(nip, klien=milik)[1].status_code == 302
    orang_lain, _ = masuk(kantor_contoh.nip[25])
    orang_lain.post("/keluar/")
    assert masuk(nip, klien=orang_lain)[1].status_code == 429, "nor one that knows only somebody else"


def test_one_address_cannot_try_one_password_on_everyone(kantor_contoh: KantorUji) -> None:
    status = [masuk(f"1990010120150{n:05}", "kata-sandi-umum")[1].status_code for n in range(30)]
    assert status == [422] * 29 + [429]


def test_names_that_do_not_exist_are_held_up_like_those_that_do(kantor_contoh: KantorUji) -> None:
    status = [masuk("199001012015031999", "salah")[1].status_code for _ in range(5)]
    assert status == [422] * 4 + [429]


def test_a_right_password_between_wrong_ones_does_not_begin_the_count_anew(kantor_contoh: KantorUji) -> None:
    nip = kantor_contoh.nip[13]
    for benar in (False, False, True, False, False, True):
        assert masuk(nip, SANDI if benar else "salah")[1].status_code in (302, 422)
    assert masuk(nip, "salah")[1].status_code == 429


def test_a_proxy_that_writes_nonsense_breaks_nothing(kantor_contoh: KantorUji) -> None:
    klien = Client(REMOTE_ADDR="", headers={"x-forwarded-for": "<script>, unknown"})
    assert masuk(kantor_contoh.nip[13], klien=klien)[1].status_code == 302


def test_a_browser_never_seen_before_is_told_to_the_owner(kantor_contoh: KantorUji) -> None:
    akun = kantor_contoh.akun(13)
    klien, _ = masuk(akun.nip)
    assert not Kabar.objects.filter(pengguna=akun, teks__contains="perangkat baru").exists(), "the very first time"
    klien.post("/keluar/")
    masuk(akun.nip, klien=klien)
    assert not Kabar.objects.filter(pengguna=akun, teks__contains="perangkat baru").exists(), "the same browser"
    lain = Client(REMOTE_ADDR="10.2.3.4", headers={"user-agent": "Mozilla/5.0 (Linux; Android 14) Chrome/130 Mobile"})
    masuk(akun.nip, klien=lain)
    kabar = Kabar.objects.get(pengguna=akun, teks__contains="perangkat baru")
    assert "Chrome di ponsel Android, alamat 10.2.3.4. Bukan Anda? Akhiri sesi itu" in kabar.teks
    [kiriman] = surel()
    assert kiriman.to == [akun.surel]
    assert kabar.teks in kiriman.body


@pytest.mark.parametrize(
    ("agen", "kata"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0 Safari/537.36 Edg/130.0", "Edge di komputer Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1", "Safari di iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0", "Firefox di komputer Linux"),
        ("curl/8.5", "Peramban lain"),
        ("", "Peramban lain"),
    ],
)
def test_browsers_are_called_as_people_call_them(agen: str, kata: str) -> None:
    assert nama_peramban(agen) == kata


def test_signing_out_ends_the_session_on_the_server(kantor_contoh: KantorUji) -> None:
    klien, _ = masuk(kantor_contoh.nip[13])
    kunci = klien.cookies["sesi"].value
    assert klien.get("/keluar/").status_code == 405
    klien.post("/keluar/")
    klien.cookies["sesi"] = kunci
    assert not di_dalam(klien)


def test_in_production_no_sample_person_is_offered(kantor_contoh: KantorUji) -> None:
    with override_settings(PRODUCTION=True):
        isi: Any = Client().get("/masuk/")
    assert SANDI not in isi.content.decode()
    assert kantor_contoh.orang(13).nama not in teks(isi)
