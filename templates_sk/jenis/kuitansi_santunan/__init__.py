"""Kuitansi: receipt of a KORPRI grant."""
