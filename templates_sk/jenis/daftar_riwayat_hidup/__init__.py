"""Daftar riwayat hidup (DRH): a career on paper, from verified rows."""
