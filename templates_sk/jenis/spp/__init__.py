"""Surat Pernyataan Pelantikan."""
