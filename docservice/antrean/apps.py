from django.apps import AppConfig


class AntreanConfig(AppConfig):
    name = "docservice.antrean"
    verbose_name = "Antrean"
