"""What became of one call, and how far it reaches."""

from __future__ import annotations

from signing.remote.errors import ProviderError, Scope

__all__ = ["BsreError", "Scope", "no_answer", "refused", "retryable", "sentence", "unknown"]

_SENTENCES = {
    "passphrase_salah": "Passphrase salah. Tidak ada naskah yang ditandatangani.",
    "penyedia_tidak_menjawab": "Server BSrE tidak dapat dihubungi. Naskah tidak berubah; coba lagi nanti.",
    "penyedia_istirahat": (
        "Server BSrE berkali-kali gagal sehingga dijeda sebentar. Naskah tidak dikirim; coba lagi beberapa saat lagi."
    ),
    "penyedia_sibuk": "Server BSrE sedang sibuk. Naskah tidak ditandatangani; coba lagi nanti.",
    "kredensial_penyedia": "Server BSrE menolak akun aplikasi ini. Hubungi administrator.",
    "alamat_penyedia": "Alamat layanan BSrE tidak dikenal oleh servernya. Hubungi administrator.",
    "hasil_tidak_diketahui": (
        "Server BSrE tidak memberi jawaban yang utuh, sehingga tidak diketahui apakah naskah sudah ditandatangani. "
        "Jangan mengulang sebelum diperiksa pada BSrE."
    ),
    "ditolak_penyedia": "Server BSrE menolak naskah ini. Naskah tidak berubah.",
    "akun_tidak_aktif": "Sertifikat BSrE orang ini belum atau tidak lagi aktif.",
    "akun_tidak_ada": "NIK atau surel BSrE orang ini belum didaftarkan. Hubungi administrator.",
    "hasil_bukan_lanjutan": "Berkas yang dikembalikan BSrE bukan kelanjutan naskah yang dikirim. Hasilnya dibuang.",
    "hasil_orang_lain": "Berkas yang dikembalikan BSrE memuat sertifikat orang lain. Hasilnya dibuang.",
    "hasil_tidak_sah": "Tanda tangan yang dikembalikan BSrE tidak lulus pemeriksaan kami. Hasilnya dibuang.",
    "tanpa_penanda_waktu": ("BSrE mengembalikan tanda tangan tanpa penanda waktu. Hasilnya dibuang; coba lagi nanti."),
    "belum_dinaikkan": "Naskah ditandatangani BSrE, tetapi bukti jangka panjangnya belum dapat ditambahkan.",
    "letak_tidak_ada": "Halaman untuk letak tanda tangan tidak ada di dalam naskah.",
    "segel_tidak_aktif": "Segel elektronik belum aktif atau aktivasinya hilang. Aktifkan lagi dengan kode dari surel.",
    "segel_sedang_diperbarui": "Aktivasi segel elektronik sedang diperbarui. Coba lagi sebentar lagi.",
    "profil_salah": "Alamat BSrE salah. Contoh: bsre://esign.contoh.go.id atau bsre+http://10.1.2.3:8080?api=v1.",
    "kesalahan_internal": "Kesalahan sistem: naskah ini tidak dapat ditandatangani dan tidak berubah.",
}


class BsreError(ProviderError):
    """One call to a BSrE server without a usable signature."""

    sentences = _SENTENCES


refused, retryable, unknown, no_answer = BsreError.refused, BsreError.retryable, BsreError.unknown, BsreError.no_answer


def sentence(code: str) -> str:
    return _SENTENCES[code]
