"""Berita Acara Pengambilan Sumpah/Janji PNS or of a post."""
