from datetime import timedelta

from django.apps import AppConfig


class NaskahConfig(AppConfig):
    name = "docservice.naskah"
    verbose_name = "Naskah"

    def ready(self) -> None:
        self._pekerjaan()
        self._navigasi()

    def _pekerjaan(self) -> None:
        from docservice.antrean.pekerjaan import daftarkan as daftarkan_jenis
        from docservice.antrean.pekerjaan import daftarkan_berkala
        from docservice.dokumen.dikenal import kenali
        from docservice.dokumen.tanda_tangan import daftarkan_pemeriksa
        from docservice.dokumen.tautan import daftarkan_periksa, daftarkan_tautan
        from docservice.naskah.berita_acara import INGATKAN, alamat_sesi, ingatkan_lagi
        from docservice.naskah.berkas import berkas_kerja, hasil_upaya
        from docservice.naskah.cek import alamat_cek
        from docservice.naskah.penyedia import percaya
        from docservice.naskah.rekonsiliasi import rekonsiliasi
        from docservice.naskah.tautan import tautan_pencabutan
        from docservice.verifikasi.tautan import daftarkan_penutup
        from signing import validate

        kenali("kerja", *berkas_kerja())
        kenali("arsip", *hasil_upaya())
        daftarkan_jenis(INGATKAN, ingatkan_lagi)
        daftarkan_berkala("naskah.rekonsiliasi", rekonsiliasi, tiap=timedelta(minutes=1))
        daftarkan_penutup(alamat_sesi)
        daftarkan_periksa(alamat_cek)
        daftarkan_tautan(tautan_pencabutan)
        daftarkan_pemeriksa(lambda path: validate(path, trust=percaya()))

    def _navigasi(self) -> None:
        from docservice.akun.peran import Peran
        from docservice.naskah.models import Naskah
        from docservice.umum.navigasi import daftarkan

        daftarkan(Peran.ADMINISTRATOR, label="Naskah", nama_url="naskah:daftar", ikon="berkas-garis", urutan=40)
        daftarkan(
            *(Peran.FASILITATOR, Peran.KEPALA_PD),
            label="Naskah",
            nama_url="naskah:daftar",
            ikon="berkas-garis",
            urutan=60,
        )
        daftarkan(
            *(Peran.PEJABAT, Peran.KEPALA_BKPSDM),
            label="Tanda tangan",
            nama_url="naskah:baki",
            ikon="tanda-tangan",
            urutan=20,
            tombol="g t",
            hitung=lambda pengguna: Naskah.objects.menunggu_tanda_tangan(pengguna).count(),
        )
        daftarkan(
            *(Peran.PEJABAT, Peran.KEPALA_BKPSDM, Peran.ADMINISTRATOR),
            label="Paraf",
            nama_url="naskah:paraf",
            ikon="pena",
            urutan=25,
            hitung=lambda pengguna: Naskah.objects.menunggu_paraf(pengguna).count(),
        )
