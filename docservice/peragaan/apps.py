from django.apps import AppConfig


class PeragaanConfig(AppConfig):
    name = "docservice.peragaan"
    verbose_name = "Peragaan"
