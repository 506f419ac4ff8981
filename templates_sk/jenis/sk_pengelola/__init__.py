"""Keputusan Penetapan Pengelola: the annex lists who manages the system, in which role and where."""
