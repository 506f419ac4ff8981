from datetime import timedelta

from django.apps import AppConfig


class AkunConfig(AppConfig):
    name = "docservice.akun"
    verbose_name = "Akun"

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_in

        from docservice.akun import openapi, pemberitahuan, pemulihan, sesi, surel_kabar, surel_pertama  # noqa: F401 - the schema registers itself
        from docservice.akun.idempotensi import bersihkan_kunci
        from docservice.antrean.pekerjaan import daftarkan, daftarkan_berkala

        user_logged_in.connect(sesi.mulai, dispatch_uid="docservice.akun.sesi")
        daftarkan(pemberitahuan.JENIS, pemberitahuan.kirim_surel)
        daftarkan(pemulihan.JENIS, pemulihan.kirim_tautan)
        daftarkan(surel_pertama.JENIS, surel_pertama.kirim_tautan)
        daftarkan(surel_kabar.SEGERA, surel_kabar.kirim_segera)
        daftarkan(surel_kabar.HARIAN, surel_kabar.kirim_harian)
        daftarkan_berkala("akun.surel_sebar", surel_kabar.sebar, tiap=timedelta(hours=1))
        daftarkan_berkala("akun.bersihkan_sesi", sesi.bersihkan_sesi, tiap=timedelta(days=1))
        daftarkan_berkala("akun.bersihkan_kunci", bersihkan_kunci, tiap=timedelta(days=1))
