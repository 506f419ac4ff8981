"""Jobs that leave one visible effect, and leases that run out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from docservice.akun.models import Kabar, Pengguna
from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import Klaim, taruh

SEWA = timedelta(seconds=30)


def kabari(pengguna: Pengguna) -> Callable[[str, Klaim], None]:
    """A job with one visible effect, which a second run would double."""

    def kerja(subjek: str, klaim: Klaim) -> None:
        with klaim.selesai():
            urut = Kabar.objects.filter(teks=subjek).count()
            Kabar.objects.create(pengguna=pengguna, teks=subjek, kunci=f"{subjek}:{urut}")

    return kerja


def minta(jenis: str = "uji", subjek: str = "satu", **lain: Any) -> Job:
    with transaction.atomic():
        return taruh(jenis, subjek, **lain)


def kadaluwarsakan(job: Job) -> None:
    Job.objects.filter(pk=job.pk).update(sewa_sampai=timezone.now() - timedelta(seconds=1))


def segarkan(job: Job) -> Job:
    job.refresh_from_db()
    return job


def racun(subjek: str, klaim: Klaim) -> None:
    raise ZeroDivisionError("isi rahasia berkas")
