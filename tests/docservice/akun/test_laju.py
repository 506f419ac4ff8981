"""Every door at which somebody could guess is counted: whatever the tables of access open to nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as pengaturan
from django.core.cache import cache
from django.test import Client
from rest_framework.throttling import SimpleRateThrottle

from tests.docservice.akun.alat import SANDI, SANDI_BARU, beri_aplikasi, masuk
from tests.docservice.api.conftest import KlienApi
from tests.docservice.api.matriks import Tabel
from tests.docservice.factories import token_untuk
from tests.docservice.halaman import ADMINISTRATOR, Situs

pytestmark = pytest.mark.django_db
BUKAN_PINTU = {
    ("GET", "bantuan/"): "a page of words",
    ("POST", "tampilan/"): "cookies of one's own browser",
    ("GET", "masuk/"): "an empty form",
    ("GET", "masuk/lupa/"): "an empty form",
    ("GET", "masuk/lupa/terkirim/"): "a page of words",
    ("GET", "masuk/lupa/selesai/"): "a page of words",
    ("GET", "masuk/sso/ditolak/"): "a page of words",
    ("GET", "masuk/sso/batal/"): "a page of words",
    ("GET", "akun/kunci-sandi/"): "leads to the account, behind the door",
    ("POST", "akun/kunci-sandi/"): "leads to the account, behind the door",
    ("GET", "cek/"): "an empty form",
    ("GET", "cek/laporan/"): "an empty form",
    ("GET", "sehat/"): "whoever watches asks all the time; the answer is kept for seconds",
}
"""Open to nobody in particular, and nothing to be guessed there."""
BADAN: dict[str, dict[str, str]] = {
    "masuk/": {"username": "199710022022021913", "password": "salah"},
    "masuk/lupa/": {"email": "199710022022021913"},
}


@pytest.fixture(autouse=True)
def dua_saja(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every limit becomes two, so that the third knock tells."""
    for nama in ("ACCOUNT_RATE_LIMITS", "MFA_RATE_LIMITS"):
        sempit = {aksi: re.sub(r"\b\d+(?=/)", "2", laju, count=1) for aksi, laju in getattr(pengaturan, nama).items()}
        setattr(settings, nama, sempit)
    dua = {nama: f"2/{laju.split('/')[1]}" for nama, laju in SimpleRateThrottle.THROTTLE_RATES.items() if laju}
    monkeypatch.setattr(SimpleRateThrottle, "THROTTLE_RATES", dua)
    cache.clear()
    yield
    cache.clear()


def tertahan(klien: Client, cara: str, alamat: str, isi: dict[str, str] | None = None, **lain: Any) -> bool:
    """Whether one of four knocks is held up."""
    kirim = klien.post if cara == "POST" else klien.get
    return any(kirim(alamat, isi, **lain).status_code == 429 for _ in range(4))


def pintu() -> Iterator[tuple[str, str, str]]:
    for nama, awal in (("matriks_halaman.txt", "/"), ("matriks.txt", "/api/v1/")):
        for cara, pola, hak in Tabel.baca(nama).untuk("anon"):
            if hak not in ("masuk", "401") and (cara, pola) not in BUKAN_PINTU:
                yield cara, pola, awal + re.sub(r"\{\w+\}", "x", pola)


def test_every_door_that_is_open_to_nobody_in_particular_is_counted(situs: Situs):
    semua = [*pintu(), ("GET", "skema", "/api/v1/schema/")]
    assert len(semua) > 10
    bebas = []
    for cara, pola, alamat in semua:
        cache.clear()
        if not tertahan(Client(), cara, alamat, BADAN.get(pola)):
            bebas.append(f"{cara} {alamat}")
    assert not bebas


def test_signing_in_by_password_by_code_and_by_passkey_is_counted(situs: Situs):
    akun = situs.akun(13)
    assert any(masuk(akun.nip, "salah")[1].status_code == 429 for _ in range(3))
    cache.clear()
    beri_aplikasi(akun)
    klien, _ = masuk(akun.nip)
    assert tertahan(klien, "POST", "/masuk/kode/", {"code": "000000"})
    cache.clear()
    assert tertahan(Client(), "POST", "/masuk/kunci-sandi/", {"credential": "{}"})


@pytest.mark.parametrize(
    ("alamat", "isi"),
    [
        ("/masuk/ulang/", {"password": "salah"}),
        ("/akun/kata-sandi/", {"oldpassword": "salah", "password1": SANDI_BARU, "password2": SANDI_BARU}),
        ("/akun/email/", {"surel": "baru@contoh.example"}),
    ],
)
def test_proving_oneself_again_and_changing_ones_own_secrets_is_counted(situs: Situs, alamat: str, isi: dict[str, str]):
    assert tertahan(situs.masuk(13), "POST", alamat, isi)


def test_administrators_pages_ask_for_a_proof_that_is_counted(situs: Situs):
    """No page of an administrator has a door of its own: what they all lead to is counted."""
    assert tertahan(situs.masuk(ADMINISTRATOR), "POST", "/masuk/ulang/", {"password": SANDI + "x"})


def test_wrong_and_right_tokens_are_counted(situs: Situs):
    palsu = KlienApi()
    palsu.credentials(HTTP_AUTHORIZATION="Bearer arsip_salah")
    assert any(palsu.get("/api/v1/saya/").status_code == 429 for _ in range(4))
    cache.clear()
    benar = KlienApi()
    benar.credentials(HTTP_AUTHORIZATION=f"Bearer {token_untuk(situs.akun(ADMINISTRATOR))}")
    assert 429 in [benar.get("/api/v1/peran/").status_code for _ in range(4)]
