"""Browsers at the door: what a person presses and types, and the app on their phone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import time_machine
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.conf import settings
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client

from docservice.akun.models import Pengguna
from docservice.antrean.models import Job, StatusJob
from docservice.antrean.pekerjaan import jalankan

SANDI = settings.DEVELOPMENT_PASSWORD
SANDI_BARU = "empat kuda poni hujan"


def masuk(nama: str, sandi: str = SANDI, *, klien: Client | None = None, **lain: str) -> tuple[Client, Any]:
    """Name and password on the sign-in page."""
    klien = klien or Client()
    return klien, klien.post("/masuk/", {"username": nama, "password": sandi, **lain})


def di_dalam(klien: Client) -> bool:
    return klien.get("/kabar/").status_code == 200


def kode_kini(rahasia: str) -> str:
    """What the app on the phone shows at this moment."""
    hitungan = int(time.time()) // 30
    return totp.format_hotp_value(totp.hotp_value(rahasia, hitungan))


def beri_aplikasi(pengguna: Pengguna) -> str:
    """As after *Pasang aplikasi kode*; gives the secret that the phone holds."""
    rahasia = totp.generate_totp_secret()
    totp.TOTP.activate(pengguna, rahasia)
    RecoveryCodes.activate(pengguna)
    return rahasia


@contextmanager
def sesudah(**lama: float) -> Iterator[None]:
    """As a number of seconds: a moment with a zone would also move this machine to that zone."""
    with time_machine.travel(time.time() + timedelta(**lama).total_seconds(), tick=True):
        yield


def surel() -> list[EmailMessage]:
    """What left for people's mailboxes, the queue's work done."""
    for pk in Job.objects.filter(status=StatusJob.MENUNGGU, jenis__startswith="akun.").values_list("pk", flat=True):
        jalankan(pk)
    return list(mail.outbox)
