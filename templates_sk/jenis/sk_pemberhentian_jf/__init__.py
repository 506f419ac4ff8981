"""Keputusan Pemberhentian dari Jabatan Fungsional."""
