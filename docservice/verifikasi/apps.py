from django.apps import AppConfig


class VerifikasiConfig(AppConfig):
    name = "docservice.verifikasi"
    verbose_name = "Verifikasi"

    def ready(self) -> None:
        from docservice.antrean.pekerjaan import daftarkan
        from docservice.dokumen.tautan import daftarkan_catatan
        from docservice.verifikasi.jobs import kabari_putusan
        from docservice.verifikasi.kalimat import catatan_kembali

        daftarkan("verifikasi.kabari", kabari_putusan)
        daftarkan_catatan(catatan_kembali)
        self._navigasi()

    def _navigasi(self) -> None:
        from docservice.akun.peran import Peran
        from docservice.umum.navigasi import daftarkan
        from docservice.verifikasi.models import antrean

        daftarkan(
            Peran.FASILITATOR,
            label="Verifikasi",
            nama_url="verifikasi:antrean",
            ikon="mata",
            urutan=10,
            hitung=lambda pengguna: antrean(pengguna).count(),
        )
