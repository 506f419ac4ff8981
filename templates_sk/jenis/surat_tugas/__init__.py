"""Surat Tugas."""
