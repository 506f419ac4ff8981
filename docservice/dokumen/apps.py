from datetime import timedelta

from django.apps import AppConfig


class DokumenConfig(AppConfig):
    name = "docservice.dokumen"
    verbose_name = "Dokumen"

    def ready(self) -> None:
        import sandbox
        from docservice.antrean.models import Prioritas
        from docservice.antrean.pekerjaan import daftarkan, daftarkan_berkala
        from docservice.dokumen import jobs, pindai_ulang
        from docservice.dokumen.indeks import tulis_indeks
        from docservice.dokumen.kiriman import sapu_kiriman
        from docservice.dokumen.pindah import perbarui_indeks_pegawai
        from docservice.dokumen.rekonsiliasi import jaga_indeks, rekonsiliasi_malam
        from docservice.dokumen.salinan import buat_salinan
        from docservice.dokumen.segel import segel
        from docservice.dokumen.terapkan_jenis import naikkan_kelas, terapkan_berkala
        from docservice.pegawai.pindah import saat_pindah

        sandbox.preload("pikepdf", "pypdfium2", "PIL.Image", "numpy", "search", "storage")
        daftarkan("dokumen.pindai", jobs.pindai, bila_macet=jobs.terhenti)
        daftarkan("dokumen.baca", jobs.baca, bila_macet=jobs.terhenti)
        daftarkan("dokumen.pindai_ulang", pindai_ulang.pindai_ulang)
        daftarkan("dokumen.salinan", buat_salinan, bila_macet=jobs.terhenti)
        daftarkan("dokumen.indeks", tulis_indeks)
        daftarkan("dokumen.naikkan_kelas", naikkan_kelas)
        daftarkan("dokumen.segel", segel)
        daftarkan_berkala("dokumen.terapkan_jenis", terapkan_berkala, tiap=timedelta(minutes=10))
        daftarkan_berkala("dokumen.sapu_kiriman", sapu_kiriman, tiap=timedelta(hours=1))
        daftarkan_berkala(
            "dokumen.rekonsiliasi_indeks", rekonsiliasi_malam, tiap=timedelta(days=1), prioritas=Prioritas.MALAM
        )
        daftarkan_berkala("dokumen.jaga_indeks", jaga_indeks, tiap=timedelta(minutes=10))
        daftarkan_berkala("dokumen.pindai_lama", pindai_ulang.cari_yang_lama, tiap=timedelta(minutes=15))
        saat_pindah.append(perbarui_indeks_pegawai)
        self._navigasi()

    def _navigasi(self) -> None:
        from docservice.akun.peran import Peran
        from docservice.umum.navigasi import daftarkan

        daftarkan(Peran.PEGAWAI, label="Arsip saya", nama_url="dokumen:arsip_saya", ikon="map", urutan=10)
