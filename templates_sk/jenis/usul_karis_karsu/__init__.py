"""Surat usul Karis/Karsu."""
