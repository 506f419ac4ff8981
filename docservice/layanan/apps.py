from datetime import timedelta

from django.apps import AppConfig


class LayananConfig(AppConfig):
    name = "docservice.layanan"
    verbose_name = "Layanan"

    def ready(self) -> None:
        from docservice.akun.peran import Peran
        from docservice.antrean.pekerjaan import daftarkan_berkala
        from docservice.dokumen.tautan import daftarkan_tautan
        from docservice.layanan.jobs import jaga_batas
        from docservice.layanan.models import Permohonan
        from docservice.layanan.tautan import layanan_menunggu, menunggu_permohonan, tautan_permohonan
        from docservice.umum.navigasi import daftarkan
        from docservice.verifikasi.tautan import daftarkan_mendesak

        daftarkan_berkala("layanan.batas", jaga_batas, tiap=timedelta(hours=1))
        daftarkan_mendesak(menunggu_permohonan, layanan_menunggu)
        daftarkan_tautan(tautan_permohonan)
        daftarkan(Peran.PEGAWAI, label="Layanan", nama_url="layanan:katalog", ikon="layanan", urutan=30)
        petugas = (Peran.FASILITATOR, Peran.ADMINISTRATOR)
        daftarkan(
            *petugas,
            label="Layanan",
            nama_url="layanan:antrean",
            ikon="layanan",
            urutan=30,
            hitung=lambda pengguna: Permohonan.objects.menunggu(pengguna).count(),
        )
