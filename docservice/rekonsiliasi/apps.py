from django.apps import AppConfig


class RekonsiliasiConfig(AppConfig):
    name = "docservice.rekonsiliasi"
    verbose_name = "Rekonsiliasi"

    def ready(self) -> None:
        from docservice.akun.peran import Peran
        from docservice.antrean.pekerjaan import daftarkan
        from docservice.dokumen.dikenal import kenali, kolom
        from docservice.rekonsiliasi import jobs
        from docservice.rekonsiliasi.models import Rekonsiliasi
        from docservice.rekonsiliasi.status import StatusRekonsiliasi
        from docservice.umum.navigasi import daftarkan as daftarkan_navigasi

        daftarkan("rekonsiliasi.banding", jobs.banding, bila_macet=jobs.terkunci)
        daftarkan("rekonsiliasi.hasil", jobs.buat_hasil, bila_macet=jobs.terkunci)
        semua = Rekonsiliasi.objects
        kenali("bagian", kolom(lambda: semua.filter(status=StatusRekonsiliasi.DIBACA), "sumber"))
        kenali(
            "arsip",
            kolom(semua.all, "sumber", janji=False),  # there once the scanner has called it clean
            kolom(semua.all, "hasil_json"),
            kolom(semua.all, "hasil_xlsx"),
        )
        peran = (Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM, Peran.KEPALA_PD, Peran.FASILITATOR)
        daftarkan_navigasi(*peran, label="Rekonsiliasi", nama_url="rekonsiliasi:daftar", ikon="banding", urutan=85)
