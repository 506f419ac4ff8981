from django.apps import AppConfig


class IntegrasiConfig(AppConfig):
    name = "docservice.integrasi"
    verbose_name = "Integrasi"
