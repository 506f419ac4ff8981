from django.apps import AppConfig


class BerandaConfig(AppConfig):
    name = "docservice.beranda"
    verbose_name = "Beranda"

    def ready(self) -> None:
        from docservice import checks  # noqa: F401 - registers the start-up checks
        from docservice.akun.peran import Peran
        from docservice.umum.navigasi import daftarkan

        daftarkan(*Peran, label="Beranda", nama_url="beranda:beranda", ikon="rumah", urutan=0, tombol="g b")
