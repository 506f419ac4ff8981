"""The one Celery task that answers a job's bell, and the sweeper that finds what no bell announced."""

from __future__ import annotations

from celery import shared_task

from docservice.antrean.pekerjaan import NAMA_TUGAS, taruh_berkala
from docservice.antrean.sapuan import jawab_bel, sapu_selama

LAMA = 20
"""Seconds of one sweep; the next one comes in three and finds a free hand, or is dropped."""


@shared_task(name=NAMA_TUGAS, ignore_result=True)
def jalankan_job(pk: int) -> None:
    jawab_bel(pk)


@shared_task(name="antrean.sapu", ignore_result=True)
def sapu() -> None:
    """Every few seconds: jobs that are due or whose worker died, and the periodic ones."""
    taruh_berkala()
    sapu_selama(LAMA)
