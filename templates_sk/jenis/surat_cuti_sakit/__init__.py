"""Surat Izin Cuti Sakit."""
