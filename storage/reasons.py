"""Why a file is not accepted: codes for programs, sentences with a way out for people."""

from __future__ import annotations

from storage.policy import MB

REASONS = {
    "tidak_ditemukan": "Berkas tidak ditemukan. Periksa nama dan letaknya.",
    "kosong": "Berkas ini kosong. Pilih berkas lain atau foto ulang kertasnya.",
    "terlalu_besar": (
        "Berkas {actual} MB, batasnya {limit} MB. "
        "Foto ulang dengan kamera di halaman ini; ukurannya dikecilkan sendiri."
    ),
    "jenis_tidak_dikenal": "Ini bukan PDF atau foto. Pilih berkas PDF, JPG, PNG, TIFF, HEIC, atau WebP.",
    "dokumen_kantor": (
        "Ini dokumen Word, Excel, atau sejenisnya; isinya masih dapat berubah. Simpan sebagai PDF, lalu unggah PDF-nya."
    ),
    "zip_bukan_dokumen": "Ini ZIP. Keluarkan isinya, lalu unggah berkasnya satu per satu.",
    "foto_heic": (
        "Foto bergerak atau AVIF tidak dapat disimpan di arsip. Ubah menjadi JPG, atau foto ulang dengan kamera di "
        "halaman ini."
    ),
    "ekstensi_tidak_sesuai": (
        "Akhiran nama berkas tidak sesuai dengan isinya ({actual}). Ganti akhirannya, lalu unggah lagi."
    ),
    "terenkripsi": "Berkas ini memakai kata sandi. Simpan ulang tanpa kata sandi, lalu unggah lagi.",
    "isi_aktif": ("Berkas ini berisi bagian aktif yang tidak boleh masuk arsip. Cetak ke PDF lalu unggah kembali."),
    "bukan_pdf_murni": "Berkas ini berisi data lain di luar PDF-nya. Cetak ke PDF lalu unggah kembali.",
    "bukan_gambar_murni": (
        "Berkas ini berisi data lain di luar gambarnya. Foto ulang kertasnya, atau simpan ulang gambarnya sebagai JPG."
    ),
    "rusak": "Berkas tidak dapat dibaca. Coba foto ulang kertasnya.",
    "tanpa_halaman": "Berkas PDF ini tidak berisi halaman. Pilih berkas lain.",
    "terlalu_banyak_halaman": (
        "Berkas {actual} halaman, batasnya {limit} halaman. Bagi menjadi beberapa berkas, lalu unggah lagi."
    ),
    "halaman_terlalu_besar": (
        "Ada halaman yang sisinya lebih dari {limit} meter. Cetak ke PDF ukuran A4 atau F4, lalu unggah lagi."
    ),
    "gambar_terlalu_besar": (
        "Gambar di berkas ini {actual} megapiksel, batasnya {limit} megapiksel. "
        "Pindai ulang dengan 300 dpi, lalu unggah lagi."
    ),
    "terinfeksi": ("Berkas ini terdeteksi berbahaya. Bersihkan perangkat Anda, lalu foto ulang kertasnya."),
    "tidak_terpindai": (
        "Berkas ini tidak dapat diperiksa sampai tuntas oleh pemindai virus. Cetak ke PDF, lalu unggah lagi."
    ),
    "zip_rusak": "ZIP ini tidak dapat dibuka. Buat ulang ZIP-nya, lalu unggah lagi.",
    "zip_terenkripsi": "ZIP ini memakai kata sandi. Buat ulang tanpa kata sandi, lalu unggah lagi.",
    "zip_keluar_folder": "Nama berkas di ZIP ini menunjuk ke luar foldernya. Buat ulang ZIP dari folder biasa.",
    "zip_terlalu_besar": "Isi ZIP ini terlalu banyak. Bagi menjadi beberapa ZIP, lalu unggah lagi.",
    "zip_bom": "Isi ZIP ini jauh lebih besar daripada ZIP-nya. Buat ulang ZIP dari berkas pindaian biasa.",
    "zip_kosong": "ZIP ini tidak berisi berkas. Masukkan berkas pindaian ke dalamnya.",
    "zip_tautan": "Ini tautan, bukan berkas. Masukkan berkasnya sendiri.",
    "zip_di_dalam": "Ini kumpulan berkas di dalam ZIP. Keluarkan isinya dahulu.",
    "tabel_rusak": "Tabel ini tidak dapat dibaca dengan aman. Simpan ulang sebagai XLSX atau CSV, lalu unggah.",
    "tabel_lama": "Ini Excel lama atau berkata sandi. Simpan ulang sebagai XLSX tanpa kata sandi, lalu unggah lagi.",
    "tabel_asing": "Ini bukan tabel XLSX atau CSV. Pilih berkas ekspornya.",
    "tabel_terlalu_besar": "Tabel ini terlalu besar. Bagi menjadi beberapa berkas, lalu unggah lagi.",
    "tabel_miring": "Ada baris yang kolomnya lebih banyak daripada judulnya. Perbaiki tabelnya, lalu unggah.",
    "tabel_kosong": "Tabel ini tidak berisi baris. Baris pertama berisi judul kolom, baris berikutnya data.",
    "zip_nama_ganda": "Nama berkas ini ada lebih dari sekali di ZIP. Beri nama lain, lalu buat ulang ZIP-nya.",
    "zip_isi_terlalu_besar": "Berkas ini melebihi batas ukuran satu dokumen. Pindai ulang dengan 300 dpi.",
    "tertunda": "Server sedang sibuk, jadi berkas belum sempat diperiksa. Coba lagi beberapa menit lagi.",
    "pemindai_tidak_tersedia": "Pemindai virus sedang tidak tersedia. Coba lagi sebentar lagi.",
}


def sentence(code: str, *, actual: object = "", limit: object = "") -> str:
    """The Indonesian sentence of *code*; raises :class:`KeyError` for a code that does not exist."""
    return REASONS[code].format(actual=actual, limit=limit)


def megabytes(size: int) -> int:
    """Rounded up: a file a little above the limit must not be said to be at the limit."""
    return -(-size // MB)


def metres(points: int) -> int:
    return round(points * 0.0254 / 72)


def megapixels(pixels: int) -> int:
    return -(-pixels // 1_000_000)
