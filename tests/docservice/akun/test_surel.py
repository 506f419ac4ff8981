"""One's own office mail: changed by the owner alone, once the new mailbox has answered."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client, override_settings

from docservice.akun.models import Kabar
from docservice.audit.models import Jejak
from tests.docservice.akun.alat import masuk, sesudah, surel
from tests.docservice.halaman import ADMINISTRATOR, Situs, teks

pytestmark = pytest.mark.django_db
BARU = "damar.baru@contoh.go.id"


def minta(klien: Client, alamat: str = BARU) -> Any:
    return klien.post("/akun/email/", {"surel": alamat})


def tautan() -> str:
    [alamat] = re.findall(r"http\S+", str(mail.outbox[-1].body))
    return re.sub(r"^https?://[^/]+", "", str(alamat))


@pytest.mark.syarat("BABEL-27-2j")
def test_it_changes_when_the_new_mailbox_answers_and_the_old_one_hears_of_it(situs: Situs) -> None:
    klien, lama = situs.masuk(13), situs.akun(13).surel
    assert minta(klien)["Location"] == "/akun/"
    assert mail.outbox[-1].to == [BARU]
    assert situs.akun(13).surel == lama, "not yet"
    assert BARU in teks(klien.get(tautan()))
    assert situs.akun(13).surel == lama, "looking changes nothing"
    klien.post(tautan())
    assert situs.akun(13).surel == BARU
    kepada = {alamat for satu in surel()[1:] for alamat in satu.to}
    assert kepada == {lama, BARU}
    assert Kabar.objects.filter(pengguna=situs.akun(13), teks__startswith="Email dinas akun Anda diganti").exists()
    assert Jejak.objects.filter(aksi="akun.surel_diganti", pelaku=situs.akun(13).pk).exists()
    assert masuk(BARU)[1].status_code == 302
    assert masuk(lama)[1].status_code == 422


def test_a_link_is_of_one_account_one_use_and_one_hour(situs: Situs) -> None:
    klien = situs.masuk(13)
    minta(klien)
    jalan = tautan()
    for nomor in (25, ADMINISTRATOR):
        assert "milik akun lain" in teks(situs.masuk(nomor).post(jalan))
    assert "milik akun lain" in teks(klien.post(f"{jalan[:-2]}x/"))
    with sesudah(minutes=61):
        lagi = situs.masuk(13)
        assert "lewat satu jam" in teks(lagi.post(jalan))
    klien.post(jalan)
    minta(klien, "lain.lagi@contoh.go.id")
    klien.post(tautan())
    assert "sudah dipakai" in teks(klien.post(jalan))
    assert situs.akun(13).surel == "lain.lagi@contoh.go.id"


def test_an_address_of_somebody_else_gets_no_mail_and_nobody_is_told(situs: Situs) -> None:
    klien = situs.masuk(13)
    milik = situs.akun(25).surel
    jawaban = {teks(klien.get(minta(klien, alamat)["Location"])) for alamat in (milik.upper(), "kosong@contoh.go.id")}
    assert len({re.sub(r"\d\d\.\d\d WIB", "", satu) for satu in jawaban}) == 1
    assert [satu.to for satu in mail.outbox] == [["kosong@contoh.go.id"]]


def test_an_address_taken_meanwhile_is_not_taken_twice(situs: Situs) -> None:
    satu, dua = situs.masuk(13), situs.masuk(25)
    minta(satu)
    jalan = tautan()
    minta(dua)
    dua.post(tautan())
    assert "tidak dapat dipakai" in teks(satu.post(jalan))
    assert situs.akun(13).surel != BARU


@pytest.mark.parametrize(
    ("alamat", "kalimat"), [("", "Email belum diisi."), ("bukan", "yang lengkap"), ("a@lain.example", "contoh.go.id")]
)
def test_what_is_no_office_mail_is_refused(situs: Situs, alamat: str, kalimat: str) -> None:
    with override_settings(MAIL_DOMAINS=["contoh.go.id"]):
        jawab = minta(situs.masuk(13), alamat)
    assert jawab.status_code == 422
    assert kalimat in teks(jawab)
    assert mail.outbox == []


def test_mails_are_not_sent_without_end(situs: Situs) -> None:
    klien = situs.masuk(13)
    assert [minta(klien, f"n{n}@contoh.go.id").status_code for n in range(6)] == [302] * 5 + [429]


def test_a_mail_server_that_is_away_is_said_in_plain_words(situs: Situs) -> None:
    mati = {"EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend", "EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": 9}
    with override_settings(**mati):
        jawab = minta(situs.masuk(13))
    assert jawab.status_code == 503
    assert "Server surel sedang tidak menjawab." in teks(jawab)
