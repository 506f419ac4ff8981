"""Keputusan Pengangkatan dan Kenaikan Jenjang Jabatan Fungsional."""
