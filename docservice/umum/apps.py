from django.apps import AppConfig


class UmumConfig(AppConfig):
    name = "docservice.umum"
    verbose_name = "Umum"
