"""Entry point of the web server."""

import os

from django.core.wsgi import get_wsgi_application

from docservice.sampah import tetapkan

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "docservice.settings")
application = get_wsgi_application()
tetapkan()
