from django.apps import AppConfig


class LaporanConfig(AppConfig):
    name = "docservice.laporan"
    verbose_name = "Laporan"
