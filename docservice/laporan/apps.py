from datetime import timedelta

from django.apps import AppConfig


class LaporanConfig(AppConfig):
    name = "docservice.laporan"
    verbose_name = "Laporan"

    def ready(self) -> None:
        from docservice.akun.peran import Peran
        from docservice.antrean.pekerjaan import daftarkan_berkala
        from docservice.laporan.jobs import harian
        from docservice.umum.navigasi import daftarkan

        daftarkan_berkala("laporan.pemutakhiran", harian, tiap=timedelta(days=1))
        melihat = (Peran.FASILITATOR, Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM, Peran.STAF_ARSIP)
        daftarkan(*melihat, label="Kelengkapan", nama_url="laporan:kelengkapan", ikon="laporan", urutan=60)
        mengawasi = (*melihat, Peran.KEPALA_PD, Peran.PPK)
        daftarkan(*mengawasi, label="Evaluasi", nama_url="laporan:evaluasi", ikon="garis-waktu", urutan=61)
