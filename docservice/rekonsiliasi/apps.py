from django.apps import AppConfig


class RekonsiliasiConfig(AppConfig):
    name = "docservice.rekonsiliasi"
    verbose_name = "Rekonsiliasi"

    def ready(self) -> None:
        from docservice.akun.peran import Peran
        from docservice.antrean.pekerjaan import daftarkan
        from docservice.dokumen.kiriman import dipakai_oleh
        from docservice.rekonsiliasi import jobs
        from docservice.umum.navigasi import daftarkan as daftarkan_navigasi

        daftarkan("rekonsiliasi.banding", jobs.banding, bila_macet=jobs.terkunci)
        daftarkan("rekonsiliasi.hasil", jobs.buat_hasil, bila_macet=jobs.terkunci)
        dipakai_oleh(jobs.masih_perlu)
        peran = (Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM, Peran.KEPALA_PD, Peran.FASILITATOR)
        daftarkan_navigasi(*peran, label="Rekonsiliasi", nama_url="rekonsiliasi:daftar", ikon="banding", urutan=85)
