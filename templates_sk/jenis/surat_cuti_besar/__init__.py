"""Surat Izin Cuti Besar."""
