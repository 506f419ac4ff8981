from datetime import timedelta
from functools import partial

from django.apps import AppConfig


class RiwayatConfig(AppConfig):
    name = "docservice.riwayat"
    verbose_name = "Riwayat"

    def ready(self) -> None:
        from docservice.akun.penugasan import larangan_mengatur
        from docservice.antrean.pekerjaan import daftarkan_berkala
        from docservice.dokumen.entri import golongan_dari
        from docservice.dokumen.masa import akhir_dari
        from docservice.dokumen.semua import lampiran
        from docservice.dokumen.tautan import daftarkan_lanjutan, daftarkan_pencocok, daftarkan_tautan
        from docservice.pegawai.fakta import fakta_pegawai
        from docservice.pegawai.muat import kode_terpakai
        from docservice.pegawai.permissions import larangan_pindah
        from docservice.riwayat import atas_nama
        from docservice.riwayat.acuan import kode_riwayat
        from docservice.riwayat.kerabat import check_bukan_akun_kerabat, check_bukan_kerabat
        from docservice.riwayat.lembar import NAMA, lembar_riwayat
        from docservice.riwayat.masa import akhir_dokumen
        from docservice.riwayat.pensiun import fakta_pensiun
        from docservice.riwayat.saran import golongan_dokumen
        from docservice.riwayat.tautan import akan_diperiksa, tautan_riwayat, usulan_berikut
        from docservice.riwayat.turunan import segarkan_semua

        akhir_dari.append(akhir_dokumen)
        lampiran[NAMA] = lembar_riwayat
        daftarkan_berkala("riwayat.ingatkan_konfirmasi", atas_nama.ingatkan, tiap=timedelta(days=1))
        daftarkan_berkala("riwayat.segarkan", segarkan_semua, tiap=timedelta(hours=1))
        fakta_pegawai.append(fakta_pensiun)
        golongan_dari.append(golongan_dokumen)
        kode_terpakai.append(kode_riwayat)
        larangan_mengatur.append(check_bukan_akun_kerabat)
        larangan_pindah.append(partial(check_bukan_kerabat, perbuatan="mencatat perpindahan"))
        daftarkan_tautan(tautan_riwayat)
        daftarkan_lanjutan(usulan_berikut)
        daftarkan_pencocok(akan_diperiksa)
        self._navigasi()

    def _navigasi(self) -> None:
        from docservice.akun.models import Pengguna
        from docservice.akun.peran import MELIHAT_RAHASIA, Peran
        from docservice.riwayat.models import Riwayat, RiwayatRahasia
        from docservice.riwayat.status import StatusRiwayat
        from docservice.umum.navigasi import daftarkan

        def diajukan(pengguna: Pengguna) -> int:
            return Riwayat.objects.menunggu(pengguna).filter(status=StatusRiwayat.DIAJUKAN).count()

        def diverifikasi(pengguna: Pengguna) -> int:
            return Riwayat.objects.menunggu(pengguna).filter(status=StatusRiwayat.DIVERIFIKASI).count()

        daftarkan(Peran.PEGAWAI, label="Riwayat", nama_url="riwayat:riwayat", ikon="garis-waktu", urutan=20)
        daftarkan(Peran.PEGAWAI, label="Data utama", nama_url="riwayat:data_utama", ikon="orang", urutan=25)
        petugas = {"ikon": "garis-waktu"}
        daftarkan(Peran.FASILITATOR, label="Usulan", nama_url="riwayat:antrean", urutan=20, hitung=diajukan, **petugas)
        daftarkan(
            Peran.ADMINISTRATOR,
            label="Validasi",
            nama_url="riwayat:validasi",
            urutan=10,
            hitung=diverifikasi,
            **petugas,
        )
        daftarkan(
            *MELIHAT_RAHASIA,
            label="Data rahasia",
            nama_url="riwayat:rahasia",
            ikon="gembok",
            urutan=65,
            hitung=lambda pengguna: RiwayatRahasia.objects.menunggu(pengguna).count(),
        )
