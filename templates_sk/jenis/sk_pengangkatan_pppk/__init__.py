"""Petikan Keputusan Pengangkatan PPPK."""
