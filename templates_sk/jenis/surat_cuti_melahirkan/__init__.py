"""Surat Izin Cuti Melahirkan."""
