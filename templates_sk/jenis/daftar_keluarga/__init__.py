"""Daftar Keluarga: husband or wife and children."""
