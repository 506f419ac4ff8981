"""The one Celery task that runs a job by its id, and the sweeper that finds what no bell announced."""

from __future__ import annotations

from celery import shared_task

from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import NAMA_TUGAS, jalankan, taruh_berkala


@shared_task(name=NAMA_TUGAS, ignore_result=True)
def jalankan_job(pk: int) -> None:
    jalankan(pk)


@shared_task(name="antrean.sapu", ignore_result=True)
def sapu() -> None:
    """Every few seconds: jobs that are due or whose worker died, and the periodic ones."""
    taruh_berkala()
    for pk in Job.objects.siap().order_by("berikutnya").values_list("pk", flat=True)[:100]:
        jalankan(pk)
