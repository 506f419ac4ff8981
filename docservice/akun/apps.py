from datetime import timedelta

from django.apps import AppConfig


class AkunConfig(AppConfig):
    name = "docservice.akun"
    verbose_name = "Akun"

    def ready(self) -> None:
        from docservice.akun import openapi  # noqa: F401 - registers itself with the schema
        from docservice.akun.idempotensi import bersihkan_kunci
        from docservice.antrean.pekerjaan import daftarkan_berkala

        daftarkan_berkala("akun.bersihkan_kunci", bersihkan_kunci, tiap=timedelta(days=1))
