from datetime import timedelta

from django.apps import AppConfig


class ArsipConfig(AppConfig):
    name = "docservice.arsip"
    verbose_name = "Arsip"

    def ready(self) -> None:
        from docservice.akun.peran import Peran
        from docservice.antrean.models import Prioritas
        from docservice.antrean.pekerjaan import daftarkan_berkala
        from docservice.arsip.jobs import cap_jurnal, keutuhan
        from docservice.umum.navigasi import daftarkan

        cari = (Peran.ADMINISTRATOR, Peran.STAF_ARSIP, Peran.KEPALA_BKPSDM)
        daftarkan(*cari, label="Cari", nama_url="arsip:cari", ikon="kaca", urutan=50, tombol="g c")
        daftarkan(
            *(Peran.AUDITOR, Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM, Peran.FASILITATOR),
            label="Jurnal",
            nama_url="arsip:jurnal",
            ikon="jam",
            urutan=90,
        )
        daftarkan(
            Peran.DISKOMINFO, label="Kesehatan layanan", nama_url="arsip:sehat", ikon="perisai-centang", urutan=10
        )
        daftarkan(Peran.DISKOMINFO, label="Pekerjaan macet", nama_url="arsip:bermasalah", ikon="segitiga", urutan=20)
        daftarkan_berkala("arsip.cap_jurnal", cap_jurnal, tiap=timedelta(hours=1))
        daftarkan_berkala("arsip.keutuhan", keutuhan, tiap=timedelta(hours=1), prioritas=Prioritas.MALAM)
