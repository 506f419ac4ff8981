"""Nota Dinas."""
