"""Choosing what to do next, pausing when there is too much of it, and giving what was set aside another chance."""

from __future__ import annotations

import time

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from docservice.antrean.models import Job, Prioritas, StatusJob
from docservice.antrean.pekerjaan import bunyikan, jalankan


def sapu_selama(detik: float) -> int:
    """Do what is due, always the foremost, until nothing is or the time is over. Returns how many ran."""
    batas, jumlah = time.monotonic() + detik, 0
    while time.monotonic() < batas and (pk := Job.objects.terdepan()) is not None:
        jumlah += jalankan(pk)
    return jumlah


def jawab_bel(pk: int) -> bool:
    """The bell of job *pk* says that somebody waits; who is served, says the turn of the offices.

    Bells come in the order in which they were rung: those of a thousand uploads of one office would else stand before
    the only one of another. False when there was nothing to do.
    """
    depan = Job.objects.filter(prioritas=Prioritas.ORANG).terdepan()
    return (depan is not None and jalankan(depan)) or jalankan(pk)


def penuh(prioritas: int = Prioritas.BORONGAN) -> bool:
    """So much unhurried work waits that whoever brings more of *prioritas* should wait too (back-pressure).

    Less hurried work does not count: it stands behind.
    """
    sedia = Job.objects.filter(status=StatusJob.MENUNGGU)
    menunggu = sedia.filter(prioritas__gt=Prioritas.ORANG, prioritas__lte=prioritas)
    return menunggu.count() >= int(settings.QUEUE_LIMIT)


def ulangi(pk: int) -> bool:
    """A job that was set aside gets its five tries again; False when it was not set aside."""
    macet = Job.objects.filter(pk=pk, status=StatusJob.MACET)
    if not macet.update(status=StatusJob.MENUNGGU, berikutnya=timezone.now(), percobaan=0):
        return False
    transaction.on_commit(lambda: bunyikan(pk), robust=True)
    return True
