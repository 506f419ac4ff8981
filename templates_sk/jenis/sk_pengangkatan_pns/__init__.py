"""Petikan Keputusan Pengangkatan CPNS menjadi PNS (SK 100 %)."""
