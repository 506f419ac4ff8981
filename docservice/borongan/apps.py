from django.apps import AppConfig


class BoronganConfig(AppConfig):
    name = "docservice.borongan"
    verbose_name = "Borongan"

    def ready(self) -> None:
        from docservice.akun.peran import Peran
        from docservice.antrean.pekerjaan import daftarkan
        from docservice.borongan import jobs
        from docservice.borongan.models import baris_masih_perlu, paket_masih_perlu, ruang_borongan
        from docservice.dokumen import kuota
        from docservice.dokumen.dikenal import kenali, kolom
        from docservice.umum.navigasi import daftarkan as daftarkan_navigasi

        daftarkan("borongan.urai", jobs.urai, bila_macet=jobs.terkunci)
        daftarkan("borongan.kirim", jobs.kirim, bila_macet=jobs.terkunci)
        kenali("bagian", kolom(baris_masih_perlu, "sha256", ukuran="ukuran"), kolom(paket_masih_perlu, "paket"))
        kuota.pemakai.append(ruang_borongan)
        for peran in (Peran.FASILITATOR, Peran.ADMINISTRATOR):
            daftarkan_navigasi(peran, label="Borongan", nama_url="borongan:daftar", ikon="unggah", urutan=60)
