"""The generic journey of a request (riwayat-layanan D.0)."""

from __future__ import annotations

from django.db import models

from docservice.umum.alur import Alur, Keadaan


class StatusPermohonan(models.TextChoices):
    FASILITATOR = "verifikasi_fasilitator", "Diperiksa fasilitator"
    BKPSDM = "verifikasi_bkpsdmd", "Diperiksa BKPSDMD"
    BTL = "btl", "Perlu dilengkapi (BTL)"
    TMS = "tms", "Tidak memenuhi syarat (TMS)"
    EKSTERNAL = "proses_eksternal", "Diproses BKN"
    DITOLAK = "ditolak", "Tidak disetujui"
    DRAF_NASKAH = "draf_naskah", "SK sedang disusun"
    PARAF = "paraf", "Menunggu paraf"
    TTE = "menunggu_tte", "Menunggu tanda tangan (TTE)"
    SELESAI = "selesai", "Selesai"
    DIBATALKAN = "dibatalkan_pemohon", "Dibatalkan"
    KEDALUWARSA = "kedaluwarsa", "Kedaluwarsa"


P = StatusPermohonan
ALUR_PERMOHONAN = Alur(
    "permohonan",
    {
        P.FASILITATOR: Keadaan(
            "Diperiksa fasilitator", "fasilitator", "permohonan.diajukan", (P.BKPSDM, P.BTL, P.DIBATALKAN)
        ),
        P.BKPSDM: Keadaan(
            "Diperiksa BKPSDMD", "administrator", "permohonan.diteruskan", (P.EKSTERNAL, P.DRAF_NASKAH, P.BTL, P.TMS)
        ),
        P.BTL: Keadaan(
            "Perlu dilengkapi (BTL)", "pegawai", "permohonan.btl", (P.FASILITATOR, P.DIBATALKAN, P.KEDALUWARSA)
        ),
        P.TMS: Keadaan("Tidak memenuhi syarat (TMS)", "", "permohonan.tms", (P.BKPSDM,)),
        P.EKSTERNAL: Keadaan(
            "Diproses BKN", "administrator", "permohonan.disetujui", (P.DRAF_NASKAH, P.DITOLAK, P.BTL)
        ),
        P.DITOLAK: Keadaan("Tidak disetujui", "", "permohonan.ditolak"),
        P.DRAF_NASKAH: Keadaan("SK sedang disusun", "administrator", "permohonan.naskah_disusun", (P.PARAF,)),
        P.PARAF: Keadaan("Menunggu paraf", "pejabat", "permohonan.paraf", (P.TTE, P.DRAF_NASKAH)),
        P.TTE: Keadaan("Menunggu tanda tangan (TTE)", "pejabat", "permohonan.menunggu_tte", (P.SELESAI, P.DRAF_NASKAH)),
        P.SELESAI: Keadaan("Selesai", "", "permohonan.selesai"),
        P.DIBATALKAN: Keadaan("Dibatalkan", "", "permohonan.dibatalkan"),
        P.KEDALUWARSA: Keadaan("Kedaluwarsa", "", "permohonan.kedaluwarsa"),
    },
)
TERBUKA = tuple(kode for kode, isi in ALUR_PERMOHONAN.keadaan.items() if isi.pemilik)
"""On somebody's desk. After *TMS* an upheld objection may follow, but nobody is working on it."""
PERJALANAN = (P.FASILITATOR, P.BKPSDM, P.EKSTERNAL, P.DRAF_NASKAH, P.PARAF, P.TTE, P.SELESAI)
"""The straight way, as drawn on the request page."""


class KodeAlasan(models.TextChoices):
    """Why a request goes back or ends, for figures; the sentence for the applicant stands beside it (D.0)."""

    BERKAS_KURANG = "berkas_kurang", "Berkas belum lengkap"
    BERKAS_KELIRU = "berkas_keliru", "Berkas tidak sesuai"
    DATA_BERBEDA = "data_berbeda", "Data berbeda dari dokumen"
    WAKTU = "waktu", "Belum waktunya"
    KINERJA = "kinerja", "Predikat kinerja"
    PENDIDIKAN = "pendidikan", "Pendidikan atau jabatan"
    HALANGAN = "halangan", "Sedang terhalang (hukuman disiplin, cuti, tugas belajar)"
    FORMASI = "formasi", "Formasi atau kuota"
    LAIN = "lain", "Alasan lain"


K = KodeAlasan
BOLEH_KODE: dict[str, tuple[KodeAlasan, ...]] = {
    P.BTL: (K.BERKAS_KURANG, K.BERKAS_KELIRU, K.DATA_BERBEDA, K.LAIN),
    P.TMS: (K.WAKTU, K.KINERJA, K.PENDIDIKAN, K.HALANGAN, K.FORMASI, K.LAIN),
    P.DITOLAK: (K.WAKTU, K.KINERJA, K.PENDIDIKAN, K.HALANGAN, K.FORMASI, K.LAIN),
}
"""What can be completed is no reason to end a request, and the other way round."""
