"""The matrix of this room's pages: every address × how far a person has come through the door."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client, override_settings

from docservice.akun.models import Kabar, TokenApi
from docservice.akun.urls import urlpatterns as milik_ruang
from docservice.akun.urls_masuk import urlpatterns as milik_masuk
from tests.docservice.akun.alat import beri_aplikasi, masuk, sesudah
from tests.docservice.halaman import ADMINISTRATOR, Situs

pytestmark = pytest.mark.django_db
MATRIKS = Path(__file__).parent / "matriks.txt"
_BARIS = [b.split() for b in MATRIKS.read_text().splitlines() if b.strip() and not b.startswith("#")]
KEADAAN, BARIS = _BARIS[0][2:], _BARIS[1:]
WAJIB = ["administrator"]


@contextmanager
def orang(situs: Situs, keadaan: str) -> Iterator[Client]:
    """Somebody who has come just so far."""
    if keadaan == "tamu":
        yield Client()
    elif keadaan == "separuh":
        beri_aplikasi(situs.akun(13))
        yield masuk(situs.akun(13).nip)[0]
    elif keadaan == "wajib":
        with override_settings(MFA_ROLES=WAJIB):
            yield situs.masuk(ADMINISTRATOR)
    else:
        klien = situs.masuk(13)
        if keadaan == "terkunci":
            klien.post("/kunci-layar/")
        with sesudah(minutes=16 if keadaan == "lama" else 0):
            yield klien


def salinan(klien: Client) -> Client:
    """What one address does to the cookies must not be seen by the next."""
    lain = Client()
    lain.cookies = copy.deepcopy(klien.cookies)
    return lain


def jawab(klien: Client, cara: str, alamat: str) -> str:
    """In one word: *buka*, or where one is led, or the refusal."""
    balas = klien.get(alamat) if cara == "GET" else klien.post(alamat)
    ke = str(balas.headers.get("Location", ""))
    tempat = {"/masuk/ulang/": "bukti", "/masuk/kode/": "kode", "/masuk/": "pintu", "/akun/": "akun"}
    if balas.status_code in (301, 302):
        return next((kata for awal, kata in tempat.items() if ke.split("?")[0] == awal), ke.split("?")[0])
    return "buka" if balas.status_code in (200, 204, 422) else str(balas.status_code)


def test_every_address_of_the_room_is_in_the_matrix():
    ada = {str(satu.pattern) for satu in (*milik_ruang, *milik_masuk)}
    assert {re.sub(r"[\^$]", "", satu) for satu in ada} == {jalur for _, jalur, *_ in BARIS}
    assert {(cara, jalur) for cara, jalur, *_ in BARIS} >= {("GET", j) for _, j, *_ in BARIS}
    assert len(BARIS) == len({tuple(satu[:2]) for satu in BARIS})


@pytest.mark.parametrize("keadaan", KEADAAN)
def test_each_door_opens_for_whom_it_should(situs: Situs, keadaan: str) -> None:
    kabar = Kabar.objects.create(pengguna=situs.akun(13), teks="Uji", kunci="uji:matriks")
    token, _ = TokenApi.terbitkan(situs.akun(13), nama="Uji", cakupan=["baca"])
    salah = []
    with orang(situs, keadaan) as klien:
        for cara, jalur, *harap in BARIS:
            nomor = {"kabar": kabar.pk, "token": token.pk}.get(jalur.split("/")[0], 999_999)
            alamat = "/" + re.sub(r"<int:pk>", str(nomor), jalur).replace("<str:provider_id>", "sso").replace(
                "<str:kata>", "x"
            )
            alamat = re.sub(r"\(\?P<uidb36>.*\)/$", "1-x/", alamat)
            with transaction.atomic():
                didapat = jawab(salinan(klien), cara, alamat)
                transaction.set_rollback(True)
            if didapat != harap[KEADAAN.index(keadaan)]:
                salah.append(f"{cara:4} {jalur} {didapat}, seharusnya {harap[KEADAAN.index(keadaan)]}")
    assert not salah, "\n".join(salah)
