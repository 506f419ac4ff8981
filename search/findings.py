"""Codes of what makes a page hard to read, and what to tell the person who scanned it."""

from __future__ import annotations

BURAM = "buram"
TERPOTONG = "terpotong"
GELAP = "gelap"
SILAU = "silau"
KECIL = "kecil"
TERBALIK = "terbalik"
MIRING = "miring"
KOSONG = "kosong"
TIDAK_TERBACA = "tidak_terbaca"

ADVICE = {
    BURAM: "Tulisan buram. Pindai ulang, atau foto ulang dengan tangan diam dan fokus yang tepat.",
    TERPOTONG: "Tulisan terpotong di tepi. Pastikan seluruh lembar masuk ke dalam gambar.",
    GELAP: "Gambar terlalu gelap. Foto ulang di tempat yang lebih terang.",
    SILAU: "Ada pantulan cahaya di atas tulisan. Matikan lampu kilat atau ubah arah cahaya.",
    KECIL: "Gambar terlalu kecil. Pindai ulang dengan 300 dpi, atau foto dari lebih dekat.",
    TERBALIK: "Halaman terputar. Putar halaman sampai tegak.",
    MIRING: "Halaman miring. Luruskan lembar, lalu pindai ulang.",
    KOSONG: "Halaman kosong. Hapus halaman ini bila memang tidak ada isinya.",
    TIDAK_TERBACA: "Halaman ini tidak dapat dibuka dengan aman. Pindai ulang halaman ini.",
}
