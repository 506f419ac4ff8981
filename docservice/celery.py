"""Celery: only a doorbell and hands (Law 4). Jobs are rows; a lost message costs seconds."""

from __future__ import annotations

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "docservice.settings")

from django.conf import settings

BEL_CEPAT = {"max_retries": 0, "interval_start": 0, "socket_connect_timeout": 2}
"""A bell that does not ring at once is let be: an upload must not wait eight seconds for an absent broker."""

app = Celery("docservice", broker=settings.CELERY_BROKER_URL)
app.conf.update(
    task_serializer="json",
    accept_content=["json"],
    task_ignore_result=True,
    task_acks_late=True,
    worker_prefetch_multiplier=1,
    broker_connection_retry_on_startup=True,
    broker_connection_timeout=3,
    worker_hijack_root_logger=False,
    timezone="UTC",
    beat_schedule={"sapu": {"task": "antrean.sapu", "schedule": 3.0, "options": {"expires": 3}}},
    beat_schedule_filename=str(settings.VAR_DIR / "celerybeat"),
)
if settings.CELERY_BROKER_URL.startswith("filesystem"):
    broker = settings.VAR_DIR / "broker"
    for name in ("pesan", "kendali"):
        (broker / name).mkdir(parents=True, exist_ok=True)
    app.conf.broker_transport_options = {
        "data_folder_in": str(broker / "pesan"),
        "data_folder_out": str(broker / "pesan"),
        "control_folder": str(broker / "kendali"),
        "polling_interval": 0.05,  # two bells ring between an upload and its advice
    }
elif settings.CELERY_BROKER_URL.startswith("redis"):
    app.conf.broker_transport_options = BEL_CEPAT
app.autodiscover_tasks(["docservice.antrean"])
