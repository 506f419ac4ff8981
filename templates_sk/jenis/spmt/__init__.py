"""Surat Pernyataan Melaksanakan Tugas."""
