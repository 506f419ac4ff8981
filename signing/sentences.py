"""The words for each outcome code: what is wrong and what to do, in Indonesian."""

from __future__ import annotations

_SENTENCES = {
    "passphrase_salah": "Passphrase salah. Tidak ada naskah yang ditandatangani.",
    "sertifikat_tidak_ada": "Belum ada sertifikat tanda tangan untuk orang ini. Hubungi administrator.",
    "sertifikat_kedaluwarsa": "Masa berlaku sertifikat sudah habis. Perbarui sertifikat, lalu coba lagi.",
    "sertifikat_belum_berlaku": "Sertifikat belum mulai berlaku. Periksa tanggal berlakunya.",
    "sertifikat_dicabut": "Sertifikat sudah dicabut oleh penerbitnya. Ajukan sertifikat baru.",
    "sertifikat_tidak_dipercaya": (
        "Sertifikat tidak diterbitkan oleh otoritas yang dipercaya sistem ini. Hubungi administrator."
    ),
    "sertifikat_tidak_sesuai": "Sertifikat ini bukan untuk tanda tangan elektronik. Pakai sertifikat tanda tangan.",
    "status_sertifikat_tidak_tersedia": (
        "Status sertifikat belum dapat diperiksa pada penerbitnya. Naskah tidak berubah; coba lagi nanti."
    ),
    "kunci_rusak": "Berkas kunci tidak dapat dibaca. Hubungi administrator.",
    "algoritma_lemah": "Kunci atau algoritma sertifikat terlalu lemah. Ajukan sertifikat baru.",
    "tsa_tidak_tersedia": "Penanda waktu sedang tidak tersedia. Naskah tidak berubah; coba lagi nanti.",
    "jam_tidak_cocok": (
        "Jam komputer layanan berbeda lebih dari lima menit dari penanda waktu. Naskah tidak berubah; "
        "samakan jamnya (NTP), lalu coba lagi."
    ),
    "pdf_rusak": (
        "Berkas PDF rusak atau tidak sesuai standar sehingga tidak dapat ditandatangani. "
        "Cetak ulang ke PDF, lalu coba lagi."
    ),
    "pdf_terenkripsi": "Berkas PDF terkunci kata sandi. Simpan ulang tanpa kata sandi, lalu coba lagi.",
    "pdf_hibrida": (
        "Berkas PDF disimpan dalam bentuk campuran (biasanya dari Word) yang tidak aman ditandatangani. "
        "Simpan ulang sebagai PDF/A, lalu coba lagi."
    ),
    "bidang_tidak_ada": "Bidang tanda tangan yang diminta tidak ada di dalam naskah. Periksa namanya.",
    "bidang_terisi": "Bidang tanda tangan yang diminta sudah terisi. Pilih bidang lain.",
    "bidang_tanpa_gambar": "Bidang tanda tangan itu tidak menyediakan tempat gambar. Siapkan ulang naskahnya.",
    "bidang_bergambar": "Bidang tanda tangan itu sudah bergambar; tandatangani tanpa menulis cap.",
    "bidang_ganda": "Nama bidang tanda tangan harus unik, tidak kosong, dan tanpa titik.",
    "bidang_bertumpuk": "Bidang tanda tangan tidak boleh menimpa bidang lain. Ubah letaknya.",
    "bidang_disiapkan": "Bidang tanda tangan disiapkan.",
    "sudah_ditandatangani": "Berkas sudah bertanda tangan sehingga tidak dapat disiapkan lagi. Pakai berkas aslinya.",
    "lapisan_tersembunyi": (
        "Berkas memuat lapisan yang dapat ditampilkan atau disembunyikan. Simpan ulang sebagai PDF/A, lalu coba lagi."
    ),
    "skrip_di_dalam": "Berkas memuat skrip atau tindakan otomatis. Cetak ulang ke PDF, lalu coba lagi.",
    "isian_terbuka": "Berkas memuat formulir yang masih dapat diisi. Cetak ulang ke PDF, lalu coba lagi.",
    "catatan_di_atas_isi": "Berkas memuat catatan di atas isi halaman. Cetak ulang ke PDF, lalu coba lagi.",
    "isi_di_luar": "Berkas mengambil isi dari luar atau gambar lain saat dicetak. Cetak ulang ke PDF, lalu coba lagi.",
    "tampilan_berubah": "Berkas tidak dapat dirapikan tanpa mengubah tampilannya. Cetak ulang ke PDF, lalu coba lagi.",
    "bentuk_campuran_dirapikan": "Daftar isi ganda (bentuk campuran dari Word) dirapikan; tampilan tidak berubah.",
    "riwayat_dihapus": "Versi lama yang tersimpan di dalam berkas dibuang; tampilan tidak berubah.",
    "tepi_dirapikan": "Data di luar batas berkas PDF dibuang; tampilan tidak berubah.",
    "objek_lepas_dihapus": "Bagian yang tidak dipakai di dalam berkas dibuang; tampilan tidak berubah.",
    "dokumen_terkunci": "Dokumen sudah dikunci oleh tanda tangan sebelumnya. Minta naskah yang tidak dikunci.",
    "sudah_disertifikasi": "Dokumen sudah bertanda tangan. Tandatangani tanpa sertifikasi.",
    "kesalahan_internal": "Kesalahan sistem: naskah ini tidak dapat ditandatangani dan tidak berubah.",
    "tanda_tangan_tidak_sah": (
        "Tanda tangan di dalam berkas tidak sah sehingga tidak diberi bukti jangka panjang. Periksa berkasnya."
    ),
    "belum_ditandatangani": "Berkas belum bertanda tangan. Tandatangani dahulu, lalu coba lagi.",
    "belum_arsip": "Berkas belum bertingkat B-LTA. Naikkan dahulu tingkatnya.",
    "tingkat_tidak_dikenal": "Tingkat tanda tangan tidak dikenal. Pilih B-B, B-T, B-LT, atau B-LTA.",
    "kepercayaan_kosong": "Daftar kepercayaan tidak berisi sertifikat (*.pem). Isi direktorinya dahulu.",
    "kepercayaan_rusak": "Daftar kepercayaan berisi berkas yang bukan sertifikat PEM. Keluarkan berkas itu.",
    "daftar_tepercaya_tidak_sah": (
        "Tanda tangan daftar tepercaya (trusted list) tidak sah atau penandatangannya tidak dikenal. "
        "Ambil daftar yang asli."
    ),
    "daftar_tepercaya_basi": "Masa daftar tepercaya (trusted list) sudah lewat. Ambil terbitan yang baru.",
    "rahasia_sudah_dihapus": "Passphrase sudah dihapus dari memori. Masukkan lagi.",
    "token_tidak_ada": "Token tanda tangan tidak ditemukan. Pasang tokennya, lalu coba lagi.",
    "token_terputus": "Token berhenti menjawab (tercabut atau rusak). Naskah tidak berubah; pasang lagi, lalu ulangi.",
    "token_sibuk": "Token sedang dipakai proses lain. Naskah tidak berubah; coba lagi sebentar lagi.",
    "token_terkunci": "PIN token terkunci karena terlalu sering salah. Buka kuncinya pada penerbit token.",
    "token_ganda": "Ada lebih dari satu token dengan nama yang sama. Sisakan satu, lalu coba lagi.",
    "pin_harus_diganti": "PIN token belum diatur atau sudah kedaluwarsa. Ganti PIN dengan program token itu.",
    "kunci_tidak_ada": "Kunci untuk sertifikat ini tidak ada di dalam token. Hubungi administrator.",
    "kunci_ganda": "Token memuat lebih dari satu kunci untuk sertifikat ini. Hubungi administrator.",
    "kunci_tidak_cocok": "Kunci di dalam token bukan pasangan sertifikatnya. Hubungi administrator.",
    "kunci_tidak_boleh_dipakai": "Kunci di dalam token tidak boleh untuk menandatangani. Hubungi administrator.",
    "algoritma_tidak_didukung": "Token tidak mendukung algoritma tanda tangan sertifikat ini. Hubungi administrator.",
    "modul_token_tidak_ada": "Pustaka PKCS#11 tidak dapat dimuat. Periksa letak berkas module-path.",
    "alamat_token_salah": ("Alamat token harus berbentuk pkcs11:token=NAMA;object=NAMA?module-path=BERKAS, tanpa PIN."),
    "masukan_tidak_terbaca": "Berkas masukan tidak ada atau tidak boleh dibaca. Periksa nama dan izinnya.",
    "keluaran_sama": "Berkas keluaran sama dengan masukan, yang tidak boleh diubah. Pilih nama lain.",
    "keluaran_tidak_dapat_ditulis": "Berkas keluaran tidak dapat ditulis. Periksa direktori, izin, dan ruang disk.",
    "tata_letak_salah": "Letak tanda tangan harus berupa HALAMAN,X1,Y1,X2,Y2 atau nama bidang.",
}


def sentence(code: str) -> str:
    """The sentence of *code*; unknown codes are a programming error and raise ``KeyError``."""
    return _SENTENCES[code]
