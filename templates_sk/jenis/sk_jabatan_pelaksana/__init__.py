"""Keputusan Pengangkatan dalam Jabatan Pelaksana."""
