"""Laporan Perkawinan, the first marriage or that of a widow or widower."""
