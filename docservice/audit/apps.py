from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "docservice.audit"
    verbose_name = "Jurnal"
