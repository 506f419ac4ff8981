"""A forgotten password: the owner's office mail and nothing else; nobody changes anyone else's."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver

from docservice.akun.models import Kabar, Pengguna, TokenApi
from docservice.antrean.models import Job
from tests.docservice.akun.alat import SANDI, SANDI_BARU, di_dalam, masuk, sesudah, surel
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, Situs, teks

pytestmark = pytest.mark.django_db
BARU = {"password1": SANDI_BARU, "password2": SANDI_BARU}


def minta(nama: str) -> Any:
    return Client().post("/masuk/lupa/", {"email": nama})


def tautan() -> str:
    """The path in the newest mail."""
    [alamat] = re.findall(r"http\S+", str(surel()[-1].body))
    return re.sub(r"^https?://[^/]+", "", str(alamat))


def buka(alamat: str, klien: Client | None = None) -> tuple[Client, str]:
    klien = klien or Client()
    return klien, klien.get(alamat, follow=True).request["PATH_INFO"]


@pytest.mark.parametrize("dengan", ["nip", "surel"])
def test_the_owner_gets_a_link_and_makes_a_new_password(situs: Situs, dengan: str) -> None:
    akun = situs.akun(13)
    lama, token = situs.masuk(13), TokenApi.terbitkan(akun, nama="aplikasi", cakupan=["baca"])[0]
    assert minta(getattr(akun, dengan))["Location"] == "/masuk/lupa/terkirim/"
    [kiriman] = surel()
    assert kiriman.to == [akun.surel]
    klien, alamat = buka(tautan())
    assert alamat.endswith("-set-password/"), "the key leaves the address bar"
    assert klien.post(alamat, BARU)["Location"] == "/masuk/lupa/selesai/"
    assert not di_dalam(klien), "a link signs nobody in"
    assert not di_dalam(lama), "and every session ends"
    token.refresh_from_db()
    assert token.dicabut_pada is not None
    assert di_dalam(masuk(akun.nip, SANDI_BARU)[0])
    assert Kabar.objects.filter(pengguna=akun, teks__contains="lewat tautan pemulihan").exists()


def test_known_and_unknown_get_the_same_answer_and_cost_the_same_work(
    situs: Situs,
) -> None:
    mati, tanpa = situs.akun(25), situs.akun(7)
    Pengguna.objects.filter(pk=mati.pk).update(is_active=False)
    Pengguna.objects.filter(pk=tanpa.pk).update(surel="")
    jawaban = []
    for nama in (situs.akun(13).nip, "199001012015031999", "bukan surel", mati.nip, tanpa.nip):
        Job.objects.all().delete()
        with CaptureQueriesContext(connection) as tanya:
            jawab = minta(nama)
        jawaban.append((jawab.status_code, jawab["Location"], len(tanya)))
        assert Job.objects.filter(jenis="akun.pemulihan").count() == 1
    assert len(set(jawaban)) == 1
    assert surel() == []


def test_no_mail_leaves_for_the_unknown_the_gone_and_those_without_an_address(situs: Situs) -> None:
    Pengguna.objects.filter(pk=situs.akun(25).pk).update(is_active=False)
    Pengguna.objects.filter(pk=situs.akun(7).pk).update(surel="")
    for nomor in (25, 7):
        minta(situs.akun(nomor).nip)
    minta("199001012015031999")
    assert surel() == []


def test_a_link_opens_once(situs: Situs) -> None:
    minta(situs.akun(13).nip)
    jalan = tautan()
    klien, alamat = buka(jalan)
    klien.post(alamat, BARU)
    assert "Tautan ini tidak berlaku lagi" in teks(Client().get(jalan, follow=True))


def test_a_link_ends_after_an_hour_and_with_the_next_sign_in(situs: Situs) -> None:
    minta(situs.akun(13).nip)
    jalan = tautan()
    with sesudah(minutes=61):
        assert "Tautan ini tidak berlaku lagi" in teks(Client().get(jalan, follow=True))
    masuk(situs.akun(13).nip)
    assert "Tautan ini tidak berlaku lagi" in teks(Client().get(jalan, follow=True))


def test_a_link_is_of_one_person(situs: Situs) -> None:
    minta(situs.akun(13).nip)
    uid, _, kunci = tautan().split("/")[-2].partition("-")
    from allauth.account.utils import user_pk_to_url_str

    lain = user_pk_to_url_str(situs.akun(25))
    assert lain != uid
    assert "tidak berlaku lagi" in teks(Client().get(f"/masuk/lupa/{lain}-{kunci}/", follow=True))
    for karangan in ("0-x", "zzzzzzzzzzzzz-x", f"{uid}-set-password"):
        assert "tidak berlaku lagi" in teks(Client().get(f"/masuk/lupa/{karangan}/", follow=True)), karangan


def test_the_link_names_our_own_address_whatever_the_request_said(situs: Situs) -> None:
    Client(headers={"host": "jahat.example"}).post("/masuk/lupa/", {"email": situs.akun(13).nip})
    assert "jahat" not in str(surel()[-1].body)


def test_asking_is_bounded_by_person_and_by_address(situs: Situs) -> None:
    nip = situs.akun(13).nip
    status = [minta(f"{nip[:n]} {nip[n:]}").status_code for n in range(6)]
    assert status == [302] * 5 + [429]
    assert [minta(f"1990010120150{n:05}").status_code for n in range(16)][-1] == 429


def test_the_queue_holds_no_link(situs: Situs) -> None:
    minta(situs.akun(13).nip)
    satu = Job.objects.get(jenis="akun.pemulihan")
    assert satu.subjek == str(situs.akun(13).pk)


def semua_alamat(resolver: URLResolver, awalan: str = "") -> list[str]:
    hasil = []
    for pola in resolver.url_patterns:
        jalan = awalan + str(pola.pattern)
        hasil += semua_alamat(pola, jalan) if isinstance(pola, URLResolver) else [jalan]
        assert isinstance(pola, URLPattern | URLResolver)
    return hasil


@pytest.mark.syarat("BABEL-27-2j")
@pytest.mark.parametrize("nomor", [ADMINISTRATOR, FASILITATOR])
def test_nobody_changes_anothers_password_mail_or_phone(situs: Situs, nomor: int) -> None:
    """No address of the service takes a person and a password or mail; whatever is posted changes one's own only."""
    korban, klien = situs.akun(13), situs.masuk(nomor)
    isi: dict[str, Any] = {"oldpassword": SANDI, **BARU, "email": "curi@jahat.example", "surel": "curi@jahat.example"}
    isi |= {"user": korban.pk, "pengguna": korban.pk, "nip": korban.nip, "username": korban.nip, "hp": "0812"}
    akun = [a for a in semua_alamat(get_resolver()) if a.startswith(("akun/", "masuk/", "api/v1/"))]
    assert len(akun) > 30
    for alamat in akun:
        jalan = "/" + re.sub(r"<(?:int|str|path|uuid):\w+>", str(korban.pk), alamat.replace("^", "").replace("$", ""))
        if "(" in jalan or jalan == "/keluar/":
            continue
        for cara in (klien.post, klien.put, klien.patch):
            cara(jalan, isi, content_type="application/json") if "api/" in jalan else cara(jalan, isi)
    kini = Pengguna.objects.get(pk=korban.pk)
    assert (kini.password, kini.surel) == (korban.password, korban.surel)
    assert Pengguna.objects.get(pk=situs.akun(nomor).pk).surel == situs.akun(nomor).surel


def test_nobody_resets_anothers_password_from_their_own_session(situs: Situs) -> None:
    """The link of another person, opened while signed in, ends one's own session first."""
    minta(situs.akun(13).nip)
    klien, alamat = buka(tautan(), situs.masuk(ADMINISTRATOR))
    assert not di_dalam(klien)
    assert alamat.endswith("-set-password/")
