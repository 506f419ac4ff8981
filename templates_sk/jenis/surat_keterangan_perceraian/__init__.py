"""Surat Keterangan untuk Melakukan Perceraian: the civil servant is the defendant."""
