"""Surat usul Satyalancana Karya Satya with its list."""
