from datetime import timedelta

from django.apps import AppConfig


class VerifikasiConfig(AppConfig):
    name = "docservice.verifikasi"
    verbose_name = "Verifikasi"

    def ready(self) -> None:
        from docservice.antrean.pekerjaan import daftarkan, daftarkan_berkala
        from docservice.dokumen.tautan import daftarkan_catatan
        from docservice.verifikasi.jobs import harian, kabari_putusan
        from docservice.verifikasi.kalimat import catatan_kembali

        daftarkan("verifikasi.kabari", kabari_putusan)
        daftarkan_berkala("verifikasi.harian", harian, tiap=timedelta(hours=6))
        daftarkan_catatan(catatan_kembali)
        self._navigasi()

    def _navigasi(self) -> None:
        from docservice.akun.peran import Peran
        from docservice.umum.navigasi import daftarkan
        from docservice.verifikasi.antrean import banyak

        for peran, urutan in ((Peran.FASILITATOR, 10), (Peran.ADMINISTRATOR, 90)):  # the latter for second looks
            daftarkan(
                peran,
                label="Verifikasi",
                nama_url="verifikasi:antrean",
                ikon="mata",
                urutan=urutan,
                hitung=banyak,
                tombol="g v",
            )
        daftarkan(
            *(Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM),
            label="Mutu verifikasi",
            nama_url="verifikasi:mutu",
            ikon="mata",
            urutan=95,
        )
