"""Verbs of whoever looks after the archive's running."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.antrean import pekerjaan
from docservice.antrean.models import Job, StatusJob
from docservice.audit.jurnal import catat
from docservice.umum.errors import SudahBerubah, TidakBerwenang


def check_may_operasi(*, by: Pengguna) -> None:
    """Raise :class:`TidakBerwenang` for everyone but administrators."""
    if not by.berperan(Peran.ADMINISTRATOR):
        raise TidakBerwenang("Halaman ini untuk administrator.")


def macet(*, by: Pengguna) -> QuerySet[Job]:
    """Work that failed five times, newest first."""
    check_may_operasi(by=by)
    return Job.objects.filter(status=StatusJob.MACET).order_by("-berikutnya")


def ulangi(*, by: Pengguna, job: Job) -> None:
    """Give a job that was set aside its five tries again; raises :class:`SudahBerubah`."""
    check_may_operasi(by=by)
    with transaction.atomic():
        if not pekerjaan.ulangi(job.pk):
            raise SudahBerubah("Pekerjaan ini sudah tidak macet lagi.")
        catat("antrean.diulangi", by=by, objek=f"job:{job.pk}", jenis=job.jenis)
