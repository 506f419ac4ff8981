from django.apps import AppConfig


class AturanConfig(AppConfig):
    name = "docservice.aturan"
    verbose_name = "Aturan"

    def ready(self) -> None:
        from docservice.akun.peran import Peran
        from docservice.umum.navigasi import daftarkan

        peran = (Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM)
        daftarkan(*peran, label="Aturan", nama_url="aturan:daftar", ikon="pena", urutan=90)
