"""The words for what a CSC provider answers, and does not answer."""

from __future__ import annotations

from signing.remote.errors import ProviderError, Scope

__all__ = ["CscError", "Scope"]

_SENTENCES = {
    "passphrase_salah": "PIN salah. Tidak ada naskah yang ditandatangani.",
    "kode_salah": "Kode sekali pakai (OTP) salah atau sudah kedaluwarsa. Minta kode baru, lalu coba lagi.",
    "perlu_pin_dan_kode": (
        "Penyedia ini meminta PIN dan kode sekali pakai. Tulis keduanya, PIN lebih dahulu, dipisahkan satu spasi."
    ),
    "kode_sudah_dipakai": (
        "Kode sekali pakai sudah dipakai untuk naskah sebelumnya; penyedia membatasi jumlah naskah per kode. "
        "Minta kode baru untuk sisanya."
    ),
    "kredensial_terkunci": "Kunci tanda tangan terkunci karena terlalu sering salah. Hubungi penyedia sertifikat.",
    "kredensial_tidak_aktif": "Kunci atau sertifikat di penyedia tidak aktif. Hubungi penyedia sertifikat.",
    "kredensial_ganda": (
        "Penyedia menyimpan lebih dari satu sertifikat orang ini. Sebutkan yang dipakai di berkas akunnya."
    ),
    "sertifikat_orang_lain": "Sertifikat dari penyedia bukan milik orang ini. Tidak ada yang dikirim.",
    "cara_izin_tidak_didukung": (
        "Penyedia meminta persetujuan lewat cara yang belum didukung (lebih dari dua faktor, atau faktor tak dikenal)."
    ),
    "izin_lewat_peramban": (
        "Kunci ini meminta izin lewat halaman penyedia di peramban (oauth2code), padahal naskah ditandatangani dalam "
        "satu kelompok tanpa peramban. Tidak ada yang dikirim. Administrator: minta penyedia menyetel kunci ini ke "
        "izin langsung (auth mode explicit dengan PIN atau kode, atau implicit untuk segel), atau sebutkan kunci lain "
        'milik orang ini pada berkas akunnya ("credential" di SIGNING_ACCOUNTS).'
    ),
    "masuk_lewat_peramban": (
        "Penyedia hanya menerima aplikasi yang masuk lewat peramban (oauth2code). Administrator: minta penyedia "
        "membuka oauth2client (client credentials) atau Basic untuk aplikasi ini, lalu isi SIGNING_USER dan "
        "SIGNING_PASSWORD."
    ),
    "izin_kedaluwarsa": "Izin tanda tangan dari penyedia sudah kedaluwarsa. Naskah tidak berubah; coba lagi.",
    "izin_untuk_naskah_lain": "Penyedia menolak: izin yang diberikan bukan untuk naskah ini. Naskah tidak berubah.",
    "izin_ditolak": "Anda menolak permintaan ini di perangkat Anda. Tidak ada naskah yang ditandatangani.",
    "izin_belum_disetujui": "Persetujuan di perangkat penanda tangan tidak datang. Naskah tidak berubah; coba lagi.",
    "hasil_tidak_cocok": "Nilai tanda tangan dari penyedia tidak cocok dengan sertifikatnya. Hasilnya dibuang.",
    "algoritma_tidak_didukung": "Penyedia tidak mendukung algoritma sertifikat ini. Hubungi administrator.",
    "penyedia_tidak_menjawab": "Penyedia tanda tangan tidak dapat dihubungi. Naskah tidak berubah; coba lagi nanti.",
    "penyedia_istirahat": (
        "Penyedia tanda tangan berkali-kali gagal sehingga dijeda sebentar. Naskah tidak dikirim; coba lagi nanti."
    ),
    "penyedia_sibuk": "Penyedia tanda tangan sedang sibuk. Naskah tidak ditandatangani; coba lagi nanti.",
    "kredensial_penyedia": "Penyedia tanda tangan menolak akun aplikasi ini. Hubungi administrator.",
    "alamat_penyedia": "Di alamat itu tidak ada layanan CSC yang dikenal. Hubungi administrator.",
    "hasil_tidak_diketahui": (
        "Penyedia tidak memberi jawaban yang utuh, sehingga tidak diketahui apakah tanda tangan sudah dibuat. "
        "Jangan mengulang sebelum diperiksa pada penyedia."
    ),
    "ditolak_penyedia": "Penyedia tanda tangan menolak permintaan ini. Naskah tidak berubah.",
    "akun_tidak_ada": "Orang ini belum didaftarkan pada penyedia tanda tangan. Hubungi administrator.",
    "profil_salah": "Alamat CSC salah. Contoh: csc://tsp.contoh.id/csc/v2 atau csc+http://10.1.2.3:8080/csc/v1.",
}


class CscError(ProviderError):
    """One call to a CSC provider without a usable value."""

    sentences = _SENTENCES


def sentence(code: str) -> str:
    return _SENTENCES[code]
