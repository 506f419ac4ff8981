"""Keputusan Pemindahan Pegawai Negeri Sipil."""
