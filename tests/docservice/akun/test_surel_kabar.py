"""Notices by mail: one a day with what is unread, at once, or none; never twice, and nobody's data in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings
from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone

from docservice.akun import actions, surel_kabar
from docservice.akun.kabar import kabari
from docservice.akun.models import Kabar, Pengguna
from docservice.akun.pemberitahuan import beri_tahu
from docservice.antrean.models import Job, StatusJob
from docservice.antrean.pekerjaan import Klaim, jalankan
from docservice.umum.errors import IsianSalah
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import Situs, teks

pytestmark = pytest.mark.django_db
ORANG, LAIN = 13, 25
PAGI = datetime(2026, 11, 24, 7, 5, tzinfo=ZoneInfo(settings.TIME_ZONE)).timestamp()


@pytest.fixture(autouse=True)
def _pagi() -> Iterator[None]:
    with time_machine.travel(PAGI, tick=False):
        yield


@pytest.fixture
def kantor(kantor_contoh: KantorUji) -> KantorUji:
    return kantor_contoh


def kabar(kantor: KantorUji, *kunci: str, nomor: int = ORANG) -> None:
    for satu in kunci:
        kabari(kantor.akun(nomor), "Usulan Damar Panuluh dikembalikan: NIK 9901 keliru.", kunci=satu)


def memilih(kantor: KantorUji, pilihan: str, nomor: int = ORANG) -> None:
    actions.atur_surel_kabar(by=kantor.akun(nomor), pilihan=pilihan)


def edar() -> list[EmailMessage]:
    """One hourly round and the work it asks for; what has left so far."""
    surel_kabar.sebar("", Klaim(Job(), "uji"))
    return kerjakan()


def kerjakan() -> list[EmailMessage]:
    waktunya = Job.objects.filter(status=StatusJob.MENUNGGU, jenis__startswith="akun.surel_")
    for pk in waktunya.filter(berikutnya__lte=timezone.now()).values_list("pk", flat=True):
        jalankan(pk)
    return [satu for satu in mail.outbox if "kabar baru" in satu.subject]


def gagal(monkeypatch: pytest.MonkeyPatch, salah: Exception | None) -> None:
    asli = EmailMessage.send

    def send(self: EmailMessage, *args: Any, **lain: Any) -> int:
        if salah is not None:
            raise salah
        return asli(self, *args, **lain)

    monkeypatch.setattr(EmailMessage, "send", send)


def test_one_mail_a_day_says_how_much_of_what_and_nobodys_data(kantor: KantorUji) -> None:
    kabar(kantor, "riwayat:1:1", "riwayat:2:1", "permohonan:9:x")
    [surat] = edar()
    assert surat.to == [kantor.akun(ORANG).surel]
    assert "Ada 3 kabar baru" in surat.body
    assert surat.body.index("2 tentang usulan riwayat") < surat.body.index("1 tentang permohonan layanan")
    assert f"{settings.PUBLIC_URL}/kabar/" in surat.body
    isi = f"{surat.subject} {surat.body}"
    assert not [kata for kata in ("Damar", "9901", "dikembalikan", kantor.nip[ORANG]) if kata in isi]
    kabar(kantor, "riwayat:3:1")
    for _ in range(3):
        assert len(edar()) == 1, "once a day"


def test_the_next_day_speaks_of_what_is_new_and_unread_only(kantor: KantorUji) -> None:
    kabar(kantor, "riwayat:1:1")
    edar()
    with time_machine.travel(PAGI + timedelta(days=1).total_seconds(), tick=False):
        assert len(edar()) == 1, "nothing new"
        kabar(kantor, "riwayat:2:1", "sesi:4:1")
        Kabar.objects.filter(kunci="sesi:4:1").update(dibaca_pada=timezone.now())
        assert "Ada 1 kabar baru" in edar()[-1].body


def test_before_seven_nothing_leaves(kantor: KantorUji) -> None:
    kabar(kantor, "riwayat:1:1")
    with time_machine.travel(PAGI - 3600, tick=False):
        assert edar() == []


def test_at_once_is_one_mail_a_notice_and_no_second_one_in_the_morning(kantor: KantorUji) -> None:
    memilih(kantor, "segera")
    kabar(kantor, "riwayat:1:1")
    kabar(kantor, "riwayat:1:1")
    assert len(kerjakan()) == 1
    assert len(edar()) == 1


def test_none_means_none_but_for_what_is_mandatory(kantor: KantorUji) -> None:
    memilih(kantor, "tidak")
    kabar(kantor, "riwayat:1:1")
    assert edar() == []
    kabar(kantor, "pembekuan:3")
    [surat] = edar()
    assert "1 tentang akses fasilitator" in surat.body
    assert "riwayat" not in surat.body


def test_the_security_of_ones_account_is_mailed_by_itself_and_not_again(kantor: KantorUji) -> None:
    beri_tahu(kantor.akun(ORANG), "totp_activated")
    assert edar() == []


def test_without_an_address_or_an_open_account_there_is_no_mail(kantor: KantorUji) -> None:
    kabar(kantor, "riwayat:1:1")
    kabar(kantor, "riwayat:2:1", nomor=LAIN)
    Pengguna.objects.filter(nip=kantor.nip[ORANG]).update(surel="")
    Pengguna.objects.filter(nip=kantor.nip[LAIN]).update(is_active=False)
    assert edar() == []


@pytest.mark.parametrize("pilihan", ["harian", "segera"])
def test_a_mail_server_that_is_away_is_asked_again_and_one_mail_arrives(
    kantor: KantorUji, monkeypatch: pytest.MonkeyPatch, pilihan: str
) -> None:
    memilih(kantor, pilihan)
    kabar(kantor, "riwayat:1:1")
    gagal(monkeypatch, ConnectionRefusedError())
    assert edar() == []
    monkeypatch.undo()
    with time_machine.travel(PAGI + 600, tick=False):
        for _ in range(2):
            assert len(edar()) == 1


@pytest.mark.parametrize("salah", [TimeoutError(), SMTPServerDisconnected(), SMTPRecipientsRefused({})])
def test_what_may_have_left_or_was_refused_is_not_sent_again(
    kantor: KantorUji, monkeypatch: pytest.MonkeyPatch, salah: Exception
) -> None:
    kabar(kantor, "riwayat:1:1")
    gagal(monkeypatch, salah)
    edar()
    monkeypatch.undo()
    with time_machine.travel(PAGI + 3600, tick=False):
        assert edar() == []


def test_a_worker_that_dies_half_way_doubles_nothing_and_tomorrow_speaks_of_it(
    kantor: KantorUji, monkeypatch: pytest.MonkeyPatch
) -> None:
    kabar(kantor, "riwayat:1:1")
    gagal(monkeypatch, KeyboardInterrupt())  # type: ignore[arg-type]
    with pytest.raises(KeyboardInterrupt):
        edar()
    monkeypatch.undo()
    Job.objects.update(status=StatusJob.MENUNGGU, berikutnya=timezone.now())  # the sweeper found its lease run out
    assert edar() == []
    with time_machine.travel(PAGI + timedelta(days=1).total_seconds(), tick=False):
        assert "Ada 1 kabar baru" in edar()[-1].body


def test_it_is_chosen_on_the_page_of_the_notices(kantor: KantorUji) -> None:
    klien = Situs(kantor).masuk(ORANG)
    assert "Sekali sehari pukul 07.00" in teks(klien.get("/kabar/"))
    assert "Surel kabar diatur" in teks(klien.post("/kabar/surel/", {"surel_kabar": "tidak"}, follow=True))
    assert kantor.akun(ORANG).surel_kabar == "tidak"
    assert klien.post("/kabar/surel/", {"surel_kabar": "kapan-kapan"}).status_code == 422
    with pytest.raises(IsianSalah):
        memilih(kantor, "")


def test_every_notice_has_words_for_what_it_is_about() -> None:
    sumber = (settings.BASE_DIR / "docservice").rglob("*.py")
    panggilan = (
        isi
        for berkas in sumber
        for isi in re.findall(r"kabari(?:_pemegang)?\((.{0,300}?)\n\n", berkas.read_text(), re.S)
    )
    awal = {kata for isi in panggilan for kata in re.findall(r'kunci=f"([a-z_-]+):', isi)}
    assert len(awal) > 12
    assert awal <= set(surel_kabar.PERIHAL)
