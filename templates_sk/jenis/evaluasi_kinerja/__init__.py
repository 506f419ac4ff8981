"""Dokumen Evaluasi Kinerja Pegawai: one sheet."""
