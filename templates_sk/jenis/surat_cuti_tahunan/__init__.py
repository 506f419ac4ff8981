"""Surat Izin Cuti Tahunan."""
