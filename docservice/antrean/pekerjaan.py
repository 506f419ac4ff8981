"""Registering kinds of work, asking for it, and doing it once.

A job's function does slow work outside any transaction and writes its effect inside
``with klaim.selesai():``, which commits only if this worker still owns the job. That fence is what makes
running a job twice change nothing.
"""

from __future__ import annotations

import logging
import os
import secrets
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from celery import current_app
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from docservice.antrean.errors import CobaLagi, SewaHilang
from docservice.antrean.models import MAX_TRIES, Giliran, Job, Prioritas, StatusJob

NAMA_TUGAS = "antrean.jalankan"

log = logging.getLogger(__name__)


@dataclass
class Klaim:
    """One worker's hold on one job."""

    job: Job
    pemilik: str
    tuntas: bool = field(default=False)

    @contextmanager
    def selesai(self) -> Iterator[None]:
        """The final transaction: the job's effect and its end, both or neither."""
        with transaction.atomic():
            diubah = (
                Job.objects.milik(self.pemilik)
                .filter(pk=self.job.pk)
                .update(
                    status=StatusJob.SELESAI,
                    selesai_pada=timezone.now(),
                    galat="",
                    sewa_sampai=None,
                    pemilik="",
                )
            )
            if diubah != 1:
                raise SewaHilang(str(self.job.pk))
            yield
        self.tuntas = True

    def perpanjang(self) -> None:
        sampai = timezone.now() + timedelta(seconds=settings.JOB_LEASE_SECONDS)
        if Job.objects.milik(self.pemilik).filter(pk=self.job.pk).update(sewa_sampai=sampai) != 1:
            raise SewaHilang(str(self.job.pk))


Fungsi = Callable[[str, Klaim], None]
GagalTetap = Callable[[str], None]
_jenis: dict[str, Fungsi] = {}
_gagal: dict[str, GagalTetap] = {}
_berkala: dict[str, tuple[timedelta, int]] = {}


def daftarkan(jenis: str, fungsi: Fungsi, *, bila_macet: GagalTetap | None = None) -> None:
    """Called from an app's ``ready``: this kind of job is done by *fungsi*."""
    _jenis[jenis] = fungsi
    if bila_macet is not None:
        _gagal[jenis] = bila_macet


def daftarkan_berkala(jenis: str, fungsi: Fungsi, *, tiap: timedelta, prioritas: int = Prioritas.ORANG) -> None:
    """Like :func:`daftarkan`, for work that returns by itself every *tiap*; what takes minutes lets people go first."""
    daftarkan(jenis, fungsi)
    _berkala[jenis] = tiap, prioritas


