"""docservice: the application that knows people, offices and rules."""

from docservice.celery import app as celery_app

__all__ = ["celery_app"]
