"""What a state looks like: one word, one icon, one tone, the same everywhere (screens §2.3)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rupa:
    """Word on screen, icon of the sprite, tone of the tokens."""

    kata: str
    ikon: str
    nada: str


KEADAAN: dict[str, Rupa] = {
    # berkas
    "diterima": Rupa("Diterima", "centang", "baik"),
    "bersih": Rupa("Sedang dibaca", "berkas-garis", "info"),
    "siap": Rupa("Terbaca", "kaca", "baik"),
    "tertunda": Rupa("Menunggu giliran", "jam", "tunggu"),
    "karantina": Rupa("Dikarantina", "perisai-seru", "bahaya"),
    "ditolak_gerbang": Rupa("Tidak dapat diterima", "silang-bulat", "bahaya"),
    "tak_terbaca": Rupa("Tidak dapat dibaca", "berkas-coret", "bahaya"),
    # berkas dalam borongan
    "baris_perlu": Rupa("Perlu diperbaiki", "segitiga", "tunggu"),
    "baris_siap": Rupa("Siap dikirim", "centang", "baik"),
    "baris_terkirim": Rupa("Terkirim", "kirim", "info"),
    "baris_ditolak": Rupa("Tidak dapat diterima", "silang-bulat", "bahaya"),
    "baris_dibuang": Rupa("Tidak dikirim", "coret", "netral"),
    # dokumen
    "belum_ada": Rupa("Belum ada", "berkas", "netral"),
    "dijelaskan": Rupa("Tidak dimiliki", "info", "netral"),
    "kedaluwarsa": Rupa("Kedaluwarsa", "lingkaran-coret", "netral"),
    "diproses": Rupa("Sedang diproses", "panah-naik", "info"),
    "menunggu_verifikasi": Rupa("Menunggu verifikasi", "jam", "tunggu"),
    "sedang_diperiksa": Rupa("Sedang diperiksa", "mata", "info"),
    "dikembalikan": Rupa("Dikembalikan", "panah-balik", "kembali"),
    "terverifikasi": Rupa("Terverifikasi", "centang-bulat", "baik"),
    "tidak_diterima": Rupa("Tidak dapat diterima", "silang-bulat", "bahaya"),
    "tidak_berlaku": Rupa("Tidak berlaku", "lingkaran-coret", "netral"),
    "T": Rupa("Terbatas", "gembok", "netral"),
    "R": Rupa("Rahasia", "gembok", "netral"),
    # riwayat
    "draf": Rupa("Draf", "pena", "netral"),
    "menunggu_konfirmasi": Rupa("Menunggu konfirmasi pegawai", "jam", "tunggu"),
    "diajukan": Rupa("Diajukan", "kirim", "info"),
    "diverifikasi_fasilitator": Rupa("Diverifikasi fasilitator", "centang", "info"),
    "divalidasi_admin": Rupa("Tervalidasi", "centang-bulat", "baik"),
    "ditolak": Rupa("Tidak disetujui", "silang-bulat", "bahaya"),
    "dibatalkan": Rupa("Dibatalkan", "coret", "netral"),
    "ditanyakan": Rupa("Menunggu jawaban", "jam", "tunggu"),
    "ada_jawaban": Rupa("Ada jawaban", "info", "info"),
    "dicatat": Rupa("Menunggu pengesahan", "jam", "tunggu"),
    "disahkan": Rupa("Disahkan", "centang-bulat", "baik"),
    "tidak_disahkan": Rupa("Tidak disahkan", "silang-bulat", "bahaya"),
    "diganti": Rupa("Diganti", "coret", "netral"),
    # permohonan
    "belum_lengkap": Rupa("Belum lengkap", "jam", "tunggu"),
    "lengkap": Rupa("Semua syarat terpenuhi", "centang-bulat", "baik"),
    "verifikasi_fasilitator": Rupa("Diperiksa fasilitator", "mata", "info"),
    "verifikasi_bkpsdmd": Rupa("Diperiksa BKPSDMD", "mata", "info"),
    "btl": Rupa("Perlu dilengkapi (BTL)", "panah-balik", "kembali"),
    "tms": Rupa("Tidak memenuhi syarat (TMS)", "silang-bulat", "bahaya"),
    "proses_eksternal": Rupa("Diproses BKN", "gedung", "info"),
    "draf_naskah": Rupa("SK sedang disusun", "berkas", "info"),
    "paraf": Rupa("Menunggu paraf", "pena", "tunggu"),
    "menunggu_tte": Rupa("Menunggu tanda tangan (TTE)", "tanda-tangan", "tunggu"),
    "selesai": Rupa("Selesai", "centang-bulat", "baik"),
    "dibatalkan_pemohon": Rupa("Dibatalkan", "coret", "netral"),
    # daftar yang diminta
    "diminta": Rupa("Menunggu rekomendasi", "jam", "tunggu"),
    "direkomendasikan": Rupa("Direkomendasikan", "centang-bulat", "baik"),
    "tidak_direkomendasikan": Rupa("Tidak direkomendasikan", "silang-bulat", "bahaya"),
    # pengelola
    "diusulkan": Rupa("Diusulkan", "kirim", "info"),
    "direview_bkpsdmd": Rupa("Ditinjau BKPSDMD", "mata", "info"),
    "ditetapkan_sk": Rupa("Menunggu pakta integritas", "pena", "tunggu"),
    "pakta_integritas_diteken": Rupa("Pakta integritas ditandatangani", "tanda-tangan", "info"),
    "aktif": Rupa("Aktif", "centang-bulat", "baik"),
    "dibekukan_sementara": Rupa("Dibekukan sementara", "gembok", "kembali"),
    "berakhir": Rupa("Berakhir", "coret", "netral"),
    "tidak_ditetapkan": Rupa("Tidak ditetapkan", "silang-bulat", "bahaya"),
    "akses_dibekukan": Rupa("Akses dibekukan", "gembok", "kembali"),
    "menunggu_mengetahui": Rupa("Menunggu Kepala Perangkat Daerah", "jam", "tunggu"),
    "menunggu_pencabutan": Rupa("Menunggu pencabutan", "jam", "tunggu"),
    "dicabut": Rupa("Dicabut", "centang-bulat", "baik"),
    # tanda tangan
    "siap_tte": Rupa("Siap ditandatangani", "tanda-tangan", "netral"),
    "sedang": Rupa("Sedang ditandatangani", "jam", "info"),
    "terbuka": Rupa("Sedang ditandatangani", "jam", "info"),
    "terbit": Rupa("Ditandatangani", "tanda-tangan", "baik"),
    "signed": Rupa("Ditandatangani", "tanda-tangan", "baik"),
    "retryable": Rupa("Belum ditandatangani", "silang-bulat", "bahaya"),
    "refused": Rupa("Ditolak penyedia", "silang-bulat", "bahaya"),
    "unknown": Rupa("Hasil tidak diketahui", "tanya-bulat", "takpasti"),
    "tak_pasti": Rupa("Hasil tidak diketahui", "tanya-bulat", "takpasti"),
    "valid": Rupa("Sah", "perisai-centang", "baik"),
    "invalid": Rupa("Tidak sah", "silang-bulat", "bahaya"),
    "indeterminate": Rupa("Belum dapat dipastikan", "tanya-bulat", "takpasti"),
    "unsigned": Rupa("Tidak bertanda tangan", "berkas", "netral"),
    "unreadable": Rupa("Tidak dapat dibaca", "berkas-coret", "bahaya"),
    # pencocokan
    "cocok": Rupa("Cocok", "centang", "baik"),
    "mirip": Rupa("Mirip", "mirip", "tunggu"),
    "tidak_ditemukan": Rupa("Tidak ditemukan", "silang", "bahaya"),
    "tidak_diperiksa": Rupa("Bandingkan sendiri", "mata", "netral"),
    # rekonsiliasi
    "dibaca": Rupa("Sedang dibandingkan", "jam", "info"),
    "diputuskan": Rupa("Menunggu putusan", "banding", "tunggu"),
    "menutup": Rupa("Hasil sedang dibuat", "jam", "info"),
    "ditutup": Rupa("Ditutup", "centang-bulat", "baik"),
    "tak_dibandingkan": Rupa("Tidak dapat dibandingkan", "silang-bulat", "bahaya"),
    "belum_diputuskan": Rupa("Belum diputuskan", "tanya-bulat", "tunggu"),
    "kami_benar": Rupa("Data kami benar", "gedung", "baik"),
    "bkn_benar": Rupa("Data BKN benar", "panah-balik", "info"),
    "tunda": Rupa("Ditunda", "jam", "netral"),
    # syarat
    "terpenuhi": Rupa("Terpenuhi", "centang-bulat", "baik"),
    "kurang": Rupa("Kurang", "panah-balik", "kembali"),
    "menunggu": Rupa("Menunggu", "jam", "tunggu"),
    "tidak_terpenuhi": Rupa("Tidak terpenuhi", "silang-bulat", "bahaya"),
    # sehat
    "baik": Rupa("Baik", "centang-bulat", "baik"),
    "terganggu": Rupa("Terganggu", "segitiga", "tunggu"),
    "mati": Rupa("Mati", "silang-bulat", "bahaya"),
}


def rupa(keadaan: str) -> Rupa:
    """The look of a state; a state without one is a mistake that must show in tests."""
    return KEADAAN[str(keadaan)]
