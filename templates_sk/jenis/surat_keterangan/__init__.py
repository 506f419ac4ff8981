"""Surat Keterangan of free purpose about one person."""
