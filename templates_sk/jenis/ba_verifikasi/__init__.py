"""Berita Acara Verifikasi of digital documents against their originals."""
