"""Surat Pengantar: a list of what is sent."""
