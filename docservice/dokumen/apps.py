from datetime import timedelta

from django.apps import AppConfig


class DokumenConfig(AppConfig):
    name = "docservice.dokumen"
    verbose_name = "Dokumen"

    def ready(self) -> None:
        import sandbox
        from docservice.antrean.models import Prioritas
        from docservice.antrean.pekerjaan import daftarkan, daftarkan_berkala
        from docservice.dokumen import jobs, pindai_ulang, yatim
        from docservice.dokumen.indeks import tulis_indeks
        from docservice.dokumen.jaga_pemindai import jaga
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
        daftarkan_berkala("dokumen.sapu_kiriman", yatim.sapu_tiap_jam, tiap=timedelta(hours=1))
        daftarkan_berkala(
            "dokumen.sapu_malam", yatim.sapu_tiap_malam, tiap=timedelta(days=1), prioritas=Prioritas.MALAM
        )
        daftarkan_berkala(
            "dokumen.rekonsiliasi_indeks", rekonsiliasi_malam, tiap=timedelta(days=1), prioritas=Prioritas.MALAM
        )
        daftarkan_berkala("dokumen.jaga_indeks", jaga_indeks, tiap=timedelta(minutes=10))
        daftarkan_berkala("dokumen.jaga_pemindai", jaga, tiap=timedelta(minutes=5))
        daftarkan_berkala("dokumen.pindai_lama", pindai_ulang.cari_yang_lama, tiap=timedelta(minutes=15))
        saat_pindah.append(perbarui_indeks_pegawai)
        self._berkas()
        self._navigasi()

    def _berkas(self) -> None:
        """The columns that name blobs."""
        from django.db.models import Q

        from docservice.dokumen.dikenal import kenali, kolom
        from docservice.dokumen.models import BagianKiriman, Halaman, PelepasanKarantina, VersiDokumen
        from docservice.dokumen.status import BACAAN_TERBUKA, StatusBerkas

        versi = VersiDokumen.objects
        dilepas = Q(pelepasan__hasil=PelepasanKarantina.Hasil.DILEPAS)
        menunggu = (StatusBerkas.DITERIMA, StatusBerkas.DITOLAK)  # of what was refused a safe copy may be asked for
        kenali(
            "arsip",
            kolom(lambda: versi.filter(status__in=BACAAN_TERBUKA), "sha256", ukuran="ukuran"),
            kolom(versi.all, "turunan"),
            kolom(Halaman.objects.all, "gambar"),
            kolom(Halaman.objects.all, "kecil"),
        )
        kenali(
            "karantina",
            kolom(lambda: versi.filter(Q(status=StatusBerkas.KARANTINA) | dilepas), "sha256", ukuran="ukuran"),
        )
        kenali("masuk", kolom(lambda: versi.filter(status__in=menunggu), "sha256", ukuran="ukuran"))
        kenali("bagian", kolom(BagianKiriman.objects.all, "sha256", ukuran="ukuran"))

    def _navigasi(self) -> None:
        from docservice.akun.peran import Peran
        from docservice.umum.navigasi import daftarkan

        daftarkan(Peran.PEGAWAI, label="Arsip saya", nama_url="dokumen:arsip_saya", ikon="map", urutan=10)
