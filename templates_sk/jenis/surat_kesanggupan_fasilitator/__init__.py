"""Surat Pernyataan Kesanggupan Melaksanakan Tugas Fasilitator, acknowledged by the head of the office."""
