from datetime import timedelta

from django.apps import AppConfig


class PengelolaConfig(AppConfig):
    name = "docservice.pengelola"
    verbose_name = "Pengelola"

    def ready(self) -> None:
        from docservice.akun.lingkup import jalur_beku
        from docservice.akun.peran import Peran
        from docservice.antrean.pekerjaan import daftarkan_berkala
        from docservice.naskah.isi import daftarkan as daftarkan_naskah
        from docservice.pegawai.pindah import saat_pindah
        from docservice.pengelola import pembekuan, surat_kesanggupan, surat_pakta
        from docservice.pengelola.peninjauan import ingatkan
        from docservice.pengelola.tugas import jaga, sesudah_pindah, sesudah_sah
        from docservice.riwayat import turunan
        from docservice.umum.navigasi import daftarkan

        jalur_beku.append(pembekuan.jalur_beku)
        saat_pindah.append(sesudah_pindah)
        turunan.sesudah_sah.append(sesudah_sah)
        daftarkan_naskah(surat_pakta.JENIS, surat_pakta)
        daftarkan_naskah(surat_kesanggupan.JENIS, surat_kesanggupan)
        daftarkan_berkala("pengelola.jaga", jaga, tiap=timedelta(minutes=15))
        daftarkan_berkala("pengelola.ingatkan_pakta", surat_pakta.ingatkan_pakta, tiap=timedelta(days=1))
        daftarkan_berkala("pengelola.ingatkan", ingatkan, tiap=timedelta(days=1))
        mengatur = (Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM)
        daftarkan(*mengatur, label="Peran dan akses", nama_url="pengelola:peran", ikon="kunci", urutan=70)
        # Fasilitators reach it from "Peran saya": their bar is full.
        daftarkan(Peran.KEPALA_PD, label="Fasilitator unit", nama_url="pengelola:unit", ikon="kunci", urutan=70)
