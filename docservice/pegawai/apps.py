from datetime import timedelta

from django.apps import AppConfig


class PegawaiConfig(AppConfig):
    name = "docservice.pegawai"
    verbose_name = "Pegawai"

    def ready(self) -> None:
        from docservice.akun.peran import Peran
        from docservice.antrean.pekerjaan import daftarkan_berkala
        from docservice.pegawai.models_libur import hari_libur
        from docservice.pegawai.pindah import terapkan_yang_tiba
        from docservice.umum.navigasi import daftarkan
        from docservice.umum.waktu import sumber_libur

        sumber_libur.append(hari_libur)
        daftarkan_berkala("pegawai.pindah", terapkan_yang_tiba, tiap=timedelta(minutes=15))
        # Fasilitators reach it from "Peran saya": their bar is full.
        petugas = (Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM)
        daftarkan(*petugas, label="Pegawai", nama_url="pegawai:daftar", ikon="orang", urutan=60)