def taruh_berkala() -> None:
    """One row per kind and period, whoever sweeps first; finished rows older than a week are cleared."""
    now = timezone.now()
    for jenis, (tiap, prioritas) in _berkala.items():
        masa = int(now.timestamp() // tiap.total_seconds())
        isi = {"jenis": jenis, "subjek": str(masa), "prioritas": prioritas}
        Job.objects.get_or_create(kunci=f"{jenis}:{masa}", defaults=isi)
    Job.objects.filter(status=StatusJob.SELESAI, selesai_pada__lt=now - timedelta(days=7)).delete()


def taruh(
    jenis: str,
    subjek: object,
    *,
    kunci: str | None = None,
    tunda: timedelta | None = None,
    prioritas: int = Prioritas.ORANG,
    kelompok: str = "",
    seperti: Job | None = None,
) -> Job:
    """Ask for work inside the caller's transaction; the doorbell rings when that commits.

    *seperti*: with the priority and group of the job that asks. Only for somebody who waits does the bell ring: a
    bell names one job, and ten thousand of them would stand before the next person's.
    """
    if seperti:
        prioritas, kelompok = seperti.prioritas, seperti.kelompok
    if jenis not in _jenis:
        raise LookupError(f"No job kind {jenis!r} is registered.")
    berikutnya = timezone.now() + (tunda or timedelta())
    job, baru = Job.objects.get_or_create(
        kunci=kunci or f"{jenis}:{subjek}",
        defaults={
            "jenis": jenis,
            "subjek": str(subjek),
            "berikutnya": berikutnya,
            "prioritas": prioritas,
            "kelompok": kelompok,
        },
    )
    if not baru:
        lama = Job.objects.filter(pk=job.pk)
        if job.status in (StatusJob.SELESAI, StatusJob.MACET):
            lama.update(status=StatusJob.MENUNGGU, berikutnya=berikutnya, percobaan=0, prioritas=prioritas)
        else:
            lama.filter(prioritas__gt=prioritas).update(prioritas=prioritas)  # now somebody waits for it
    if prioritas == Prioritas.ORANG or settings.JOB_EAGER:
        transaction.on_commit(lambda: bunyikan(job.pk), robust=True)
    return job


def bunyikan(pk: int) -> None:
    """Losing this call loses seconds: the sweeper finds the row."""
    if settings.JOB_EAGER:
        jalankan(pk)
        return
    try:
        current_app.send_task(NAMA_TUGAS, (pk,), retry=False)
    except Exception as error:  # broker away
        log.warning("Doorbell silent for job %s: %s", pk, type(error).__name__)


def jalankan(pk: int) -> bool:
    """Claim job *pk* and do it; False when it was not ours to do."""
    pemilik = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
    sewa = timedelta(seconds=settings.JOB_LEASE_SECONDS)
    with transaction.atomic():  # one commit for both: each makes the disk wait, and uploads with it
        if not Job.objects.klaim(pk, pemilik=pemilik, sewa=sewa):
            return False
        klaim = Klaim(Job.objects.get(pk=pk), pemilik)
        Giliran.catat(klaim.job.kelompok)
    if klaim.job.percobaan > MAX_TRIES:
        _kembalikan(klaim, "pekerja selalu mati di tengahnya", timedelta(), hitung=True)
        return True
    with _denyut(klaim):
        _kerjakan(klaim)
    return True


def _kerjakan(klaim: Klaim) -> None:
    job = klaim.job
    try:
        _jenis[job.jenis](job.subjek, klaim)
        if not klaim.tuntas:
            with klaim.selesai():
                pass
    except SewaHilang:
        log.info("Job %s was taken over by another worker", job.pk)
    except CobaLagi as alasan:
        _kembalikan(klaim, alasan.sebab, alasan.tunda, hitung=alasan.hitung)
    except Exception as error:
        log.exception("Job %s (%s) failed", job.pk, job.jenis)
        _kembalikan(klaim, type(error).__name__, timedelta(seconds=2**job.percobaan), hitung=True)


def _kembalikan(klaim: Klaim, sebab: str, tunda: timedelta, *, hitung: bool) -> None:
    job, macet = klaim.job, hitung and klaim.job.percobaan >= MAX_TRIES
    with transaction.atomic():
        diubah = (
            Job.objects.milik(klaim.pemilik)
            .filter(pk=job.pk)
            .update(
                status=StatusJob.MACET if macet else StatusJob.MENUNGGU,
                percobaan=min(job.percobaan, MAX_TRIES) if hitung else job.percobaan - 1,
                berikutnya=timezone.now() + tunda,
                sewa_sampai=None,
                pemilik="",
                galat=sebab[:300],
            )
        )
        if diubah and macet and job.jenis in _gagal:
            _gagal[job.jenis](job.subjek)


@contextmanager
def _denyut(klaim: Klaim) -> Iterator[None]:
    """Renew the lease while the work runs, so that a long one keeps it and a killed one loses it soon."""
    berhenti = threading.Event()

    def denyut() -> None:
        while not berhenti.wait(settings.JOB_LEASE_SECONDS / 3):
            try:
                klaim.perpanjang()
            except SewaHilang:  # done a moment ago, or taken over: nothing left to renew
                break
            except Exception as error:
                log.warning("Lease of job %s not renewed: %s", klaim.job.pk, type(error).__name__)
        connection.close()  # this thread's own

    thread = threading.Thread(target=denyut, daemon=True)
    thread.start()
    try:
        yield
    finally:
        berhenti.set()
        thread.join(timeout=5)  # a renewal may be waiting for the database


def jalankan_semua(*, paling_banyak: int = 1000) -> int:
    """Do everything that is due, here and now: for one-off commands and tests. Returns how many ran."""
    jumlah = 0
    while jumlah < paling_banyak:
        pk = Job.objects.terdepan()
        if pk is None:
            return jumlah
        jumlah += jalankan(pk)
    return jumlah
