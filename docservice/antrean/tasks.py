"""The one Celery task that runs a job by its id, and the sweeper that finds what no bell announced."""

from __future__ import annotations

from celery import shared_task

from docservice.antrean.pekerjaan import NAMA_TUGAS, jalankan, taruh_berkala
from docservice.antrean.sapuan import sapu_selama

LAMA = 20
"""Seconds of one sweep; the next one comes in three and finds a free hand, or is dropped."""


@shared_task(name=NAMA_TUGAS, ignore_result=True)
def jalankan_job(pk: int) -> None:
    jalankan(pk)


@shared_task(name="antrean.sapu", ignore_result=True)
def sapu() -> None:
    """Every few seconds: jobs that are due or whose worker died, and the periodic ones."""
    taruh_berkala()
    sapu_selama(LAMA)
