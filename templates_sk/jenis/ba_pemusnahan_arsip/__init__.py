"""Berita Acara Pemusnahan Arsip with its list."""
