from django.apps import AppConfig


class MasukanConfig(AppConfig):
    name = "docservice.masukan"
    verbose_name = "Masukan"

    def ready(self) -> None:
        from docservice.akun.peran import Peran
        from docservice.masukan.models import Masukan
        from docservice.umum.navigasi import daftarkan

        daftarkan(
            Peran.ADMINISTRATOR,
            label="Masukan",
            nama_url="masukan:masukan",
            ikon="tanya-bulat",
            urutan=90,
            hitung=lambda pengguna: Masukan.objects.menunggu(pengguna).count(),
        )
