"""Rekomendasi uji kompetensi, diklat, pengembangan kompetensi."""
