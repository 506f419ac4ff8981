from django.apps import AppConfig


class PegawaiConfig(AppConfig):
    name = "docservice.pegawai"
    verbose_name = "Pegawai"
