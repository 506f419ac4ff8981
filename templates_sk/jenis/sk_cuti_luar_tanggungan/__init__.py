"""Keputusan Cuti di Luar Tanggungan Negara: dismissal from the post, not delegable."""
