"""Surat Izin Cuti karena Alasan Penting."""
