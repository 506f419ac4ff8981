"""Entry point of the asynchronous web server."""

import os

from django.core.asgi import get_asgi_application

from docservice.sampah import tetapkan

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "docservice.settings")
application = get_asgi_application()
tetapkan()
