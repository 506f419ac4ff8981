"""Keputusan Pemberian Tugas Belajar."""
