"""Laporan triwulan of the archive to the head of region."""
