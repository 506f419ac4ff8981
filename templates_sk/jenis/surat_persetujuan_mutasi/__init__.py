"""Surat persetujuan mutasi: consent to a move from or to another agency (lolos butuh)."""
