"""Berita Acara Penyerahan of a discipline decree, delivered in private."""
